"""Where the marks of a figure lead when they are clicked: each carries the codes of what it stands for, no address."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from scoreboard.figures.labels import coloured, padded
from scoreboard.figures.theme import Theme
from scoreboard.text import Words

UNIT, CRITERION, SOURCE, SECTION = LEADS = ("unit", "criterion", "source", "section")


def leading(
    leads_to: str, names: Sequence[str], codes: Sequence, theme: Theme, words: Words, *, said: str = "hovertext"
) -> dict[str, object]:
    """What a trace needs for its marks to lead to one of LEADS, and for the hover box to say so.

    `codes` holds for every mark, in the order and shape of the marks, its codes in the order of `names` (unit,
    criterion, assessment, section); without an assessment the page's is meant. `said` names the trace's hover texts.
    """
    return {
        "meta": {"leads_to": leads_to, "names": list(names)},
        "customdata": [list(each) for each in codes],
        "hovertemplate": f"%{{{said}}}<br>{_hint(leads_to, theme, words)}<extra></extra>",
    }


def label(leads_to: str, codes: Mapping[str, str], said: str, theme: Theme, words: Words) -> dict[str, object]:
    """What a text on a figure needs to lead on as the mark beside it does; its hover box has `said` and the hint.

    `codes` by name, as `leading` has them; `said` is finished text.
    """
    lead = {"leads_to": leads_to, "names": list(codes), "codes": list(codes.values())}
    return {
        "name": json.dumps(lead, ensure_ascii=False),
        "hovertext": f"{said}<br>{_hint(leads_to, theme, words)}",
        "captureevents": True,
    }


def _hint(leads_to: str, theme: Theme, words: Words) -> str:
    return padded(coloured(words(f"figures.leads.{leads_to}"), theme.ink2))
