"""What holds of any office, however its scores fall."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from etl.build.mart_keys import MART_KEYS, repeated_keys
from etl.harmonise.scores import Harmonised, Score, State
from tests.naive import Row, read
from tests.recompute import differences
from tests.spec.any_office import KINDS, NEW_NAMES, YEARS, AnyOffice, few, offices
from tests.spec.office import built_from

FRACTION_CUT = Decimal("0.3333333333")


def marts_of(office: AnyOffice) -> dict[str, list[str]]:
    with built_from(*office) as connection:
        return {mart: sorted(map(str, connection.table(mart).fetchall())) for mart in MART_KEYS}


@settings(few, max_examples=25)
@given(offices())
def test_database_equals_the_recomputation(office):
    with built_from(*office) as connection:
        assert differences(connection) == []
        assert repeated_keys(connection) == []


@few
@given(offices(), st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(office, random: Random):
    shuffled = Harmonised(
        _shuffled(office.harmonised.scores, random), [], _shuffled(office.harmonised.memberships, random)
    )
    assert marts_of(office._replace(harmonised=shuffled)) == marts_of(office)


def _shuffled(rows: list, random: Random) -> list:
    return random.sample(rows, len(rows))


@few
@given(offices())
def test_gap_and_points_make_the_maximum(office):
    with built_from(*office) as connection:
        for result in read(connection, "criterion_result"):
            if result["kind"] == "normal" and result["state"] == "scored":
                assert result["gap_points"] + result["points"] == result["max_points"]
                assert result["gap_points"] >= 0


@few
@given(offices(), st.data())
def test_worse_unit_never_moves_a_better_one(office, data):
    reference, harmonised = office
    able = [score for score in harmonised.scores if _can_fall(score)]
    assume(able)
    lowered = data.draw(st.sampled_from(able))
    fallen = replace(lowered, points=lowered.points / 2)
    scores = [fallen if score is lowered else score for score in harmonised.scores]
    before = ranks_of(office)
    after = ranks_of(AnyOffice(reference, replace(harmonised, scores=scores)))
    own = before[lowered.assessment_code, lowered.unit_code]
    for place, (group, rank) in before.items():
        if place[0] == lowered.assessment_code and group == own[0] and rank and own[1] and rank < own[1]:
            assert after[place] == (group, rank)


def _can_fall(score: Score) -> bool:
    return score.state is State.SCORED and KINDS[score.criterion_code] == "normal" and score.points > 0


def ranks_of(office: AnyOffice) -> dict[tuple[str, str], tuple[str, int | None]]:
    with built_from(*office) as connection:
        return {
            (row["assessment_code"], row["unit_code"]): (row["group_code"], row["rank"])
            for row in read(connection, "total")
        }


@few
@given(offices())
def test_more_points_never_earn_a_lower_grade(office):
    with built_from(*office) as connection:
        totals = [row for row in read(connection, "total") if YEARS[row["assessment_code"]] == "CU"]
    graded = sorted((row["points"], Decimal(row["grade_code"] or -1)) for row in totals if row["points"] is not None)
    for (_, lower), (_, higher) in pairwise(graded):
        assert lower <= higher


@few
@given(offices(), st.permutations([*"ABCDE", *NEW_NAMES.values()]))
def test_names_of_units_decide_no_rank(office, names):
    called = dict(zip([*"ABCDE", *NEW_NAMES.values()], names, strict=True))
    renamed = ranks_of(_with_units_called(office, called))
    assert renamed == {(year, called[unit]): rank for (year, unit), rank in ranks_of(office).items()}


def _with_units_called(office: AnyOffice, called: dict[str, str]) -> AnyOffice:
    scores, members = (
        [replace(row, unit_code=called[row.unit_code]) for row in rows]
        for rows in (office.harmonised.scores, office.harmonised.memberships)
    )
    renamed = [
        row | {name: called.get(row[name], "") for name in ("predecessor_code", "successor_code")}
        for row in office.reference.rows("unit_successions")
    ]
    return office.with_rows("unit_successions", renamed)._replace(harmonised=Harmonised(scores, [], members))


@few
@given(offices(), st.sampled_from([Decimal(2), Decimal(10), Decimal("0.5")]))
def test_scale_of_the_points_decides_no_rank_share_or_verdict(office, scale):
    criteria = [_scaled_criterion(row, Decimal(1)) for row in office.reference.rows("criteria")]
    exact = office.with_rows("criteria", criteria)
    assert judged(_scaled(exact, scale)) == judged(exact)


def _scaled(office: AnyOffice, scale: Decimal) -> AnyOffice:
    scores = [
        replace(score, points=None if score.points is None else score.points * scale)
        for score in office.harmonised.scores
    ]
    scaled = office._replace(harmonised=replace(office.harmonised, scores=scores))
    for table, change in (
        ("criteria", lambda row: _scaled_criterion(row, scale)),
        ("criteria_sets", lambda row: row | {"bonus_cap": row["bonus_cap"] * scale}),
        ("grades", lambda row: row | {"min_value": row["min_value"] * scale}),
    ):
        scaled = scaled.with_rows(table, [change(row) for row in office.reference.rows(table)])
    return scaled


def _scaled_criterion(row: Row, scale: Decimal) -> Row:
    """The criterion on another scale, without a weight that would be cut after ten decimals."""
    most = None if row["max_points"] is None else row["max_points"] * scale
    return row | {"max_points": most, "weight": None if row["weight"] == FRACTION_CUT else row["weight"]}


def judged(office: AnyOffice) -> dict[str, list[str]]:
    """What is said of units and criteria without naming points."""
    said = {
        "total": "assessment_code, unit_code, rank, is_tied, share, grade_code, unranked_reason",
        "criterion_result": "assessment_code, unit_code, criterion_code, share, verdict",
        "group_summary": "assessment_code, group_code, units, mean_share",
        "criterion_summary": "assessment_code, group_code, criterion_code, share, is_systemic, gap_rank",
        "peer_comparison": "assessment_code, unit_code, criterion_code, claim, no_claim_reason",
    }
    with built_from(*office) as connection:
        return {
            mart: sorted(map(str, connection.table(mart).project(columns).fetchall())) for mart, columns in said.items()
        }


@few
@given(offices())
def test_another_assessment_leaves_the_older_ones_as_they_were(office):
    newest = max(YEARS)
    scores, members = (
        [row for row in rows if row.assessment_code != newest]
        for rows in (office.harmonised.scores, office.harmonised.memberships)
    )
    older = office._replace(harmonised=Harmonised(scores, [], members))
    assert _told_of(older, newest) == _told_of(office, newest)


def _told_of(office: AnyOffice, but: str) -> dict[str, list[str]]:
    """What every mart says of assessments but one.

    Left aside are remedies, which wait for the next assessment, and bundles, which need the set of a later one.
    """
    told = {}
    with built_from(*office) as connection:
        for mart, key in MART_KEYS.items():
            of_one = [column for column in key if column in ("assessment_code", "to_assessment")]
            if of_one and mart not in ("remedy", "bundle_summary"):
                rows = connection.table(mart).filter(f"{of_one[0]} <> '{but}'").fetchall()
                told[mart] = sorted(map(str, rows))
    return told
