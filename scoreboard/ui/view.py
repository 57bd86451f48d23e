"""What a page has in hand: the version it reads, what the reader chose, the words and the colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.figures.theme import Theme
from scoreboard.scope import Scope
from scoreboard.ui import cached


@dataclass(frozen=True, slots=True)
class View(Scope):
    """One page as one reader sees it: its scope, with answers kept in memory, and the theme of the reader's screen."""

    theme: Theme

    def ask(self, question: queries.Question, **parameters: Any) -> pd.DataFrame:
        """A question's answer from the page's version; see the question for the columns."""
        return cached.answer(self.version, question, **parameters)
