"""The cells that count, the sections above them and what the sheets print, naively."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.naive import LATER_STAGES, MISSING, SHARE_DIGITS, Key, Office, Row, cut


def official_scores(office: Office) -> dict[Key, Row]:
    """Expected values of `official_score` by assessment, unit and criterion, where a stage that counts has a cell."""
    expected = {}
    for place, given in office.cells.items():
        stage = office.official_stage(place[0])
        prescribed = office.set_of(place[0])["official_stage"]
        counting = (stage,) if prescribed or stage == "self" else LATER_STAGES
        if any(each in given for each in counting):
            cell = office.cell_at(place, stage)
            expected[place] = {name: cell[name] for name in ("stage_code", "state", "points")}
    return expected


def parents(criteria: dict[Key, Row], results: dict[Key, Row], office: Office) -> dict[Key, Row]:
    """Expected values of `parent_result` by assessment, unit and section, criteria given by set and code."""
    below: dict[Key, list[Row]] = {}
    for (assessment, unit, code), result in results.items():
        set_code = office.set_of(assessment)["criteria_set_code"]
        above = criteria[set_code, code]["parent_code"] if result["kind"] == "normal" else None
        while above:
            if criteria[set_code, above]["kind"] == "normal":
                below.setdefault((assessment, unit, above), []).append(result)
            above = criteria[set_code, above]["parent_code"]
    return {place: _section(rows) for place, rows in below.items()}


def _section(rows: list[Row]) -> Row:
    row: Row = {"group_code": rows[0]["group_code"]}
    for name in ("points", "max_points", "gap_points"):
        given = [each[name] for each in rows if each[name] is not None]
        row[name] = sum(given, Decimal(0)) if given else None
    is_told = row["points"] is not None and row["max_points"]
    row["share"] = cut(Fraction(row["points"]) / Fraction(row["max_points"]), SHARE_DIGITS) if is_told else None
    row["is_partial"] = row["points"] is not None and any(each["state"] in MISSING for each in rows)
    return row


def printed_values(office: Office, place: Key) -> Row:
    """The total, rank and grade that the sheets print for a unit, of the stage that counts most."""
    own = [row for row in office.printed if (row["assessment_code"], row["unit_code"]) == place]
    found: dict[str, dict[str, Any]] = {what: {} for what in ("total", "rank", "grade")}
    for row in own:
        if row["what"] in found:
            found[row["what"]][row["stage_code"]] = row
    prescribed = office.set_of(place[0])["official_stage"]
    order = [prescribed, *reversed(LATER_STAGES)]
    if prescribed is None and office.stages[place[0]] <= {"self"}:
        order.insert(0, "self")
    taken = {what: next((rows[stage] for stage in order if stage in rows), {}) for what, rows in found.items()}
    rank = taken["rank"].get("points")
    return {
        "printed_points": taken["total"].get("points"),
        "printed_rank": None if rank is None else int(rank),
        "printed_grade": taken["grade"].get("raw_text"),
    }
