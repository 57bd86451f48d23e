"""What a page has in hand: the version it reads, what the reader chose, the words and the colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.figures.theme import Theme
from scoreboard.scope import Scope
from scoreboard.ui import cached, selection


@dataclass(frozen=True, slots=True)
class View(Scope):
    """One page, named by its topic, as one reader sees it: its scope, with answers kept in memory, and the theme."""

    page: str
    theme: Theme

    @property
    def follows_from(self) -> tuple[str, str, str, str]:
        """All that decides what the page shows: the version's file, the page, the choices in the URL, the theme."""
        return str(self.version.file), self.page, selection.all_chosen(), self.theme.name

    def ask(self, question: queries.Question, **parameters: Any) -> pd.DataFrame:
        """A question's answer from the page's version; see the question for the columns."""
        return cached.answer(self.version, question, **parameters)
