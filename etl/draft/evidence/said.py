"""The evidence in the words of a proposed row's note."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from etl.draft.evidence.bands import SHARE, Band, BandFit
from etl.draft.evidence.cases import BY_RULE, Cases, is_enough
from etl.draft.evidence.ranks import GROUP, SHARED, RankFit
from etl.draft.evidence.totals import Fit
from etl.draft.evidence.weights import Weights
from etl.draft.words import say
from etl.office.load import Row
from etl.text.numbers import written

MOST_NAMED = 3
PLACES = 2


def note_on_set(cases: Cases, fit: Fit, weights: Weights | None, ranks: RankFit, proven: Row) -> str:
    """What was proven about a set, what contradicts it, and what is left to ask, one sentence each."""
    sentences = [
        *_on_totals(fit, weights, proven),
        *_on_rules(cases, fit, proven),
        *_on_ranks(ranks, weights, proven),
        say("confirm_rules"),
    ]
    return " ".join(sentences)


def note_on_band(band: Band, fit: BandFit) -> str:
    """How many grades the bands explain, and which other bounds would explain as many."""
    basis = say("by_share" if fit.basis == SHARE else "by_points")
    proof = say("grades_explained", explained=fit.explained, of=fit.grades, basis=basis)
    if band.low == band.high:
        return proof
    values = {"low": _shown(band.low), "high": _shown(band.high)}
    return f"{proof} {say('bound_certain' if band.is_certain else 'bound_open', **values)}"


def _on_totals(fit: Fit, weights: Weights | None, proven: Row) -> list[str]:
    if not fit.totals:
        return [say("no_totals")]
    if weights:
        listed = ", ".join(f"{code} × {_fraction(weight)}" for code, weight in weights.items())
        return [say("weights_printed" if "total_rule" in proven else "weights_found", weights=listed)]
    if "not_applicable_rule" not in proven:
        return [say("totals_unexplained", explained=fit.explained, of=fit.totals)]
    said = [say("totals_explained", explained=fit.explained, of=fit.totals)]
    if fit.unexplained:
        listed = "; ".join(
            say(
                "total_differs",
                place=total.place,
                printed=_shown(total.points),
                computed=_shown(fit.rules.points(total.parts)),
            )
            for total in fit.unexplained[:MOST_NAMED]
        )
        said.append(say("totals_differ", totals=listed))
    return said


def _on_rules(cases: Cases, fit: Fit, proven: Row) -> list[str]:
    if "not_applicable_rule" not in proven:
        return [say("confirm_not_applicable")]
    said = []
    rules = fit.alternatives("not_applicable_rule")
    if not cases.has_not_applicable:
        said.append(say("not_applicable_unseen"))
    elif len(rules) > 1:
        said.append(say("not_applicable_open", rules=", ".join(map(str, rules))))
    if any(total.parts.penalty for total in cases.totals):
        signs = fit.alternatives("penalties")
        said.append(say("penalties_open" if len(signs) > 1 else f"penalties_{signs[0]}"))
    for kind in ("bonus", "penalty"):
        possible = fit.alternatives(f"{kind}_cap")
        if len(possible) > 1:
            said.append(say(f"{kind}_cap_open", caps=", ".join(map(_cap, possible))))
    return said


def _on_ranks(ranks: RankFit, weights: Weights | None, proven: Row) -> list[str]:
    if not ranks.ranks:
        return []
    reading = ranks.ranking
    counted = {"explained": ranks.explained, "of": ranks.ranks}
    if (weights or proven.get("total_rule")) and is_enough(ranks.explained, ranks.ranks):
        return [say("ranks_by_printed" if proven.get("total_rule") else "ranks_weighed", **counted)]
    if "official_stage" not in proven:
        return [say("ranks_unexplained", **counted)]
    said = [say("ranks_explained", **counted, ties=say(f"ties_{reading.ties}"), scope=say(f"scope_{reading.scope}"))]
    if reading.ties != SHARED or reading.scope != GROUP:
        said.append(say("ranks_otherwise"))
    if len(ranks.stages) > 1:
        named = ", ".join(say("last_stage") if stage == BY_RULE else stage for stage in ranks.stages)
        said.append(say("stages_open", stages=named))
    return said


def _cap(cap: str | Decimal | None) -> str:
    return written(cap) if isinstance(cap, Decimal) else say("no_cap")


def _shown(number: Decimal) -> str:
    return written(number.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP))


def _fraction(weight: Fraction) -> str:
    decimal = Decimal(weight.numerator) / Decimal(weight.denominator)
    return written(decimal) if decimal * 100 == int(decimal * 100) else f"{weight.numerator}/{weight.denominator}"
