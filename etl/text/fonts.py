"""What the name of a font says about the text written in it."""

from __future__ import annotations

import re

from etl.text.charts import Encoding

_TCVN3 = re.compile(r"\.vn\w", re.IGNORECASE)
_VNI = re.compile(r"vni[-_ ]", re.IGNORECASE)


def encoding_of_font(font: str) -> Encoding:
    """The encoding that text in the font is meant to be in: `.VnTime` TCVN3, `VNI-Times` VNI, any other Unicode."""
    if _TCVN3.match(font):
        return Encoding.TCVN3
    return Encoding.VNI if _VNI.match(font) else Encoding.UNICODE


def is_capital_font(font: str) -> bool:
    """Whether the font shows small letters as capitals, as `.VnTimeH` does."""
    return encoding_of_font(font) is Encoding.TCVN3 and font.strip().endswith("H")
