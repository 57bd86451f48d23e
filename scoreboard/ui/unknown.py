"""What is said of a code in the URL that the page does not have."""

from __future__ import annotations

from scoreboard import queries
from scoreboard.findings.elsewhere import not_here
from scoreboard.rows import rows_of
from scoreboard.text import names
from scoreboard.ui import html, selection
from scoreboard.ui.view import View


def notice(view: View, name: str, code: str) -> str:
    """The sentence for the choice `name`; a unit of another assessment is told what became of.

    Links lead to the units here that it became or came from, and to the assessment that it is in.
    """
    w = view.words
    nearest = view.ask(queries.unit_nearest_round, assessment=view.assessment_code, unit=code) if name == "unit" else ()
    if not len(nearest):
        return html.notice(w(f"state.unknown.{name}", code=code))
    (there,) = rows_of(nearest)
    when = names.assessment(there.assessment_name, w)
    successions = view.ask(queries.unit_successions, unit=code)
    here = view.ask(queries.units, assessment=view.assessment_code, group=None)
    kin = here[here["unit_code"].isin(successions["other_code"])] if code == selection.chosen("unit") else here[:0]
    return html.notice(
        not_here(there, successions, w),
        *((selection.here(unit=row.unit_code), w("state.elsewhere.kin", unit=row.unit_name)) for row in rows_of(kin)),
        (selection.here(assessment=there.assessment_code), w("state.elsewhere.link", assessment=when)),
    )
