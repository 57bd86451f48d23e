"""Tables of many layouts and years to scores under our own identities."""

from __future__ import annotations

from etl.harmonise.corrections import correct
from etl.harmonise.duplicates import without_duplicates
from etl.harmonise.empty_sums import without_sums_of_nothing
from etl.harmonise.gather import not_submitted_in, printed_results_of, scores_of
from etl.harmonise.identify import Identities
from etl.harmonise.participation import Participation
from etl.harmonise.scores import Harmonised, Score
from etl.layout.table import Family, Table
from etl.office.load import Reference
from etl.problem import Problem

__all__ = ["Harmonised", "harmonise"]


def harmonise(tables: list[Table], reference: Reference) -> tuple[Harmonised, list[Problem]]:
    """What the tables say, in the identities of the reference, and everything that could not be identified or read.

    A unit that gave no scoresheet is a member without scores.
    """
    tables, corrected, problems = correct(tables, reference.rows("corrections"))
    identities = Identities(reference)
    participation = Participation(reference)
    harmonised = Harmonised(corrections=list(corrected.values()))
    scores: list[Score] = []
    own_sheets: set[tuple[str, str]] = set()
    for table in tables:
        sheet, found = identities.identify(table)
        problems += found
        if sheet is None:
            continue
        of_sheet, unreadable = scores_of(sheet, corrected)
        if table.family is Family.UNIT_SHEET:
            own_sheets.add((table.file, table.sheet))
        participation.add_sheet(sheet, not_submitted_in(sheet, of_sheet))
        harmonised.printed_results += printed_results_of(sheet)
        scores += of_sheet
        problems += unreadable
    scores, clashes = without_duplicates(scores, own_sheets)
    harmonised.printed_results = without_sums_of_nothing(harmonised.printed_results, scores)
    harmonised.memberships, homeless = participation.memberships()
    harmonised.scores, contradictions = _of_submitters(scores, harmonised)
    return harmonised, [*problems, *clashes, *homeless, *contradictions]


def _of_submitters(scores: list[Score], harmonised: Harmonised) -> tuple[list[Score], list[Problem]]:
    """The scores of units that gave a scoresheet, and points found for units that are said to have given none."""
    silent = {(each.assessment_code, each.unit_code) for each in harmonised.memberships if not each.is_submitted}
    kept = [score for score in scores if (score.assessment_code, score.unit_code) not in silent]
    first_points: dict[tuple[str, str], Score] = {}
    for score in scores:
        participant = (score.assessment_code, score.unit_code)
        if participant in silent and score.points is not None:
            first_points.setdefault(participant, score)
    return kept, [
        Problem(
            "points_without_submission",
            score.file,
            score.sheet,
            score.cell,
            score.raw_text,
            {"unit": score.unit_code, "assessment": score.assessment_code},
        )
        for score in first_points.values()
    ]
