"""What a page has in hand: the version it reads, what the reader chose, the words and the colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.database import Version
from scoreboard.figures.theme import Theme
from scoreboard.text import Words, names
from scoreboard.ui import cached


@dataclass(frozen=True, slots=True)
class View:
    """One page as one reader sees it.

    `about`, `assessment` and `group` are rows of the questions `about`, `assessments` and `groups`; `group` is None for
    all groups. `groups` are those of the assessment.
    """

    words: Words
    theme: Theme
    version: Version
    about: Any
    assessments: pd.DataFrame
    assessment: Any
    groups: pd.DataFrame
    group: Any | None

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.words.lang

    @property
    def assessment_code(self) -> str:
        """The assessment that the page is about."""
        return self.assessment.assessment_code

    @property
    def group_code(self) -> str | None:
        """The group that the page is about; None for all."""
        return None if self.group is None else self.group.group_code

    @property
    def when(self) -> str:
        """The assessment's name inside a sentence: `năm 2025`."""
        return names.assessment(self.assessment.assessment_name, self.words)

    @property
    def when_before(self) -> str | None:
        """The name of the assessment before; None for the first."""
        before = self.assessment.previous_name
        return None if before is None else names.assessment(before, self.words)

    @property
    def group_name(self) -> str:
        """The group's name, or the words for all groups."""
        return self.words("controls.all_groups") if self.group is None else self.group.group_name

    @property
    def mark(self) -> str:
        """What is said of data that are not real; empty for real ones."""
        if not self.about.is_illustrative:
            return ""
        return self.about.illustrative_mark_en if self.lang == "en" else self.about.illustrative_mark

    @property
    def source(self) -> str:
        """Where the data come from."""
        return self.about.source_note_en if self.lang == "en" else self.about.source_note

    @property
    def context(self) -> list[str]:
        """Assessment, stage, criteria set and data version, as every page and image names them."""
        return [
            self.words("frame.assessment", assessment=self.when),
            self.words("frame.official"),
            self.assessment.criteria_set_name,
            self.words("frame.version", version=self.version.label),
        ]

    def ask(self, question: queries.Question, **parameters: Any) -> pd.DataFrame:
        """A question's answer from the page's version; see the question for the columns."""
        return cached.answer(self.version, question, **parameters)

    def ask_here(self, question: queries.Question) -> pd.DataFrame:
        """The answer for the page's assessment and group."""
        return self.ask(question, assessment=self.assessment_code, group=self.group_code)
