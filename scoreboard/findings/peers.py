"""How a unit's criteria stand beside those of its peers: strengths and weaknesses, and why none is claimed."""

from __future__ import annotations

import pandas as pd

from scoreboard.text import Words

CLAIMS = ("weakness", "strength")
FEW = "too_few_peers"


def of_claim(claims: pd.DataFrame, claim: str) -> pd.DataFrame:
    """The criteria of one of `CLAIMS`, the furthest from the peers first; `claims` are rows of `unit_peer_claims`."""
    rows = claims[claims["claim"] == claim]
    return rows.iloc[rows["share_above_peers"].abs().argsort(kind="stable")[::-1]] if len(rows) else rows


def heading(claims: pd.DataFrame, words: Words) -> str:
    """How many criteria are a strength and a weakness against peers, or why nothing is claimed."""
    counts = {claim: int((claims["claim"] == claim).sum()) for claim in CLAIMS}
    if any(counts.values()):
        return words("profile.claims.finding", **counts)
    is_small = len(claims) > 0 and (claims["no_claim_reason"] == FEW).all()
    return words("profile.claims.too_few_peers" if is_small else "profile.claims.none")


def compared(claims: pd.DataFrame, words: Words) -> str:
    """What strengths and weaknesses are; empty where none is claimed."""
    return words("profile.claims.compared") if claims["claim"].isin(CLAIMS).any() else ""
