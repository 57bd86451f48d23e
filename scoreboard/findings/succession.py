"""What a unit came from and what became of it, in words."""

from __future__ import annotations

from typing import Any

from scoreboard.text import Words


def event(row: Any, words: Words) -> str:
    """What happened, with the other unit's name; in a form without a name where there is no other unit.

    `row` is a row of the question `unit_successions`.
    """
    key = f"profile.succession.{row.relation}.{row.kind}"
    if not row.other_name:
        key = f"{key}_nowhere"
    extent = words(f"profile.succession.extent.{row.extent}")
    return words(key, unit=row.other_name, extent=extent)
