"""How the share of each unit changed since the round before: a ring, a line, a dot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from scoreboard.figures.axes import percent_ticks, with_ends
from scoreboard.figures.figure import Figure
from scoreboard.figures.labels import LINE_HEIGHT, bold, bubble, coloured, pixel_rows, plain, rule, write
from scoreboard.figures.leads import UNIT, label, leading
from scoreboard.figures.measure import NARROWEST, width, wrapped
from scoreboard.figures.theme import TEXT_SIZE, Theme, canvas
from scoreboard.rows import rows_of
from scoreboard.text import Words
from scoreboard.text import numbers as written

HEADING = 26
DOTS = 22
BETWEEN_BLOCKS = 14
AXIS = 24
# As many that tie for the last place of a block are drawn beyond it; of more it is said how many they are.
TIED = 3


class Block(NamedTuple):
    """The heading of a block, its units, and how many more have the change of the last place."""

    heading: str
    units: pd.DataFrame
    more: int = 0


def change_dumbbell(
    changes: pd.DataFrame, theme: Theme, words: Words, *, most: int = 5, least: int = 3, uncertain: int = 5
) -> Figure:
    """Three blocks: the `most` largest rises, the `least` of the others from the end, and what cannot be compared.

    When `most` and `least` hold all comparable units they are one block. Units that tie for the last place of a block
    are drawn too, or counted beneath it where they are many. Up to `uncertain` of the units that cannot be compared
    are drawn hollow and dotted, their change in brackets, with the reason; how many there are is said.

    Columns: unit_code, short_name, unit_name, from_share, to_share, share_change (0-1), comparability (comparable,
    by_share, not), reason (why not), caution (ceiling, floor: had hardly any room to move). At least one row; rows
    without share_change do not belong here.
    """
    low, high = with_ends(*_range(changes), NARROWEST)
    figure = canvas(theme, margin={"b": AXIS})
    top = 0
    for block in _blocks(changes, words, most, least, uncertain):
        write(figure, bold(block.heading), top + 4, yanchor="top", colour=theme.ink2)
        top += HEADING
        rule(figure, top, theme.ink2)
        for row in rows_of(block.units):
            top += _row(figure, row, top + 4, theme=theme, words=words) + 6
        if block.more:
            said = words("figures.change_dumbbell.tied", n=block.more)
            write(figure, said, top + 4, yanchor="top", colour=theme.ink2)
            top += LINE_HEIGHT + 4
        top += BETWEEN_BLOCKS
    values, texts = percent_ticks(low, high, NARROWEST)
    figure.update_xaxes(range=[low, high], tickvals=values, ticktext=texts)
    pixel_rows(figure, top)
    return figure


def _range(changes: pd.DataFrame) -> tuple[float, float]:
    """From below the lowest share to above the highest, with room for a whole dot at either end."""
    ends = [float(share) for side in ("from_share", "to_share") for share in changes[side]]
    room = max(0.05, (max(ends) - min(ends)) * 0.05)
    return min(ends) - room, max(ends) + room


def _blocks(changes: pd.DataFrame, words: Words, most: int, least: int, uncertain: int) -> Iterator[Block]:
    """The blocks that have rows, the largest change first."""
    ordered = changes.sort_values("share_change", ascending=False, kind="stable")
    is_certain = ordered["comparability"] != "not"
    certain, doubtful = ordered[is_certain], ordered[~is_certain]
    if len(certain) > most + least:
        rising, others = certain[certain["share_change"] > 0], certain
        if len(rising):
            yield Block(words("figures.change_dumbbell.most"), *_with_ties(rising, most))
            # Who ties for the last of the largest rises is told there, drawn or not.
            others = certain[certain["share_change"] < rising["share_change"].iloc[:most].iloc[-1]]
        if len(others):
            lowest, more = _with_ties(others[::-1], least)
            yield Block(words("figures.change_dumbbell.least"), lowest[::-1], more)
    elif len(certain):
        yield Block(words("figures.change_dumbbell.all"), certain)
    if len(doubtful) > uncertain:
        heading = words("figures.change_dumbbell.uncertain_cut", shown=uncertain, n=len(doubtful))
        yield Block(heading, doubtful.head(uncertain))
    elif len(doubtful):
        yield Block(words("figures.change_dumbbell.uncertain"), doubtful)


def _with_ties(ordered: pd.DataFrame, places: int) -> tuple[pd.DataFrame, int]:
    """The first `places` rows with those that tie for the last; without them, and how many, where they are many."""
    first, rest = ordered[:places], ordered[places:]
    tied = int((rest["share_change"] == first["share_change"].iloc[-1]).sum())
    return (ordered[: places + tied], 0) if tied <= TIED else (first, tied)


def _row(figure: Figure, row, top: float, *, theme: Theme, words: Words) -> int:
    """Draw one unit from pixel `top` on; how many pixels it takes."""
    is_certain = row.comparability != "not"
    change = written.share_change_number(row.share_change, words.lang)
    lines = _label(row, change, theme, words)
    lead = label(UNIT, {"unit": row.unit_code}, plain(row.unit_name), theme, words)
    write(figure, "<br>".join(lines), top, yanchor="top", **lead)
    if is_certain:
        write(figure, bold(change), top, at="right", yanchor="top")
    else:
        write(figure, f"({change})", top, at="right", yanchor="top", colour=theme.ink2)
    centre = top + len(lines) * LINE_HEIGHT + DOTS / 2 - 2
    hover = _bubble(row, words)
    ends = [float(row.from_share), float(row.to_share)]
    figure.add_scatter(
        x=ends,
        y=[centre, centre],
        mode="lines",
        line={"color": theme.peer2, "width": 2, "dash": "solid" if is_certain else "dot"},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=ends,
        y=[centre, centre],
        mode="markers",
        marker={
            "size": [9, 11],
            "opacity": 1,
            "color": [theme.background, theme.accent if is_certain else theme.background],
            "line": {"color": [theme.ink2, theme.accent], "width": 2},
        },
        hoverinfo="text",
        hovertext=[hover] * len(ends),
        cliponaxis=False,
        **leading(UNIT, ["unit"], [[row.unit_code]] * len(ends), theme, words),
    )
    return len(lines) * LINE_HEIGHT + DOTS


def _label(row, change: str, theme: Theme, words: Words) -> list[str]:
    """The lines of a unit's name, with the reservation about its change behind it, or below where it does not fit."""
    room = NARROWEST - width(f"({change})", TEXT_SIZE, 600) - 12
    name = wrapped(row.short_name, TEXT_SIZE, room, lines=2)
    lines = [plain(line) for line in name]
    said = _reservation(row, words)
    if not said:
        return lines
    shown = coloured(plain(f"({said})"), theme.ink2)
    if len(name) == 1 and width(f"{name[0]}  ({said})", TEXT_SIZE) <= room:
        return [f"{lines[0]}  {shown}"]
    return [*lines, shown]


def _reservation(row, words: Words) -> str:
    """Why the change may not be taken for one, or the caution with it; empty where it says what it seems to."""
    if row.comparability == "not":
        return words(f"figures.reason.{row.reason}")
    return words(f"reason.caution.{row.caution}") if row.caution else ""


def _bubble(row, words: Words) -> str:
    lines = [
        words(
            "figures.change_dumbbell.values",
            from_share=written.share(row.from_share, words.lang),
            to_share=written.share(row.to_share, words.lang),
        ),
        words("figures.change_dumbbell.change", change=written.share_change(row.share_change, words.lang)),
    ]
    if row.comparability == "by_share":
        lines.append(words("figures.change_dumbbell.by_share"))
    if row.caution:
        lines.append(words(f"figures.change_dumbbell.caution.{row.caution}"))
    if row.comparability == "not":
        reason = words(f"figures.reason.{row.reason}")
        lines.append(words("figures.change_dumbbell.not_comparable", reason=reason))
    return bubble(plain(row.unit_name), *lines)
