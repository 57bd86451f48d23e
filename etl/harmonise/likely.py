"""Which known name an unknown one most likely is a slip of."""

from __future__ import annotations

import re

from etl.text.keys import distance

LETTERS_PER_SLIP = 8  # two names may differ by one wrong letter in as many; more is another name
_NUMBER = re.compile(r"\d+")


def likely(key: str, known: list[tuple[str, str]]) -> str | None:
    """The code of the only name so near to the key that it may be a slip; `known` are keys with their codes.

    None where no name is, or two are equally near. Names with different numbers are different names.
    """
    numbers = _NUMBER.findall(key)
    apart = [(distance(key, other), code) for other, code in known if _NUMBER.findall(other) == numbers]
    nearest = min((each for each, _ in apart), default=None)
    codes = {code for each, code in apart if each == nearest}
    return codes.pop() if len(codes) == 1 and nearest <= max(1, len(key) / LETTERS_PER_SLIP) else None
