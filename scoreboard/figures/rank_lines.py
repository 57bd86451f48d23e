"""The ranks of a group through the years: one line per unit, the one in focus in the accent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import bold, breaks, bubble, pixel_rows, plain, write
from scoreboard.figures.leads import UNIT, label, leading
from scoreboard.figures.measure import NARROWEST, width, wrapped
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.figures.timeline import Timeline
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

ROW = 26
ROW_OF_TWO_LINES = 40
TOP = 34
RULE_TOP = 22
AXIS = 26
WIDEST_LABEL = 185
TO_LABEL = 14
HANGING = "\u2003"


def rank_lines(history: pd.DataFrame, theme: Theme, words: Words, *, focus: str | None = None) -> Figure:
    """Rank downwards, rounds to the right; a line breaks at a new criteria set and where a unit has no rank.

    Every unit of the last round is named at the right end; units without a rank stand below the last rank as a dash.
    `focus` is a unit_code.

    Columns, oldest round first: assessment_code, assessment_name, year, criteria_set_code, unit_code, unit_name,
    short_name, rank (None for unranked), ranked_units, is_tied, share (0-1). At least one row with a rank.
    """
    timeline = Timeline.of(history)
    last_rank = int(history["rank"].dropna().max())
    labels = list(_end_labels(history, timeline, last_rank, focus))
    rows = _Rows(ROW_OF_TWO_LINES if any(len(lines) > 1 for _, _, lines in labels) else ROW)
    left = width(str(last_rank), TEXT_SIZE) + TO_LABEL
    widths = [width(line, TEXT_SIZE, _weight(unit, focus)) for unit, _, lines in labels for line in lines]
    right = max(widths, default=0) + TO_LABEL
    figure = canvas(theme, margin={"l": left, "r": right, "b": AXIS})
    lowest = max([last_rank + int(history["rank"].isna().any()), *(slot for _, slot, _ in labels)])
    bottom = rows.middle(lowest) + rows.height // 2
    _rank_axis(figure, rows, last_rank, theme)
    _set_changes(figure, timeline, bottom, theme, words)
    in_focus = history["unit_code"] == focus
    others, focused = _Look(theme.peer, 1.5, 6), _Look(theme.accent, 3, 9)
    for rounds, look in ((history[~in_focus], others), (history[in_focus], focused)):
        if len(rounds):
            _lines(figure, rounds, timeline, rows, look)
            _marks(figure, rounds, timeline, rows, look, unranked=last_rank + 1, theme=theme, words=words)
    names = history.drop_duplicates("unit_code", keep="last").set_index("unit_code")["unit_name"]
    for unit_code, slot, lines in labels:
        lead = label(UNIT, {"unit": unit_code}, plain(names[unit_code]), theme, words)
        colour, shown = (theme.accent, bold(breaks(lines))) if unit_code == focus else (theme.ink2, breaks(lines))
        placed = {"at": "right", "xanchor": "left", "xshift": TO_LABEL, "align": "left"}
        write(figure, shown, rows.middle(slot), colour=colour, **placed, **lead)
    timeline.label_axis(figure, NARROWEST - left - right)
    pixel_rows(figure, bottom)
    return figure


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of ranks, all of one height in pixels."""

    height: int

    def middle(self, rank: int) -> int:
        return TOP + (rank - 1) * self.height + self.height // 2


@dataclass(frozen=True, slots=True)
class _Look:
    """How the lines of some units are drawn."""

    colour: str
    line_width: float
    mark_size: int


def _weight(unit_code: str, focus: str | None) -> int:
    return 600 if unit_code == focus else 400


def _rank_axis(figure: Figure, rows: _Rows, last_rank: int, theme: Theme) -> None:
    for rank in range(1, last_rank + 1):
        write(figure, str(rank), rows.middle(rank), xanchor="right", xshift=-TO_LABEL / 2, colour=theme.ink2)


def _end_labels(
    history: pd.DataFrame, timeline: Timeline, last_rank: int, focus: str | None
) -> Iterator[tuple[str, int, list[str]]]:
    """(unit_code, row, lines) for each unit of the last round, no two on one row, the unranked below the last rank.

    A name has two lines at most.
    """
    newest = history[history["assessment_code"] == timeline.codes[-1]]
    row = 0
    for unit in rows_of(newest.sort_values("rank", na_position="last", kind="stable")):
        is_ranked = not pd.isna(unit.rank)
        row = max(row + 1, int(unit.rank) if is_ranked else last_rank + 1)
        number = str(int(unit.rank)) if is_ranked else written.NOTHING
        weight = _weight(unit.unit_code, focus)
        room = WIDEST_LABEL - width(f"{number}  ", TEXT_SIZE, weight)
        first, *second = wrapped(unit.short_name, TEXT_SIZE, room, weight, lines=2)
        yield unit.unit_code, row, [f"{number}  {first}", *(f"{HANGING}{line}" for line in second)]


def _set_changes(figure: Figure, timeline: Timeline, bottom: int, theme: Theme, words: Words) -> None:
    """A dashed rule before each round that begins a criteria set, with words: above it, or once for all of them."""
    changes = timeline.first_of_sets[1:]
    for position in changes:
        figure.add_shape(
            type="line",
            x0=position - 0.5,
            x1=position - 0.5,
            y0=RULE_TOP,
            y1=bottom,
            line={"color": theme.ink2, "width": 1, "dash": "dash"},
            layer="below",
        )
    if len(changes) == 1:
        text = words("figures.rank_lines.set_changed")
        write(figure, text, 2, xref="x", x=changes[0] - 0.5, xanchor="center", yanchor="top", colour=theme.ink2)
    elif changes:
        write(figure, words("figures.rank_lines.sets_changed"), 2, yanchor="top", colour=theme.ink2)


def _lines(figure: Figure, rounds: pd.DataFrame, timeline: Timeline, rows: _Rows, look: _Look) -> None:
    """The lines of all units in `rounds`, with holes between them: one trace, where one a unit takes long to make."""
    xs: list[int | None] = []
    ys: list[float | None] = []
    for _, unit in rounds.groupby("unit_code", sort=False):
        heights = {
            code: None if pd.isna(rank) else rows.middle(int(rank))
            for code, rank in zip(unit["assessment_code"], unit["rank"], strict=True)
        }
        unit_xs, unit_ys = timeline.line(heights)
        xs += [*unit_xs, None]
        ys += [*unit_ys, None]
    line = {"color": look.colour, "width": look.line_width}
    figure.add_scatter(x=xs[:-1], y=ys[:-1], mode="lines", line=line, hoverinfo="skip")


def _marks(
    figure: Figure,
    rounds: pd.DataFrame,
    timeline: Timeline,
    rows: _Rows,
    look: _Look,
    *,
    unranked: int,
    theme: Theme,
    words: Words,
) -> None:
    """A mark for every row of `rounds`; without a rank it is a dash in the row `unranked`."""
    is_ranked = rounds["rank"].notna()
    codes = zip(rounds["unit_code"], rounds["assessment_code"], strict=True)
    figure.add_scatter(
        x=[timeline.position(code) for code in rounds["assessment_code"]],
        y=[rows.middle(int(rank)) for rank in rounds["rank"].fillna(unranked)],
        mode="markers",
        marker={
            "color": look.colour,
            "opacity": 1,
            "size": look.mark_size,
            "symbol": ["circle" if ranked else "line-ew" for ranked in is_ranked],
            "line": {"color": look.colour, "width": [0 if ranked else 2 for ranked in is_ranked]},
        },
        hoverinfo="text",
        hovertext=[_bubble(row, words) for row in rows_of(rounds)],
        cliponaxis=False,
        **leading(UNIT, ["unit", "assessment"], codes, theme, words),
    )


def _bubble(row, words: Words) -> str:
    if pd.isna(row.rank):
        place = words("figures.rank_lines.unranked")
    else:
        key = "figures.rank_lines.tied" if row.is_tied else "figures.rank_lines.rank"
        place = words(key, rank=int(row.rank), ranked=int(row.ranked_units))
    return bubble(plain(row.unit_name), plain(row.assessment_name), f"{place} · {written.share(row.share, words.lang)}")
