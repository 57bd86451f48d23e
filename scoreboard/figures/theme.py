"""The two themes: every colour and size that a figure uses, and the template of figures made of them.

Distance from the background means severity: what is done well is quiet ground, what is not done stands out most, in
the light theme by being darkest and in the dark theme by being brightest. One accent marks what is talked about.
The tests recompute contrast and the difference between the verdict colours, also as colour-blind readers see them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from scoreboard.figures.figure import Figure, Properties

FONT = "Be Vietnam Pro Tab, Noto Sans, Segoe UI, sans-serif"
TEXT_SIZE = 13
SMALL_SIZE = 12

VERDICTS = ("done_well", "not_well", "not_done")
OUTCOMES = ("closed", "improved", "unchanged", "worse", "cannot_tell")

CHART_CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False}


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme, by what they mean.

    `ink` writes, `ink2` writes what is secondary; `rule` and `hairline` are lines; `accent` is what is talked
    about; `peer` are the lines and dots of the others, `peer2` their bars and `peer3` those of a third; `absent` is
    the ground of what was not submitted.
    """

    name: str
    background: str
    panel: str
    ink: str
    ink2: str
    rule: str
    hairline: str
    accent: str
    on_accent: str
    peer: str
    peer2: str
    peer3: str
    done_well: str
    not_well: str
    not_done: str
    on_done_well: str
    on_not_well: str
    on_not_done: str
    absent: str

    def verdict(self, verdict: str) -> str:
        """The fill of a verdict."""
        return {"done_well": self.done_well, "not_well": self.not_well, "not_done": self.not_done}[verdict]

    def on_verdict(self, verdict: str) -> str:
        """The colour of text and marks that stand on a verdict's fill."""
        return {"done_well": self.on_done_well, "not_well": self.on_not_well, "not_done": self.on_not_done}[verdict]

    def outcome(self, outcome: str) -> str:
        """The fill of a gap's outcome; what cannot be told is an outline, so its fill is the background."""
        return {
            "closed": self.accent,
            "improved": self.peer,
            "unchanged": self.absent,
            "worse": self.ink,
            "cannot_tell": self.background,
        }[outcome]

    def outcome_outline(self, outcome: str) -> str:
        """The colour of an outcome's outline, empty where its fill is enough."""
        return self.ink2 if outcome == "cannot_tell" else ""

    def on_outcome(self, outcome: str) -> str:
        """The colour of text that stands on an outcome's fill."""
        return {
            "closed": self.on_accent,
            "improved": self.ink,
            "unchanged": self.ink,
            "worse": self.background,
            "cannot_tell": self.ink,
        }[outcome]


LIGHT = Theme(
    name="light",
    background="#FFFFFF",
    panel="#F3F5F7",
    ink="#17212B",
    ink2="#51606E",
    rule="#D5DBE1",
    hairline="#E8ECF0",
    accent="#1B4F8F",
    on_accent="#FFFFFF",
    peer="#8895A2",
    peer2="#6F7D8A",
    peer3="#A9B4BE",
    done_well="#ADD6D0",
    not_well="#C08414",
    not_done="#7A1B2D",
    on_done_well="#17212B",
    on_not_well="#17212B",
    on_not_done="#FFFFFF",
    absent="#E3E8EC",
)

DARK = Theme(
    name="dark",
    background="#11171D",
    panel="#1A222A",
    ink="#E7ECF0",
    ink2="#A9B5C0",
    rule="#36424D",
    hairline="#27313A",
    accent="#8AB8F0",
    on_accent="#11171D",
    peer="#5E6B77",
    peer2="#8995A0",
    peer3="#566370",
    done_well="#2B5755",
    not_well="#BA8530",
    not_done="#F7C6C0",
    on_done_well="#E7ECF0",
    on_not_well="#11171D",
    on_not_done="#11171D",
    absent="#2A343D",
)


def by_name(name: str | None) -> Theme:
    """The theme of that name; the light one for a name that is not known."""
    return DARK if name == DARK.name else LIGHT


@cache
def template(theme: Theme) -> Properties:
    """The template of a theme, shared by its figures: transparent ground, no axis lines, no legend, no zooming."""
    axis = {
        "showline": False,
        "zeroline": False,
        "ticks": "",
        "gridcolor": theme.hairline,
        "gridwidth": 1,
        "tickfont": {"size": TEXT_SIZE, "color": theme.ink2},
        "fixedrange": True,
        "automargin": False,
    }
    return {
        "layout": {
            "font": {"family": FONT, "size": TEXT_SIZE, "color": theme.ink},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "showlegend": False,
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": theme.background,
                "bordercolor": theme.rule,
                "font": {"family": FONT, "size": TEXT_SIZE, "color": theme.ink},
                "align": "left",
            },
            "annotationdefaults": {"borderpad": 0},
            "colorway": [theme.accent, theme.peer2, theme.peer, theme.ink2, theme.rule],
            "xaxis": axis,
            "yaxis": axis,
        }
    }


def canvas(theme: Theme, **layout: object) -> Figure:
    """An empty figure in the theme's template, as wide as its place."""
    return Figure(layout={"template": template(theme), **layout})
