"""What a page or a document is about: the version it reads, an assessment, a group or all, and the words."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

import pandas as pd

from scoreboard import queries
from scoreboard.database import Database, Version
from scoreboard.rows import rows_of
from scoreboard.text import Words, names


class UnknownCodeError(LookupError):
    """A code that the version does not know.

    `kind` says of what (assessment, baseline, group, unit, section, criterion), `known` which there are.
    """

    def __init__(self, kind: str, code: str, known: list[str]):
        super().__init__(f"no {kind} {code}")
        self.kind = kind
        self.code = code
        self.known = known


@dataclass(frozen=True, slots=True)
class Scope:
    """One assessment and one group or all, in one version and one language; subclasses know how to `ask`.

    `about`, `assessment` and `group` are rows of the questions `about`, `assessments` and `groups`; `group` is None for
    all groups. `groups` are those of the assessment.
    """

    words: Words
    version: Version
    about: Any
    assessments: pd.DataFrame
    assessment: Any
    groups: pd.DataFrame
    group: Any | None

    @property
    def lang(self) -> str:
        """The language of the reader."""
        return self.words.lang

    @property
    def assessment_code(self) -> str:
        """The assessment that all is about."""
        return self.assessment.assessment_code

    @property
    def group_code(self) -> str | None:
        """The group that all is about; None for all groups."""
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
    def before(self) -> Any | None:
        """The row of the assessment before; None for the first."""
        return _row(self.assessments, "assessment_code", self.assessment.previous_code)

    @property
    def group_name(self) -> str:
        """The group's name, or the words for all groups."""
        return self.words("controls.all_groups") if self.group is None else self.group.group_name

    @property
    def office(self) -> str:
        """Whose data they are."""
        return self.about.office_name_en if self.lang == "en" else self.about.office_name

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
        """A question's answer from the version; see the question for the columns."""
        raise NotImplementedError

    def ask_here(self, question: queries.Question) -> pd.DataFrame:
        """The answer for the assessment and the group."""
        return self.ask(question, assessment=self.assessment_code, group=self.group_code)

    def earlier_ranking(self) -> pd.DataFrame:
        """The ranking of the assessment before, when it used the same criteria set; empty otherwise."""
        before = self.before
        same_set = before is not None and before.criteria_set_code == self.assessment.criteria_set_code
        earlier = before.assessment_code if same_set else None
        return self.ask(queries.ranking, assessment=earlier, group=self.group_code)

    def of_group(self, group: Any | None) -> Self:
        """The same of another group (a row of `groups`), or of all for None."""
        return replace(self, group=group)


@dataclass(frozen=True, slots=True)
class DatabaseScope(Scope):
    """A scope that asks an open database."""

    database: Database

    def ask(self, question: queries.Question, **parameters: Any) -> pd.DataFrame:
        """A question's answer from the version; see the question for the columns."""
        with self.database.cursor() as cursor:
            return question(cursor, **parameters)


@dataclass(frozen=True, slots=True)
class RememberingScope(DatabaseScope):
    """A scope that asks everything once, for a job that asks the same for one unit after the other."""

    answers: dict[tuple, pd.DataFrame] = field(default_factory=dict)

    @classmethod
    def of(cls, scope: DatabaseScope) -> Self:
        """The same scope, with nothing remembered yet."""
        return cls(**{part.name: getattr(scope, part.name) for part in fields(scope)})

    def ask(self, question: queries.Question, **parameters: Any) -> pd.DataFrame:
        """A question's answer from the version, as a table of the caller's own: what is written into it stays there."""
        asked = (question.__name__, tuple(sorted(parameters.items())))
        if asked not in self.answers:
            self.answers[asked] = DatabaseScope.ask(self, question, **parameters)
        return self.answers[asked].copy(deep=False)


def open_scope(
    database: Database, words: Words, assessment: str | None = None, group: str | None = None
) -> DatabaseScope:
    """The scope of the assessment and group of these codes: the latest one and all groups without.

    Raises UnknownCodeError for a code that the version does not have.
    """
    with database.cursor() as cursor:
        about = next(rows_of(queries.about(cursor)))
        assessments = queries.assessments(cursor)
        code = assessment or next(iter(assessments["assessment_code"]), "")
        chosen = known_row(assessments, "assessment", code)
        groups = queries.groups(cursor, assessment=code)
    in_group = None if group is None else known_row(groups, "group", group)
    return DatabaseScope(words, database.version, about, assessments, chosen, groups, in_group, database)


def known_row(table: pd.DataFrame, kind: str, code: str, *, called: str | None = None) -> Any:
    """The row of `<kind>_code`; raises UnknownCodeError, of the kind or what it is `called`, where there is none."""
    row = _row(table, f"{kind}_code", code)
    if row is None:
        raise UnknownCodeError(called or kind, code, list(table[f"{kind}_code"]))
    return row


def _row(table: pd.DataFrame, column: str, code: str | None) -> Any | None:
    return None if code is None else next(rows_of(table[table[column] == code]), None)
