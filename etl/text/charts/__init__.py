"""The code charts of encodings from before Unicode, one file each."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path


class Encoding(StrEnum):
    """What the codes of a text stand for."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni_windows"

    @property
    def label(self) -> str:
        """Its customary name."""
        return {"tcvn3": "TCVN3", "vni_windows": "VNI-Windows"}.get(self, "Unicode")


LEGACY = (Encoding.TCVN3, Encoding.VNI)


@dataclass(frozen=True)
class Chart:
    """The letters of one encoding by their codes, the codes written as the Latin letters that a program shows."""

    letters: dict[str, str]
    pattern: re.Pattern[str]

    def decoded(self, text: str) -> str:
        """The text with a letter for every code, two-character codes before single ones; the rest as it is."""
        return self.pattern.sub(lambda code: self.letters[code.group()], text)


@cache
def chart_of(encoding: Encoding) -> Chart:
    """The chart of a legacy encoding."""
    with Path(__file__).with_name(f"{encoding}.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        letters = {bytes.fromhex(row["code"]).decode("latin-1"): row["letter"] for row in rows}
    longest_first = sorted(letters, key=len, reverse=True)
    return Chart(letters, re.compile("|".join(map(re.escape, longest_first))))
