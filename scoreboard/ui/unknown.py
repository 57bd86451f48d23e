"""What is said of a code in the URL that the page does not have."""

from __future__ import annotations

from scoreboard import queries
from scoreboard.findings.elsewhere import not_here
from scoreboard.rows import rows_of
from scoreboard.text import names
from scoreboard.ui import html, selection
from scoreboard.ui.view import View


def notice(view: View, name: str, code: str) -> str:
    """The sentence for the choice `name`; a unit of another assessment is told what became of, with the way there."""
    w = view.words
    nearest = view.ask(queries.unit_nearest_round, assessment=view.assessment_code, unit=code) if name == "unit" else ()
    if not len(nearest):
        return html.notice(w(f"state.unknown.{name}", code=code))
    (there,) = rows_of(nearest)
    when = names.assessment(there.assessment_name, w)
    return html.notice(
        not_here(there, view.ask(queries.unit_successions, unit=code), w),
        selection.here(assessment=there.assessment_code),
        w("state.elsewhere.link", assessment=when),
    )
