"""Whatever an office's scores are, every figure can be drawn and every document written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.build.statements import load_rows
from scoreboard import queries
from scoreboard.database import Version
from scoreboard.documents.briefing import briefing
from scoreboard.documents.deck import deck
from scoreboard.documents.profile import profile
from scoreboard.documents.report import report
from scoreboard.figures.theme import LIGHT
from scoreboard.pictures.collection import choices_of, collected
from scoreboard.rows import rows_of
from scoreboard.scope import RememberingScope, open_scope
from scoreboard.text import words
from tests.app.small_office import ABOUT
from tests.spec.any_office import YEARS, AnyOffice, few, offices
from tests.spec.office import built_from

VI = words("vi")


class InMemory:
    """An open database that no file holds."""

    version = Version("20260101-000000-aaaaaaaa", Path("none"))

    def __init__(self, connection: duckdb.DuckDBPyConnection):
        load_rows(connection, {"build_info": [{"version": self.version.name, "schema_version": "0"} | ABOUT]})
        connection.execute(
            "insert into peer_group by name select distinct group_code, 'Khối ' || group_code as group_name, "
            "1 as sort_order from membership"
        )
        connection.execute("update criterion set criterion_name = 'Tiêu chí ' || criterion_code")
        self.cursor = connection.cursor


def silent_at_last(office: AnyOffice) -> AnyOffice:
    """The office with a newest round for which one group submitted nothing."""
    silent = {member.unit_code for member in office.harmonised.memberships if member.group_code == "phong"}
    members = [
        replace(member, is_submitted=False)
        if member.assessment_code == max(YEARS) and member.unit_code in silent
        else member
        for member in office.harmonised.memberships
    ]
    scores = [
        score
        for score in office.harmonised.scores
        if score.assessment_code != max(YEARS) or score.unit_code not in silent
    ]
    return office._replace(harmonised=replace(office.harmonised, memberships=members, scores=scores))


@settings(few, max_examples=6)
@given(offices(), st.booleans())
def test_every_figure_is_drawn_and_every_document_written(office, is_silent: bool):
    office = silent_at_last(office) if is_silent else office
    with built_from(*office) as connection:
        database = InMemory(connection)
        whole = open_scope(database, VI)
        for assessment in whole.assessments["assessment_code"]:
            for group in [None, *open_scope(database, VI, assessment).groups["group_code"]]:
                scope = RememberingScope.of(open_scope(database, VI, assessment, group))
                draw_everything(scope)
                for document in (report, briefing, deck):
                    document(scope)


def draw_everything(scope: RememberingScope) -> None:
    """Draw every figure of the scope, with the first two units and the first scored criterion chosen."""
    units = list(scope.ask_here(queries.units)["unit_code"])
    criteria = scope.ask(queries.criteria, assessment=scope.assessment_code)
    choices = choices_of(
        scope, units=units[:2], criterion=next(iter(criteria.loc[criteria["is_scored"], "criterion_code"]))
    )
    for wanted in collected(scope, choices):
        picture = wanted.picture()
        if picture is not None and picture.draw is not None:
            picture.draw(LIGHT)
    for unit in list(rows_of(scope.ask_here(queries.units)))[:2]:
        profile(scope, unit.unit_code)
