"""Text of a reference file to values, and back."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from etl.office.columns import Column, Content

Value = str | Decimal | int | date | None

_DECIMAL = re.compile(r"[+-]?\d+([.,]\d+)?")
_INTEGER = re.compile(r"[+-]?\d+")
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_VIETNAMESE_DATE = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")


def parse_decimal(text: str) -> Decimal:
    """The number written with a decimal comma or a decimal dot; ValueError for anything else."""
    if not _DECIMAL.fullmatch(text):
        raise ValueError(text)
    return Decimal(text.replace(",", "."))


def parse_date(text: str) -> date:
    """The date written `2014-12-31` or `31/12/2014`; ValueError for anything else."""
    found = _ISO_DATE.fullmatch(text) or _VIETNAMESE_DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def parse_integer(text: str) -> int:
    """The whole number written; ValueError for anything else."""
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text)


_PARSERS = {Content.DECIMAL: parse_decimal, Content.INTEGER: parse_integer, Content.DATE: parse_date}


def parse(column: Column, text: str) -> Value:
    """The value of a cell: blank text stays `""`, any other blank is None; ValueError where it cannot be read."""
    if column.content is Content.TEXT:
        return text
    if not text:
        return None
    return _PARSERS[column.content](text)


def written(value: Value) -> str:
    """The text that a value is saved as: decimal dot, ISO dates, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format_decimal(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def format_decimal(value: Decimal) -> str:
    """Digits without an exponent and without trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
