"""Text of the data where Streamlit takes its text for Markdown: labels of pills and of expanders."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")


def literal(text: str) -> str:
    """`text` with every sign escaped that could mean something in Markdown: it reads as it is."""
    return _SIGNS.sub(r"\\\g<0>", text)
