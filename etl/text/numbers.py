"""Points written as words: `4,5`, `2.5đ`, `05 điểm`, `(tối đa 10 điểm)`."""

from __future__ import annotations

import re
from decimal import Decimal

from etl.text.letters import clean

_NUMBER = r"[+-]?\d+(?:[.,]\d+)?"
_POINTS = r"(?:điểm|diểm|đ)\b\.?"
_ONLY_POINTS = re.compile(rf"\(?\s*(?P<number>{_NUMBER})\s*(?:{_POINTS})?\s*\)?", re.IGNORECASE)
_MAX_IN_NAME = re.compile(
    rf"[(\[]\s*(?:tối đa|max|điểm tối đa)?\s*:?\s*(?P<inside>{_NUMBER})\s*{_POINTS}\s*[)\]]"
    rf"|[(\[]\s*(?:tối đa|max|điểm tối đa)\s*:?\s*(?P<stated>{_NUMBER})\s*[)\]]"
    rf"|(?:[:;,-]\s*|\s)(?:tối đa\s*)?(?P<after>{_NUMBER})\s*{_POINTS}\s*$",
    re.IGNORECASE,
)


def points_in(text: str) -> Decimal | None:
    """The number of a text that is nothing but points, comma or point as the decimal mark; None for any other text."""
    match = _ONLY_POINTS.fullmatch(clean(text).replace("−", "-"))
    return _decimal(match["number"]) if match else None


def without_max(name: str) -> tuple[str, Decimal | None]:
    """A heading such as `Ban hành kế hoạch (5 điểm)` taken apart: the name, and the points it states or None."""
    text = clean(name)
    match = _MAX_IN_NAME.search(text)
    if not match:
        return text, None
    rest = clean(text[: match.start()] + " " + text[match.end() :]).strip(" :;,-")
    return rest or text, _decimal(next(filter(None, match.groups())))


def written(number: Decimal) -> str:
    """The number as Vietnamese official text writes it: a decimal comma, no trailing zeros."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))
