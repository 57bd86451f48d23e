"""A sentence that states a finding, and the rule by which it was found."""

from __future__ import annotations

from typing import NamedTuple


class Sentence(NamedTuple):
    """`text` as the reader sees it; `rule` is shown on demand, empty where the text says it all."""

    text: str
    rule: str = ""
