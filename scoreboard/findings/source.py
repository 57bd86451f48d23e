"""What is said of where a number comes from: what it is, the cell it was read in, what was found wrong there."""

from __future__ import annotations

from typing import Any

import pandas as pd

from scoreboard.findings import printed
from scoreboard.rows import rows_of
from scoreboard.text import Words, names
from scoreboard.text import numbers as written


def total(profile: Any, words: Words) -> str:
    """A unit's total and share (a row of the question `unit_profile`), or why there is none."""
    if profile.points is None:
        reason = words(f"reason.unranked.{'no_points' if profile.is_submitted else 'not_submitted'}")
        return words("source.lead.none", unit=profile.unit_name, reason=reason)
    key = "source.lead.total_partial" if profile.is_partial else "source.lead.total"
    points, share = written.points(profile.points, words.lang), written.share(profile.share, words.lang)
    return words(key, unit=profile.unit_name, points=points, share=share)


def printed_compared(profile: Any, is_total: bool, words: Words) -> str:
    """What the results in print are for, and which of a unit's differ from the computed ones, with the reasons.

    `profile` is a row of the question `unit_profile`; only the results of the whole unit (`is_total`) are compared.
    """
    found = printed.differences(profile) if is_total else []
    differing = "; ".join(
        words(
            "source.printed.difference",
            what=names.in_sentence(words(f"profile.printed.{one.what}")),
            reason=printed.why(one.what, one.reason, words),
        )
        for one in found
    )
    said = words("source.printed.differing", results=differing) if differing else ""
    return " ".join(filter(None, (words("source.printed.compared"), said)))


def points(unit_name: str, criterion: Any, standing: Any | None, parts: int, words: Words) -> str:
    """A unit's points on one criterion, or in words why there are none; and the weight that makes them of the cell's.

    `criterion` is a row of the question `criteria`, `standing` of `criterion_standing` (None without a result); `parts`
    counts the scored criteria below a section.
    """
    said = {"unit": unit_name, "criterion": f"{criterion.criterion_code} {names.in_sentence(criterion.criterion_name)}"}
    if standing is None:
        return words("source.lead.nothing", **said)
    said["points"] = written.points(standing.points, words.lang)
    said["max_points"] = written.shortest(standing.max_points, words.lang)
    if not standing.is_scored:
        return words("source.lead.section_partial" if standing.is_partial else "source.lead.section", n=parts, **said)
    if standing.state != "scored":
        state = names.in_sentence(words(f"figures.state.{standing.state}"))
        return words("source.lead.absent" if standing.points is None else "source.lead.counted", state=state, **said)
    weighed = _weighed(criterion, words)
    if standing.verdict is None:
        extra = words("source.lead.extra", **said | {"points": written.change(standing.points, words.lang)})
        return f"{extra} {weighed}".rstrip()
    verdict = names.in_sentence(words(f"figures.verdict.{standing.verdict}"))
    return f"{words('source.lead.scored', verdict=verdict, **said)} {weighed}".rstrip()


def _weighed(criterion: Any, words: Words) -> str:
    weight = written.shortest(criterion.weight, words.lang)
    return words("source.lead.weighed", weight=weight) if criterion.weight != 1 else ""


def cells(read: pd.DataFrame, words: Words) -> str:
    """The cell that counts among the rows of the question `score_cells`, else the last one that was read."""
    if read.empty:
        return words("source.cells.finding_none")
    official = read[read["is_official"].eq(True)]
    counted = (official if len(official) else read).iloc[-1]
    return words("source.cells.finding", cell=counted["cell"], sheet=counted["sheet"])


def parts_heading(parts: pd.DataFrame, words: Words) -> str:
    """Of how many criteria a number is the sum."""
    return words("source.parts.finding", n=len(parts)) if len(parts) else words("source.parts.finding_none")


def problems_here(problems: pd.DataFrame, places: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows of the question `problems` at the cells in `places` (file, sheet, cell), and the others of their sheets.

    A problem of a whole file belongs to its sheets.
    """
    read = {(row.file, row.sheet, row.cell) for row in rows_of(places)}
    sheets = {(file, sheet) for file, sheet, _ in read} | {(file, "") for file, _, _ in read}
    at_cell = [(row.file, row.sheet, row.cell) in read for row in rows_of(problems)]
    at_sheet = [(row.file, row.sheet) in sheets for row in rows_of(problems)]
    in_cell, in_sheet = pd.Series(at_cell, problems.index, bool), pd.Series(at_sheet, problems.index, bool)
    return problems[in_cell], problems[in_sheet & ~in_cell]


def problems_heading(at_cell: pd.DataFrame, at_sheet: pd.DataFrame, words: Words) -> str:
    """How many problems there are at the cell, else on its sheet."""
    if len(at_cell):
        return words("source.problems.finding_cell", n=len(at_cell))
    return words("source.problems.finding", n=len(at_sheet)) if len(at_sheet) else words("source.problems.none")
