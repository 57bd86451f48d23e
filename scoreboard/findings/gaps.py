"""Where points are lost: the shortfalls that units share, and those of single units."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd

from scoreboard.text import Words, names
from scoreboard.text import numbers as written

NAMED = 3
LEAST_SHARING = 3
TOP = 10


def heading(criteria: pd.DataFrame, words: Words) -> str:
    """What the costliest criteria are, and whether enough units lack them to call them shared.

    `criteria` are rows of the question `criterion_gaps`, the costliest first.
    """
    if not criteria["scored_units"].sum():
        return words("gaps.heading.no_points")
    first = _costliest(criteria, NAMED)
    if first.empty:
        return words("gaps.heading.none")
    shared = first[first["is_systemic"]]
    if len(shared) > 1:
        return words("gaps.heading.systemic", criteria=_listed(shared["short_name"], words))
    most = _costliest(criteria, 1)
    return words("gaps.heading.costliest", criteria=_listed(most["short_name"], words), n=len(most))


def compared(section: Any | None, unit: Any | None, words: Words) -> str:
    """What the map sets beside what; `section` and `unit` are the rows chosen, None for all and for none."""
    sentence = words("gaps.map.compared")
    if section is not None:
        sentence = words("gaps.map.compared_section", section=section.section_name)
    return sentence if unit is None else f"{sentence} {words('gaps.map.unit', unit=unit.unit_name)}"


def top_criteria(criteria: pd.DataFrame) -> pd.DataFrame:
    """The ten costliest criteria, all that tie for the last place; those that lost nothing are left out."""
    return _costliest(criteria, TOP)


def top_heading(top: pd.DataFrame, section: Any | None, words: Words) -> str:
    """How much of what was lost the costliest criteria make up; that of the very first, where they make up all of it.

    `section` is the row of the section that the criteria are of, None for all.
    """
    if top.empty:
        return words("gaps.top.none")
    first = _costliest(top, 1)
    is_all = top["cumulative_share"].iloc[-1] == 1 and len(first) < len(top)
    named, key = (first, "finding_first") if is_all else (top, "finding")
    said = {"share": written.share(named["cumulative_share"].iloc[-1], words.lang, places=1)}
    if section is not None:
        key, said["section"] = f"{key}_section", section.section_name
    return words(f"gaps.top.{key}", n=len(named), criteria=_listed(named["short_name"], words), **said)


def unit_heading(shortfalls: pd.DataFrame, unit: Any, words: Words) -> str:
    """How many shortfalls the unit has, and how many of them it has had for two rounds or more.

    `shortfalls` answer the question `unit_gaps`; `unit` is a row of the question `units`.
    """
    if shortfalls.empty:
        return words("gaps.unit.none", unit=unit.unit_name)
    lasting = int((shortfalls["weak_rounds"] > 1).sum())
    key = "finding" if not lasting else "finding_all_recurring" if lasting == len(shortfalls) else "finding_recurring"
    return words(f"gaps.unit.{key}", unit=unit.unit_name, n=len(shortfalls), lasting=lasting)


def unit_compared(shortfalls: pd.DataFrame, words: Words) -> str:
    """What the list of a unit's shortfalls is, and that parts of split criteria do not recur; empty without any."""
    if shortfalls.empty:
        return ""
    split = [words("gaps.unit.compared_split")] if shortfalls["was_split"].any() else []
    return " ".join([words("gaps.unit.compared"), *split])


def common(criteria: pd.DataFrame) -> pd.DataFrame:
    """The criteria that enough of the units scored did not do well to be shared, the costliest first."""
    return criteria[criteria["is_systemic"]]


def own(criteria: pd.DataFrame) -> pd.DataFrame:
    """The criteria that some units did not do well and that are not shared, the costliest first."""
    return criteria[~criteria["is_systemic"] & (criteria["lacking_units"] > 0)]


def no_common(criteria: pd.DataFrame, words: Words) -> str:
    """That no shortfall is shared, or that on no criterion enough units were scored to tell."""
    most = int(criteria["scored_units"].max()) if len(criteria) else 0
    return words("gaps.kind.no_common" if most >= LEAST_SHARING else "gaps.kind.too_few", most=most)


def kind_heading(criteria: pd.DataFrame, words: Words) -> str:
    """How many shortfalls are shared."""
    shared = common(criteria)
    return words("gaps.kind.finding_common", n=len(shared)) if len(shared) > 1 else words("gaps.kind.finding")


def notes(cells: pd.DataFrame, words: Words) -> list[str]:
    """What stands under the map: which units have blanks, and which gave no scoresheet; empty when none."""
    units = cells.drop_duplicates("unit_code")
    concerned = {"partial": units[units["is_partial"]], "not_submitted": units[~units["is_submitted"]]}
    return [words(f"gaps.note.{note}", units=_some(rows, words)) for note, rows in concerned.items() if len(rows)]


def _costliest(criteria: pd.DataFrame, places: int) -> pd.DataFrame:
    """The first `places` by points lost with all that tie for the last; nothing that lost no points."""
    lost = criteria[criteria["gap_points"] > Decimal(0)]
    return lost if len(lost) <= places else lost[lost["gap_points"] >= lost["gap_points"].iloc[places - 1]]


def _listed(criteria: pd.Series, words: Words) -> str:
    first, *others = criteria
    return names.listed([first, *map(names.in_sentence, others)], words)


def _some(units: pd.DataFrame, words: Words) -> str:
    """The names of the first few units, and how many more there are."""
    shown = list(units["unit_name"][:NAMED])
    more = len(units) - len(shown)
    return names.listed([*shown, words("gaps.note.more", n=more)] if more else shown, words)
