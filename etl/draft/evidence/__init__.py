"""What printed totals, ranks and grades prove about the rules behind them, proposed with the evidence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from etl.check.evidence import Evidence
from etl.draft.evidence.bands import BandFit, bands_of
from etl.draft.evidence.cases import BY_RULE, Cases, cases_by_set, is_enough
from etl.draft.evidence.ranks import RankFit, ranks_of
from etl.draft.evidence.said import note_on_band, note_on_set
from etl.draft.evidence.totals import TAKEN, Fit, Rules, fit_of, heading_cap
from etl.draft.evidence.weights import Weights, as_decimal, weights_of
from etl.draft.proposal import free_code, proposed
from etl.harmonise import harmonise
from etl.layout.table import Table
from etl.office.codes import broken_pointers
from etl.office.load import Reference, Row
from etl.office.reference import TABLES

__all__ = ["Inferred", "infer"]


@dataclass(frozen=True)
class Inferred:
    """What printed results prove: the new rows of criteria sets and of criteria, and grades for sets without any."""

    sets: list[Row]
    criteria: list[Row]
    grades: list[Row]


def infer(tables: list[Table], reference: Reference, new_sets: list[Row], new_criteria: list[Row]) -> Inferred:
    """The new rows with what the printed results prove: rules of a set, weights of criteria, bands of grades.

    Rules that nothing proves stay as they were proposed, and the note says what is still to be asked.
    """
    sound = _without_dangling(reference)
    harmonised, _ = harmonise(tables, sound)
    cases_of = cases_by_set(Evidence(harmonised, sound, tables))
    new = {row["criteria_set_code"] for row in new_sets}
    has_grades = {row["criteria_set_code"] for row in reference.rows("grades")}
    of_new = {(row["criteria_set_code"], row["criterion_code"]): row for row in new_criteria}
    sets: list[Row] = []
    grades: list[Row] = []
    for row in reference.rows("criteria_sets"):
        code = row["criteria_set_code"]
        cases = cases_of.get(code)
        weights = _open_weights(code, cases, of_new) if cases and code in new else None
        inferred = _inferred(row, cases, weights, is_new=code in new) if cases else None
        if inferred and code not in has_grades:
            grades += _grades(code, inferred[1])
        if code in new:
            sets.append(inferred[0] if inferred else row)
        for criterion_code, weight in ((weights and weights.decimals) or {}).items():
            of_new[code, criterion_code] = of_new[code, criterion_code] | {"weight": weight}
    return Inferred(sets, list(of_new.values()), grades)


@dataclass(frozen=True)
class _Weights:
    """Weights as found, and as rows of `criteria` can hold them: None where they cannot."""

    found: Weights
    decimals: dict[str, Decimal] | None


def _open_weights(set_code: str, cases: Cases, of_new: dict[tuple[str, str], Row]) -> _Weights | None:
    """Weights that explain totals which no plain sum explains; they go into criteria that nobody has written yet."""
    fit = fit_of(cases)
    found = None if is_enough(fit.explained, fit.totals) else weights_of(cases)
    if not found:
        return None
    decimals = {code: as_decimal(weight) for code, weight in found.items()}
    is_sayable = all((set_code, code) in of_new and decimal is not None for code, decimal in decimals.items())
    sayable = {code: decimal for code, decimal in decimals.items() if decimal is not None and decimal != 1}
    return _Weights(found, sayable if is_sayable else None)


def _inferred(row: Row, cases: Cases, weights: _Weights | None, is_new: bool) -> tuple[Row, BandFit | None]:
    """The row of a set with what its cases prove, and its bands; a row that is not new keeps its rules."""
    if not is_new:
        rules = Rules(row["not_applicable_rule"], TAKEN, row["bonus_cap"], row["penalty_cap"])
        bands = bands_of(cases, rules, row["official_stage"] or BY_RULE)
        return row, bands if bands and is_enough(bands.explained, bands.grades) else None
    fit = fit_of(cases)
    rules = fit.rules if is_enough(fit.explained, fit.totals) else None
    ranks = ranks_of(cases, rules)
    bands = bands_of(cases, rules, ranks.ranking.stage)
    if bands and not is_enough(bands.explained, bands.grades):
        bands = None
    changes = _proven(cases, fit, weights, ranks, bands)
    found = weights.found if weights else None
    return row | changes | {"note": note_on_set(cases, fit, found, ranks, changes)}, bands


def _proven(cases: Cases, fit: Fit, weights: _Weights | None, ranks: RankFit, bands: BandFit | None) -> Row:
    """The values that the printed results prove; a cap that nobody reached is the one that the heading prints."""
    if weights:
        return _of_ranks(ranks) | ({} if weights.decimals is not None else {"total_rule": "printed"})
    if not is_enough(fit.explained, fit.totals):
        # Ranks by totals that no rule explains prove that the office itself holds the printed totals to be right.
        are_ranked = ranks.ranks and is_enough(ranks.explained, ranks.ranks)
        return _of_ranks(ranks) | {"total_rule": "printed"} if are_ranked else {}
    changes: Row = _of_ranks(ranks)
    if fit.totals:
        changes["not_applicable_rule"] = fit.rules.not_applicable_rule
        for kind in ("bonus", "penalty"):
            possible = fit.alternatives(f"{kind}_cap")
            stated = heading_cap(cases, kind)
            changes[f"{kind}_cap"] = stated if stated in possible else possible[0]
    if ranks.ranks and is_enough(ranks.explained, ranks.ranks):
        changes["official_stage"] = ranks.ranking.stage
    if bands:
        changes["grade_basis"] = bands.basis
    return changes


def _of_ranks(ranks: RankFit) -> Row:
    """How printed ranks treat ties and whom they are among, where all the best readings agree."""
    if not ranks.ranks or not is_enough(ranks.explained, ranks.ranks):
        return {}
    ties = {ranking.ties for ranking in ranks.rankings}
    scopes = {ranking.scope for ranking in ranks.rankings}
    return ({"printed_ties": ties.pop()} if len(ties) == 1 else {}) | (
        {"printed_scope": scopes.pop()} if len(scopes) == 1 else {}
    )


def _grades(set_code: str, bands: BandFit | None) -> list[Row]:
    rows: list[Row] = []
    for place, band in enumerate(bands.bands if bands else (), start=1):
        code = free_code(band.name, (row["grade_code"] for row in rows))
        rows.append(
            proposed(
                "grades",
                criteria_set_code=set_code,
                grade_code=code,
                grade_name=band.name,
                min_value=band.min_value,
                sort_order=place,
                note=note_on_band(band, bands),
            )
        )
    return rows


def _without_dangling(reference: Reference) -> Reference:
    """The reference without rows that name a code nobody defined: they wait for a person, and prove nothing."""
    tables = {table.name: reference.rows(table.name) for table in TABLES}
    broken = {(name, place) for name, place, _ in broken_pointers(tables)}
    sound = {
        name: [row for place, row in enumerate(rows) if (name, place) not in broken] for name, rows in tables.items()
    }
    return Reference(reference.facts, sound)
