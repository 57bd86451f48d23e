"""What printed results prove of the rules behind them, and what they leave open."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from etl.draft.evidence.bands import bands_of
from etl.draft.evidence.cases import BY_RULE, Cases, Outcome, Parts, PrintedTotal
from etl.draft.evidence.ranks import ALL, DENSE, GROUP, ONE_EACH, SHARED, ranks_of
from etl.draft.evidence.totals import ADDED, TAKEN, Rules, fit_of
from etl.draft.evidence.weights import as_decimal, weights_of
from etl.harmonise.criteria import CriteriaSet
from etl.office import Reference, full_row
from etl.office.reference import OfficeFacts

PLAIN = Rules("zero", TAKEN, None, None)
FULL = Decimal(100)


def criteria_set(*rows: dict) -> CriteriaSet:
    full = [
        full_row("criteria", **{"criteria_set_code": "S", "criterion_name": row["criterion_code"], **row})
        for row in rows
    ]
    return CriteriaSet(Reference(OfficeFacts("office", "Office"), {"criteria": full}), "S")


def parts(normal, out=0, bonus=0, penalty=0, earned=None) -> Parts:
    return Parts(*map(Decimal, (str(normal), "100", str(out), str(bonus), str(penalty))), earned or {})


def printed(points, of: Parts) -> PrintedTotal:
    return PrintedTotal(Decimal(str(points)), of, "2020/a.xlsx", "Điểm", "F9")


def outcomes(*found: tuple) -> list[Outcome]:
    """One outcome per (points, rank, grade, group), all in one assessment."""
    return [
        Outcome("2020", f"unit-{place}", group, {BY_RULE: parts(points)}, rank, grade)
        for place, (points, rank, grade, group) in enumerate(found)
    ]


def cases(totals=(), units=(), of: CriteriaSet | None = None) -> Cases:
    return Cases(of or criteria_set(), list(totals), list(units))


@pytest.mark.parametrize(
    ("rule", "printed_total"), [("zero", "60"), ("full_marks", "80"), ("excluded", "75"), ("excluded", "75.00")]
)
def test_the_rule_for_criteria_that_do_not_apply_is_found(rule, printed_total):
    fit = fit_of(cases([printed(70, parts(70)), printed(printed_total, parts(60, out=20))]))
    assert fit.alternatives("not_applicable_rule") == [rule]
    assert (fit.explained, fit.totals) == (2, 2)


def test_rounded_total_is_explained():
    fit = fit_of(cases([printed("66.67", parts(60, out=10))]))
    assert fit.rules.not_applicable_rule == "excluded"


def test_without_any_such_criterion_every_rule_fits():
    assert len(fit_of(cases([printed(70, parts(70))])).alternatives("not_applicable_rule")) == 3


def test_caps_are_found_where_units_exceed_them():
    totals = [printed(73, parts(70, bonus=4)), printed(72, parts(70, bonus=2)), printed(65, parts(70, penalty=7))]
    rules = fit_of(cases(totals)).rules
    assert (rules.bonus_cap, rules.penalty_cap) == (3, 5)


def test_cap_that_nobody_reaches_stays_open():
    headed = criteria_set(
        {"criterion_code": "B", "kind": "bonus", "max_points": Decimal(3)},
        {"criterion_code": "B.1", "parent_code": "B", "kind": "bonus", "max_points": Decimal(2)},
        {"criterion_code": "B.2", "parent_code": "B", "kind": "bonus", "max_points": Decimal(2)},
    )
    fit = fit_of(cases([printed(71, parts(70, bonus=1))], of=headed))
    assert fit.alternatives("bonus_cap") == [None, 3]


@pytest.mark.parametrize(("sign", "total"), [(TAKEN, 68), (ADDED, 72)])
def test_what_becomes_of_penalties_is_found(sign, total):
    assert fit_of(cases([printed(total, parts(70, penalty=2))])).alternatives("penalties") == [sign]


def test_a_misprint_is_named():
    misprint = printed(72, parts(70))
    fit = fit_of(cases([printed(50 + n, parts(50 + n)) for n in range(9)] + [misprint]))
    assert (fit.explained, fit.unexplained) == (9, [misprint])


@pytest.mark.parametrize(("ranks", "ties"), [((1, 2, 2, 4), SHARED), ((1, 2, 2, 3), DENSE), ((1, 3, 2, 4), ONE_EACH)])
def test_tie_rule_is_found(ranks, ties):
    units = outcomes(*((points, rank, "", "g") for points, rank in zip((90, 80, 80, 70), ranks, strict=True)))
    fit = ranks_of(cases(units=units), PLAIN)
    assert {reading.ties for reading in fit.rankings} == {ties}
    assert (fit.explained, fit.ranks) == (4, 4)


@pytest.mark.parametrize(("ranks", "scope"), [((1, 1), GROUP), ((1, 2), ALL)])
def test_scope_of_ranks_is_found(ranks, scope):
    units = outcomes((90, ranks[0], "", "a"), (80, ranks[1], "", "b"))
    assert {reading.scope for reading in ranks_of(cases(units=units), PLAIN).rankings} == {scope}


def test_official_stage_is_found_where_stages_rank_differently():
    units = [
        Outcome("2020", unit, "g", {"appraised": parts(first), "appealed": parts(last), BY_RULE: parts(last)}, rank, "")
        for unit, first, last, rank in (("a", 80, 80, 1), ("b", 70, 90, 2))
    ]
    assert ranks_of(cases(units=units), PLAIN).stages == ["appraised"]


def test_ranks_that_nothing_explains_are_counted():
    units = outcomes((90, 7, "", "g"), (80, 9, "", "g"))
    assert ranks_of(cases(units=units), PLAIN).explained == 0


def test_bands_are_found_with_round_bounds():
    units = outcomes(*((points, None, "Tốt" if points >= 80 else "Khá", "g") for points in (70, 79.5, 80, 92)))
    fit = bands_of(cases(units=units), PLAIN, BY_RULE)
    assert [(band.name, band.min_value, band.is_certain) for band in fit.bands] == [("Tốt", 80, True), ("Khá", 0, True)]
    assert (fit.explained, fit.grades) == (4, 4)


def test_bound_between_distant_units_is_open():
    units = outcomes((70, None, "Khá", "g"), (92, None, "Tốt", "g"))
    best, _ = bands_of(cases(units=units), PLAIN, BY_RULE).bands
    assert (best.low, best.high, best.is_certain) == (70, 92, False)


def test_a_lowered_grade_does_not_move_the_bounds():
    graded = [(points, "Tốt" if points >= 80 else "Khá") for points in range(60, 100)]
    graded[35] = (95, "Khá")
    fit = bands_of(cases(units=outcomes(*((p, None, grade, "g") for p, grade in graded))), PLAIN, BY_RULE)
    assert fit.bands[0].min_value == 80
    assert (fit.explained, fit.grades) == (39, 40)


def test_bands_of_the_share_are_told_from_bands_of_points():
    units = [
        Outcome("2020", str(n), "g", {BY_RULE: parts(n, bonus=10 if n < 80 else 0)}, None, "Tốt" if n >= 80 else "Khá")
        for n in range(70, 90)
    ]
    fit = bands_of(cases(units=units), PLAIN, BY_RULE)
    assert (fit.basis, fit.bands[0].min_value) == ("share", 80)


def test_one_grade_alone_proves_no_band():
    assert bands_of(cases(units=outcomes((90, None, "Tốt", "g"))), PLAIN, BY_RULE) is None


def test_totals_that_no_rule_explains_may_be_what_ranks_and_grades_follow():
    units = [
        Outcome("2020", str(n), "g", {BY_RULE: parts(50)}, rank, grade, Decimal(total))
        for n, (rank, grade, total) in enumerate([(1, "Tốt", 92), (2, "Tốt", 80), (3, "Khá", 79), (4, "Khá", 60)])
    ]
    fit = ranks_of(cases(units=units), None)
    assert (fit.ranking.ties, fit.explained, fit.ranks) == (SHARED, 4, 4)
    bands = bands_of(cases(units=units), None, BY_RULE)
    assert [(band.name, band.min_value) for band in bands.bands] == [("Tốt", 80), ("Khá", 0)]


SECTIONS = criteria_set(
    {"criterion_code": "I", "kind": "normal", "max_points": Decimal(20)},
    {"criterion_code": "I.1", "parent_code": "I", "kind": "normal", "max_points": Decimal(20)},
    {"criterion_code": "II", "kind": "normal", "max_points": Decimal(10)},
)


def weighed(first, second, total) -> PrintedTotal:
    earned = {"I.1": Decimal(first), "II": Decimal(second)}
    return printed(total, parts(first + second, earned=earned))


def test_weights_that_explain_every_total_are_found():
    totals = [weighed(10, 5, 25), weighed(8, 9, 25), weighed(20, 1, 41), weighed(7, 7, 21)]
    assert weights_of(cases(totals, of=SECTIONS)) == {"I": Fraction(2), "II": Fraction(1)}


@pytest.mark.parametrize(
    ("weight", "said"), [("2", "2"), ("3/2", "1.5"), ("1/20", "0.05"), ("1/3", None), ("-1", None)]
)
def test_a_weight_goes_into_the_reference_where_a_decimal_says_it_exactly(weight, said):
    assert as_decimal(Fraction(weight)) == (said and Decimal(said))


def test_weights_that_one_total_contradicts_are_none():
    totals = [weighed(10, 5, 25), weighed(8, 9, 25), weighed(20, 1, 41), weighed(7, 7, 30)]
    assert weights_of(cases(totals, of=SECTIONS)) is None


def test_a_plain_sum_has_no_weights():
    totals = [weighed(10, 5, 15), weighed(8, 9, 17), weighed(20, 1, 21), weighed(7, 7, 14)]
    assert weights_of(cases(totals, of=SECTIONS)) is None


def test_too_few_totals_prove_no_weights():
    assert weights_of(cases([weighed(10, 5, 25), weighed(8, 9, 25)], of=SECTIONS)) is None
