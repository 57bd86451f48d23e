"""The answers that documents about a whole assessment rest on, asked once, and what must be borne in mind of them."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from scoreboard import queries
from scoreboard.documents.model import Imprint
from scoreboard.findings import confirmation, overview, printed
from scoreboard.findings.key_figures import KeyFigure, closed, mean_share, not_done, well_graded
from scoreboard.rows import rows_of
from scoreboard.scope import Scope
from scoreboard.text import Words, names

NAMED = 5


@dataclass(frozen=True, slots=True)
class Results:
    """The answers of the questions of the same names, for the scope's assessment and group.

    `changes` is empty for the first assessment; `own_changes` are the rows of `change_by_unit`.
    """

    scope: Scope
    ranking: pd.DataFrame
    sections: pd.DataFrame
    costliest: pd.DataFrame
    criteria: pd.DataFrame
    lacking: pd.DataFrame
    own_changes: pd.DataFrame
    changes: pd.DataFrame
    outcomes: pd.DataFrame
    outcomes_by_unit: pd.DataFrame
    grades: pd.DataFrame
    earlier: pd.DataFrame

    @property
    def words(self) -> Words:
        """The words of the scope."""
        return self.scope.words

    def figures(self) -> list[KeyFigure]:
        """The band of key figures of the overview."""
        before, w = self.scope.when_before, self.words
        return [
            mean_share(self.ranking, self.own_changes, before, w),
            well_graded(self.ranking, self.earlier, self.grades, before, w),
            not_done(self.ranking, w),
            closed(self.outcomes, before, w),
        ]

    def main_points(self) -> tuple[str, ...]:
        """What a leader reads first: level and change, concentration, what is left undone."""
        before, w = self.scope.when_before, self.words
        said = (
            overview.level(self.ranking, self.own_changes, before, w),
            overview.concentration(self.costliest, self.ranking, w),
            overview.undone(self.ranking, self.outcomes, before, w),
        )
        return tuple(filter(None, said))

    def caveats(self) -> tuple[str, ...]:
        """What cannot be concluded, what differs from the printed results, what nobody has confirmed."""
        scope, w = self.scope, self.words
        said = [overview.unsure(self.ranking, w)]
        differing = [row.unit_name for row in rows_of(self.ranking) if printed.differences(row)]
        if differing:
            said.append(
                w("document.caveat.printed", n=len(differing), units=some(differing, "overview.unsure.more", w))
            )
        what = confirmation.unconfirmed(scope.assessment, w)
        if what:
            said.append(w("document.caveat.unconfirmed", what=what))
        said.append(w("document.caveat.groups"))
        return tuple(filter(None, said))


def gathered(scope: Scope) -> Results:
    """All answers for the scope."""
    before = scope.before
    narrowed = {"assessment": scope.assessment_code, "group": scope.group_code}
    return Results(
        scope,
        ranking=scope.ask_here(queries.ranking),
        sections=scope.ask_here(queries.top_level_verdicts),
        costliest=scope.ask_here(queries.costliest_criteria),
        criteria=scope.ask(queries.criterion_gaps, **narrowed, section=None),
        lacking=scope.ask_here(queries.lacking_units),
        own_changes=scope.ask_here(queries.change_by_unit),
        changes=pd.DataFrame()
        if before is None
        else scope.ask(queries.unit_changes, **narrowed, baseline=before.assessment_code),
        outcomes=scope.ask_here(queries.gap_outcome_counts),
        outcomes_by_unit=scope.ask_here(queries.gap_outcomes_by_unit),
        grades=scope.ask(queries.grades, assessment=scope.assessment_code),
        earlier=scope.earlier_ranking(),
    )


def imprint(scope: Scope) -> Imprint:
    """Where a document of the scope comes from."""
    about = scope.about
    return Imprint(
        lang=scope.lang,
        office=scope.office,
        superior=about.superior_name,
        place=about.place,
        context=tuple(scope.context),
        source=scope.source,
        mark=scope.mark,
        built_at=about.built_at,
    )


def some(listed: list[str], more_key: str, words: Words) -> str:
    """The first few names, and how many more there are."""
    more = len(listed) - NAMED
    return names.listed([*listed[:NAMED], words(more_key, n=more)] if more > 0 else listed, words)
