"""How a criteria set's thresholds are said."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

import pytest

from scoreboard.findings.method import least_level
from scoreboard.text import words


@pytest.mark.parametrize(
    ("share", "lang", "said"),
    [
        ("0", "vi", "được 0 điểm"),
        ("0.2", "vi", "đạt không quá 20%"),
        ("0", "en", "no points"),
        ("0.2", "en", "no more than 20%"),
    ],
)
def test_no_more_than_nothing_is_said_as_no_points(share: str, lang: str, said: str):
    assert least_level(SimpleNamespace(not_done_max_share=Decimal(share)), words(lang)) == said
