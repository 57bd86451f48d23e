"""The share of one unit through the years, beside the mean of its group."""

from __future__ import annotations

import pandas as pd

from scoreboard.figures.axes import percent_ticks
from scoreboard.figures.ends import EndLabel, ends_margin, write_ends
from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import LINE_HEIGHT, bubble, plain
from scoreboard.figures.leads import UNIT, leading
from scoreboard.figures.measure import NARROWEST, width
from scoreboard.figures.set_rules import draw_set_rules
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.figures.timeline import Timeline
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

PLOT = 260
TOP = 24
AXIS = 26
TO_AXIS = 10
ALONE = 5

Shares = dict[str, float | None]


def share_history(
    history: pd.DataFrame,
    theme: Theme,
    words: Words,
    *,
    predecessors: pd.DataFrame | None = None,
    share_range: tuple[float, float] | None = None,
) -> Figure:
    """One line for the unit in the accent, one for the mean of its group in grey, broken at every new criteria set.

    The unit's line also breaks where its territory changed: the point after it is hollow and a dotted rule stands
    before it. The line of the mean breaks where the group has none of its units any more. Predecessors are thin grey
    lines. `share_range` gives all units of a group one scale.

    Columns, oldest round first, one row per round: assessment_code, assessment_name, year, criteria_set_code,
    criteria_set_name, unit_code (that the unit bore then), share (0-1, None without one), mean_share (of the group),
    is_other_units (the group has none of the round before), is_new_territory. At least one share. `predecessors`:
    unit_code, short_name, assessment_code, share.
    """
    timeline = Timeline.of(history)
    low, high = share_range or _range(history, predecessors)
    ends = _end_labels(history, theme, words)
    ticks, tick_texts = percent_ticks(low, high, PLOT, LINE_HEIGHT)
    left = max((width(text, TEXT_SIZE) for text in tick_texts), default=0) + TO_AXIS
    right = ends_margin(ends)
    figure = canvas(theme, height=TOP + PLOT + AXIS, margin={"l": left, "r": right, "t": TOP, "b": AXIS})
    figure.update_yaxes(range=[low, high], tickvals=ticks, ticktext=tick_texts, ticklabelstandoff=TO_AXIS // 2)
    room = NARROWEST - left - right
    timeline.label_axis(figure, room, margin=0.3)
    draw_set_rules(figure, timeline, history["criteria_set_name"].tolist(), room, theme)
    for code in _codes_of(history, "is_new_territory"):
        edge = timeline.position(code) - 0.5
        line = {"color": theme.ink2, "width": 1, "dash": "dot"}
        figure.add_shape(type="line", x0=edge, x1=edge, yref="paper", y0=0, y1=1, line=line, layer="below")
    for name, rounds in [] if predecessors is None else predecessors.groupby("short_name", sort=False):
        thin = {"color": theme.peer, "width": 1}
        lead = _to_unit(rounds, timeline.line(_by_round(rounds, "share"))[0], timeline, theme, words)
        _thin_line(figure, timeline, _by_round(rounds, "share"), words, name=name, line=thin, **lead)
    mean = words("figures.share_history.mean_name")
    grey = {"color": theme.peer, "width": 1.5}
    others = _codes_of(history, "is_other_units")
    _thin_line(figure, timeline, _by_round(history, "mean_share"), words, breaks=others, name=mean, line=grey)
    _unit(figure, history, timeline, theme, words)
    write_ends(figure, ends, PLOT / (high - low))
    return figure


def _by_round(history: pd.DataFrame, column: str) -> Shares:
    """The values of a column by assessment_code, None where there is none."""
    return {
        code: None if pd.isna(value) else float(value)
        for code, value in zip(history["assessment_code"], history[column], strict=True)
    }


def _codes_of(history: pd.DataFrame, flag: str) -> frozenset[str]:
    """The rounds of which a column is true."""
    return frozenset(history.loc[history[flag].astype(bool), "assessment_code"])


def _range(history: pd.DataFrame, predecessors: pd.DataFrame | None) -> tuple[float, float]:
    """Around all that is drawn, with five per cent of room below and above."""
    shown = [*history["share"], *history["mean_share"], *([] if predecessors is None else predecessors["share"])]
    values = [float(value) for value in shown if not pd.isna(value)]
    return min(values) - 0.05, max(values) + 0.05


def _to_unit(
    rounds: pd.DataFrame, positions: list[int | None], timeline: Timeline, theme: Theme, words: Words
) -> dict[str, object]:
    """Points at `positions` (None for a hole) that lead to the unit of `rounds` as it was then."""
    units = dict(zip(rounds["assessment_code"], rounds["unit_code"], strict=True))
    then = [None if x is None else timeline.codes[x] for x in positions]
    codes = [("", "") if code is None else (units[code], code) for code in then]
    return leading(UNIT, ["unit", "assessment"], codes, theme, words)


def _thin_line(
    figure: Figure,
    timeline: Timeline,
    shares: Shares,
    words: Words,
    *,
    breaks: frozenset[str] = frozenset(),
    **line: object,
) -> None:
    """A line of hover texts, broken at the codes of `breaks` too, named by the trace's `name`.

    Only a round that stands alone, joined to no other, has a point.
    """
    xs, ys = timeline.line(shares, breaks)
    points = zip(xs, ys, strict=True)
    alone = {run[0] for run in timeline.segments(shares, breaks) if len(run) == 1}
    name = str(line["name"])
    figure.add_scatter(
        x=xs,
        y=ys,
        mode="lines+markers",
        marker={"size": [ALONE if x in alone else 0 for x in xs], "opacity": 1},
        hoverinfo="text",
        hovertext=["" if x is None else _bubble(name, timeline.labels[x], y, words) for x, y in points],
        **line,
    )


def _unit(figure: Figure, history: pd.DataFrame, timeline: Timeline, theme: Theme, words: Words) -> None:
    shares = _by_round(history, "share")
    broken = _codes_of(history, "is_new_territory")
    xs, ys = timeline.line(shares, broken)
    figure.add_scatter(x=xs, y=ys, mode="lines", line={"color": theme.accent, "width": 3}, hoverinfo="skip")
    shown = history[history["share"].notna()]
    positions = [timeline.position(code) for code in shown["assessment_code"]]
    figure.add_scatter(
        name="unit",
        x=positions,
        y=[shares[code] for code in shown["assessment_code"]],
        mode="markers",
        marker={
            "size": [11 if code in broken else 8 for code in shown["assessment_code"]],
            "opacity": 1,
            "color": [theme.background if code in broken else theme.accent for code in shown["assessment_code"]],
            "line": {"color": theme.accent, "width": 2},
        },
        hoverinfo="text",
        hovertext=[_unit_bubble(row, words) for row in rows_of(shown)],
        cliponaxis=False,
        **_to_unit(shown, positions, timeline, theme, words),
    )


def _bubble(name: str, label: str, share: float, words: Words) -> str:
    return bubble(plain(name), f"{plain(label)}: {written.share(share, words.lang)}")


def _unit_bubble(row, words: Words) -> str:
    return bubble(
        plain(row.assessment_name),
        written.share(row.share, words.lang),
        plain(row.criteria_set_name),
        words("figures.share_history.territory_changed") if row.is_new_territory else "",
    )


def _end_labels(history: pd.DataFrame, theme: Theme, words: Words) -> list[EndLabel]:
    """The values at the ends of both lines, where the last round has them."""
    last = history.iloc[-1]
    labels = []
    if not pd.isna(last["share"]):
        labels.append(
            EndLabel(float(last["share"]), written.share(last["share"], words.lang), theme.accent, is_bold=True)
        )
    if not pd.isna(last["mean_share"]):
        text = words("figures.share_history.mean", share=written.share(last["mean_share"], words.lang))
        labels.append(EndLabel(float(last["mean_share"]), text, theme.ink2))
    return labels
