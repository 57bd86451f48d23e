"""A number as the sheet shows it: the workbook's number format, applied to the exact decimal."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_PADDING = re.compile(r"_.|\*.|\[[^\]]*\]|\?")
_DIGITS = re.compile(r"[0#][0#,]*(?:\.([0#]+))?")


def exact(value: float) -> Decimal:
    """The decimal that Excel keeps: 15 significant digits of the stored double, so 0.1 + 0.2 is 0.3."""
    return Decimal(format(value, ".15g"))


def plain(number: Decimal) -> str:
    """All digits of a number, without exponent or trailing zeros."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown(number: Decimal, number_format: str) -> str:
    """The text on the sheet, with a decimal point and no thousands separators; an accounting zero is its `-`."""
    sections = number_format.split(";")
    section = sections[2] if number == 0 and len(sections) > 2 else sections[0]
    if "general" in section.lower() or section.strip() in ("", "@"):
        return plain(number)
    pattern = _LITERAL.sub(r"\1\2", _PADDING.sub("", section)).strip()
    digits = _DIGITS.search(pattern)
    if not digits:
        return pattern
    return (
        pattern[: digits.start()]
        + _rounded(number * (100 if "%" in pattern else 1), digits[1] or "")
        + pattern[digits.end() :]
    )


def _rounded(number: Decimal, places: str) -> str:
    """The number to as many places, half up; places written `#` drop their zeros."""
    text = format(number.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP), "f")
    for _ in range(places.count("#")):
        text = text.removesuffix("0")
    return text.removesuffix(".")
