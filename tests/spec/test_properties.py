"""What holds of any office, however its scores fall."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, product
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from etl.build.mart_keys import repeated_keys
from etl.harmonise.scores import Harmonised, Score, State
from etl.office.load import Reference, full_row
from etl.office.reference import OfficeFacts
from tests.naive import read
from tests.recompute import differences
from tests.spec.office import built_from, memberships_of, score_of

few = settings(max_examples=8, deadline=None, derandomize=True)

MAXIMA = [Decimal(text) for text in ("0.5", "1", "3", "12.5", "33.3")]
WEIGHTS = st.sampled_from([None, None, Decimal(1), Decimal(2), Decimal("0.3333333333")])
TENTHS = st.integers(0, 10)
ABSENT = st.sampled_from(["", "-", "KAD", "???"])
KINDS = {"1": "normal", "2": "normal", "3": "normal", "C": "bonus", "T": "penalty"}
SETS = ("CU", "MOI")
YEARS = dict(zip(("2020", "2021", "2022"), ("CU", "CU", "MOI"), strict=True))
UNITS = {"A": "phuong", "B": "phuong", "C": "phuong", "D": "phong", "E": "phong"}


@st.composite
def offices(draw: st.DrawFn) -> tuple[Reference, Harmonised]:
    """An office of five units in two groups, three years and two criteria sets, with any scores."""
    maxima = {(code, name): draw(st.sampled_from(MAXIMA)) for code, name in product(SETS, KINDS)}
    reference = Reference(OfficeFacts("co-quan", "Cơ quan"), _reference_tables(draw, maxima))
    scores = []
    for (year, code), unit, (name, kind) in product(YEARS.items(), UNITS, KINDS.items()):
        most = maxima[code, name]
        text = draw(st.one_of(TENTHS, ABSENT) if kind == "normal" else TENTHS)
        if isinstance(text, int):
            text = str(most * text / 10 * (-1 if kind == "penalty" else 1))
        place = {"assessment_code": year, "unit_code": unit, "stage_code": "appraised"}
        scores.append(score_of(place, name, text))
    members = [
        {"assessment_code": year, "unit_code": unit, "group_code": group, "is_submitted": draw(SUBMITTED)}
        for year, (unit, group) in product(YEARS, UNITS.items())
    ]
    return reference, Harmonised(scores, [], memberships_of({"memberships": members}))


SUBMITTED = st.sampled_from(["true"] * 9 + ["false"])


def _reference_tables(draw: st.DrawFn, maxima: dict[tuple[str, str], Decimal]) -> dict[str, list[dict]]:
    rules = st.sampled_from(["zero", "full_marks", "excluded"])
    return {
        "criteria_sets": [
            full_row("criteria_sets", criteria_set_code=code, not_applicable_rule=draw(rules), bonus_cap=Decimal(1))
            for code in SETS
        ],
        "criteria": [
            full_row(
                "criteria",
                criteria_set_code=code,
                criterion_code=name,
                kind=KINDS[name],
                max_points=most,
                weight=draw(WEIGHTS),
            )
            for (code, name), most in maxima.items()
        ],
        "criterion_links": [
            full_row(
                "criterion_links",
                from_set_code="CU",
                from_criterion_code=before,
                to_set_code="MOI",
                to_criterion_code=now,
                kind=draw(st.sampled_from(["rescaled", "split", "merged"])),
            )
            for before, now in draw(st.sets(st.tuples(*[st.sampled_from(["1", "2", "3"])] * 2), max_size=4))
        ],
        "grades": [
            full_row("grades", criteria_set_code="CU", grade_code=str(value), grade_name=str(value), min_value=value)
            for value in draw(st.sets(st.integers(0, 60).map(Decimal), max_size=4))
        ],
        "assessments": [
            full_row("assessments", assessment_code=year, year=int(year), criteria_set_code=code)
            for year, code in YEARS.items()
        ],
        "units": [full_row("units", unit_code=unit, unit_name=unit) for unit in UNITS],
    }


MARTS = (
    "total",
    "criterion_result",
    "parent_result",
    "criterion_summary",
    "stage_total",
    "peer_comparison",
    "criterion_history",
    "over_claim_group",
    "like_for_like",
    "unit_change",
    "change_part",
    "criterion_bundle",
    "group_change",
    "group_change_part",
    "gap_closure",
    "criterion_summary_change",
)


def marts_of(office: tuple[Reference, Harmonised]) -> dict[str, list[str]]:
    with built_from(*office) as connection:
        return {mart: sorted(map(str, connection.table(mart).fetchall())) for mart in MARTS}


@few
@given(offices())
def test_database_equals_the_recomputation(office):
    with built_from(*office) as connection:
        assert differences(connection) == []
        assert repeated_keys(connection) == []


@few
@given(offices(), st.randoms(use_true_random=False))
def test_order_of_rows_changes_nothing(office, random: Random):
    reference, harmonised = office
    shuffled = Harmonised(_shuffled(harmonised.scores, random), [], _shuffled(harmonised.memberships, random))
    assert marts_of((reference, shuffled)) == marts_of(office)


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
    after = ranks_of((reference, replace(harmonised, scores=scores)))
    own = before[lowered.assessment_code, lowered.unit_code]
    for place, (group, rank) in before.items():
        if place[0] == lowered.assessment_code and group == own[0] and rank and own[1] and rank < own[1]:
            assert after[place] == (group, rank)


def _can_fall(score: Score) -> bool:
    return score.state is State.SCORED and KINDS[score.criterion_code] == "normal" and score.points > 0


def ranks_of(office: tuple[Reference, Harmonised]) -> dict[tuple[str, str], tuple[str, int | None]]:
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
