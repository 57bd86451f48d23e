"""How numbers and dates are written, in one place, for every page, figure, table and export.

Numbers are rounded half up from their exact decimal value, once, when they are written. What has no value is written
as a dash, never as zero or as nothing. A minus is the true minus sign, which is as wide as a plus.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

import pandas as pd

NOTHING = "–"
MINUS = "−"

Number = Decimal | int | float | None

_DECIMAL_MARK = {"vi": ",", "en": "."}
_THOUSANDS_MARK = {"vi": ".", "en": ","}
_DATE = {"vi": "{0:%d/%m/%Y}", "en": "{0.day} {0:%B %Y}"}
_POINTS_OF_SHARE = {"vi": "điểm %", "en": "pp"}

_NUMBER = {
    lang: re.compile(
        rf"(?P<sign>[+{MINUS}]?)(?P<whole>\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})*|\d+)"
        rf"(?:{re.escape(_DECIMAL_MARK[lang])}(?P<decimals>\d+))?(?P<unit>%| {re.escape(_POINTS_OF_SHARE[lang])})?"
    )
    for lang, thousands in _THOUSANDS_MARK.items()
}


def exact(value: Number) -> Decimal | None:
    """The decimal that `value` shows in fifteen significant digits; None where there is no value (None, NaN, NA)."""
    if value is None or pd.isna(value):
        return None
    return value if isinstance(value, Decimal) else Decimal(format(value, ".15g"))


def rounded(value: Number, places: int = 2) -> Decimal | None:
    """`value` at `places` decimals, half away from zero: 88.745 is 88.75 and -0.5 at no places is -1."""
    number = exact(value)
    return None if number is None else number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it stands written: its value, its decimals, and what follows it (`%`, `điểm %`, or nothing)."""

    value: Decimal
    places: int
    unit: str
    is_signed: bool


def read(text: str, lang: str = "vi") -> Written | None:
    """The number that a text of this module says; None where the text is anything else."""
    found = _NUMBER[lang].fullmatch(text)
    if found is None:
        return None
    decimals = found["decimals"] or ""
    digits = f"{found['whole'].replace(_THOUSANDS_MARK[lang], '')}.{decimals or '0'}"
    value = Decimal(digits) if decimals else Decimal(digits).quantize(Decimal(1))
    is_minus = found["sign"] == MINUS
    return Written(-value if is_minus else value, len(decimals), (found["unit"] or "").strip(), found["sign"] != "")


@lru_cache(maxsize=20_000)  # a page writes the same few numbers thousands of times
def points(value: Number, lang: str = "vi", places: int = 2) -> str:
    """Points with two decimals: `1.234,50` (vi), `1,234.50` (en)."""
    number = rounded(value, places)
    return NOTHING if number is None else _written(number, lang)


def shortest(value: Number, lang: str = "vi") -> str:
    """A number as maxima are printed, without zeros at the end and with two decimals at most: `5`, `0,5`, `2,75`."""
    number = rounded(value)
    if number is None:
        return NOTHING
    return _written(number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize(), lang)


def integer(value: Number, lang: str = "vi") -> str:
    """A count or a rank: `1.204` (vi), `1,204` (en)."""
    return points(value, lang, places=0)


def share(value: Number, lang: str = "vi", places: int = 2) -> str:
    """A share between 0 and 1 as a percentage: `76,34%`."""
    number = exact(value)
    return NOTHING if number is None else f"{points(number * 100, lang, places)}%"


def percent_number(value: Number, lang: str = "vi", places: int = 2) -> str:
    """A share between 0 and 1 as a percentage without its sign, for columns whose heading says %: `76,34`."""
    return share(value, lang, places).removesuffix("%")


def change(value: Number, lang: str = "vi", places: int = 2) -> str:
    """A difference with its sign: `+4,61`, `−0,50`, and `0,00` where nothing is left after rounding."""
    number = rounded(value, places)
    if number is None:
        return NOTHING
    return f"+{_written(number, lang)}" if number > 0 else _written(number, lang)


def share_change(value: Number, lang: str = "vi", places: int = 2) -> str:
    """A difference of two shares in percentage points, never in per cent: `+4,61 điểm %` (vi), `+4.61 pp` (en)."""
    number = exact(value)
    return NOTHING if number is None else f"{change(number * 100, lang, places)} {_POINTS_OF_SHARE[lang]}"


def share_change_number(value: Number, lang: str = "vi", places: int = 2) -> str:
    """A difference of two shares in percentage points, for columns whose heading says so: `+4,61`."""
    number = exact(value)
    return NOTHING if number is None else change(number * 100, lang, places)


def date(value: datetime.date | None, lang: str = "vi") -> str:
    """A day: `01/07/2025` (vi), `1 July 2025` (en)."""
    return NOTHING if value is None or pd.isna(value) else _DATE[lang].format(value)


def moment(value: datetime.datetime, lang: str = "vi") -> str:
    """A day and a time: `01/07/2025 08:30` (vi), `1 July 2025 08:30` (en)."""
    return f"{date(value, lang)} {value:%H:%M}"


def _written(number: Decimal, lang: str) -> str:
    """The digits of `number`, grouped by thousands, with the marks of the language and a true minus."""
    whole, _, decimals = f"{abs(number):,f}".partition(".")
    text = whole.replace(",", _THOUSANDS_MARK[lang]) + (_DECIMAL_MARK[lang] + decimals if decimals else "")
    return MINUS + text if number < 0 else text
