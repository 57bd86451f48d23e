"""What a picture says below its chart: whom it shows, how many they are, and which rounds it sets side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scoreboard.scope import Scope
from scoreboard.text import names


def of_group(scope: Scope, units: int) -> tuple[str, ...]:
    """The scope's group, or all, and how many units of it are in the figure."""
    return (scope.group_name, scope.words("pictures.about.units", n=units))


def of_unit(scope: Scope, unit: Any, units: int) -> tuple[str, ...]:
    """The unit (a row of `units`), its group, and how many units of that it stands beside."""
    return (unit.unit_name, unit.group_name, scope.words("pictures.about.units", n=units))


def since(scope: Scope, baseline: Any | None) -> str:
    """The assessment compared with (a row of `assessments`), and whether it had the same criteria set."""
    if baseline is None:
        return ""
    is_same = baseline.criteria_set_code == scope.assessment.criteria_set_code
    before = names.assessment(baseline.assessment_name, scope.words)
    return scope.words(f"pictures.comparable.{'same_set' if is_same else 'other_set'}", before=before)


def through(scope: Scope, assessment_codes: Iterable[str]) -> str:
    """From which round to which the codes go, and in which of them the criteria set changed; empty for one round."""
    w, codes = scope.words, set(assessment_codes)
    rounds = scope.assessments[scope.assessments["assessment_code"].isin(codes)].sort_values("sort_order")
    called = [names.assessment(name, w) for name in rounds["assessment_name"]]
    if len(called) < 2:
        return ""
    sets = list(rounds["criteria_set_code"])
    changed = [name for name, new, old in zip(called[1:], sets[1:], sets, strict=False) if new != old]
    key = "rounds_changed" if changed else "rounds_same"
    return w(f"pictures.comparable.{key}", first=called[0], last=called[-1], changed=names.listed(changed, w))
