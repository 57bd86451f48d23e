"""The pictures of one unit, of two or three side by side, and of one beside its group."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from scoreboard import queries
from scoreboard.figures.peer_dots import peer_dots
from scoreboard.figures.share_history import share_history
from scoreboard.figures.unit_sections import unit_key, unit_sections
from scoreboard.findings import comparison, profile, standing
from scoreboard.pictures import about
from scoreboard.pictures.picture import Picture
from scoreboard.scope import Scope
from scoreboard.text import names


def peers(scope: Scope, unit: Any) -> Picture:
    """The share of every unit of the group in each section, the unit (a row of `units`) in front."""
    w = scope.words
    rows = scope.ask(queries.section_peers, assessment=scope.assessment_code, group=unit.group_code)
    return Picture(
        "peers",
        profile.peers_heading(rows, unit.unit_code, w),
        profile.peers_compared(rows, w),
        partial(peer_dots, rows, words=w, focus=unit.unit_code) if rows["share"].notna().any() else None,
        about=about.of_unit(scope, unit, rows["unit_code"].nunique()),
    )


def history(scope: Scope, unit: Any) -> Picture:
    """The share of the unit (a row of `units`) beside its group's mean, round by round up to the assessment."""
    w, grouped = scope.words, {"assessment": scope.assessment_code, "group": unit.group_code}
    rows = scope.ask(queries.share_history, **grouped, unit=unit.unit_code)
    predecessors = scope.ask(queries.predecessor_history, assessment=scope.assessment_code, unit=unit.unit_code)
    means = scope.ask(queries.mean_shares, **grouped)
    has_share = rows["share"].notna().any() or rows["mean_share"].notna().any()
    draw = partial(
        share_history,
        rows,
        words=w,
        predecessors=None if predecessors.empty else predecessors,
        share_range=standing.common_range(means, rows) if has_share else None,
    )
    beside = means.loc[means["assessment_code"] == scope.assessment_code, "units"].sum()
    return Picture(
        "history",
        standing.history_heading(rows, unit.unit_name, scope.when, w),
        standing.history_compared(predecessors, w) if has_share else "",
        draw if has_share else None,
        about=about.of_unit(scope, unit, int(beside)),
        comparable=about.through(scope, rows["assessment_code"]),
    )


def compared_sections(scope: Scope, units: Sequence[Any]) -> Picture | None:
    """The share of two or three units (rows of `units`) in each section; None where the set has no section."""
    w, called = scope.words, {unit.unit_code: unit.unit_name for unit in units}
    groups = dict.fromkeys(unit.group_code for unit in units)
    rows = pd.concat(
        [scope.ask(queries.section_peers, assessment=scope.assessment_code, group=group) for group in groups]
    )
    rows = rows[rows["unit_code"].isin(called)].assign(code=lambda found: found["section_code"])
    if rows.empty:
        return None
    return Picture(
        "compared_sections",
        comparison.sections_heading(rows, w),
        w("comparison.sections.compared"),
        partial(unit_sections, rows, words=w, units=tuple(called)),
        partial(unit_key, tuple(called.values()), words=w),
        about=(names.listed(list(called.values()), w), w("pictures.about.units", n=len(called))),
    )
