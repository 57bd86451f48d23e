"""The criteria of a unit beside the round before and beside its peers, in a document."""

from __future__ import annotations

import pandas as pd

from scoreboard.documents.model import Block, Note, Paragraph, Tabulated
from scoreboard.findings import course as findings
from scoreboard.findings import peers
from scoreboard.scope import Scope
from scoreboard.tables import profile as tables

COURSE_WIDTHS = (0.1, 0.6, 0.3)
CLAIM_WIDTHS = (0.1, 0.65, 0.25)


def since_before(scope: Scope, followed: pd.DataFrame, reason: str | None) -> list[Block]:
    """What was lost, recurs and was recovered since the round before; nothing in the first round.

    `followed` are rows of the question `unit_followed`; `reason` says why the unit's result is not compared, if so.
    """
    w, before = scope.words, scope.when_before
    if before is None:
        return []
    listed = {name: findings.of_course(followed, name) for name in findings.COURSES}
    note = findings.compared(followed, before, w)
    return [
        Paragraph(f"{findings.heading(followed, reason, before, w)}."),
        *(
            Tabulated(w(f"profile.course.{name}"), tables.courses(rows, w), COURSE_WIDTHS)
            for name, rows in listed.items()
            if len(rows)
        ),
        *([Note(note)] if note else []),
    ]


def against_peers(scope: Scope, claims: pd.DataFrame) -> list[Block]:
    """The weaknesses and strengths against the peers; nothing where no criterion was scored.

    `claims` are rows of the question `unit_peer_claims`.
    """
    w = scope.words
    if claims.empty:
        return []
    listed = {claim: peers.of_claim(claims, claim) for claim in peers.CLAIMS}
    note = peers.compared(claims, w)
    return [
        Paragraph(f"{peers.heading(claims, w)}."),
        *(
            Tabulated(w(f"profile.claims.{claim}"), tables.claims(rows, w), CLAIM_WIDTHS)
            for claim, rows in listed.items()
            if len(rows)
        ),
        *([Note(note)] if note else []),
    ]
