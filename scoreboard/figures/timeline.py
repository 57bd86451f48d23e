"""The time axis that histories share: rounds at equal steps, lines broken where the criteria set changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from scoreboard.figures.axes import spread
from scoreboard.figures.figure import Figure


@dataclass(frozen=True, slots=True)
class Timeline:
    """The rounds of a history, oldest first.

    `codes` name them, `labels` are written under the axis, `sets` says which criteria set each was scored by.
    """

    codes: tuple[str, ...]
    labels: tuple[str, ...]
    sets: tuple[str, ...]

    @classmethod
    def of(cls, history: pd.DataFrame) -> Timeline:
        """The rounds in `history` (columns assessment_code, year, criteria_set_code), in the order they come in.

        A round is labelled by its year, or by its code where a year has two rounds.
        """
        rounds = history.drop_duplicates("assessment_code")
        labels = rounds["year"] if rounds["year"].is_unique else rounds["assessment_code"]
        return cls(tuple(rounds["assessment_code"]), tuple(map(str, labels)), tuple(rounds["criteria_set_code"]))

    def position(self, code: str) -> int:
        """Where the round of that code stands on the axis."""
        return self.codes.index(code)

    @property
    def first_of_sets(self) -> list[int]:
        """The positions at which a criteria set is used for the first time in a row."""
        changes = [later for later, (before, now) in enumerate(pairwise(self.sets), start=1) if before != now]
        return [0, *changes]

    def segments(self, values: dict[str, float | None], breaks: frozenset[str] = frozenset()) -> Iterator[list[int]]:
        """The runs of positions that one line may join: a value at each, one criteria set, no code of `breaks`."""
        run: list[int] = []
        for position, code in enumerate(self.codes):
            is_cut = position in self.first_of_sets or code in breaks or values.get(code) is None
            if is_cut and run:
                yield run
                run = []
            if values.get(code) is not None:
                run.append(position)
        if run:
            yield run

    def line(self, values: dict[str, float | None], breaks: frozenset[str] = frozenset()) -> tuple[list, list]:
        """Both coordinates of one line through `values` by code, with a hole (None) wherever it may not be joined."""
        xs: list[int | None] = []
        ys: list[float | None] = []
        for run in self.segments(values, breaks):
            xs += [*run, None]
            ys += [*(values[self.codes[position]] for position in run), None]
        return xs[:-1], ys[:-1]

    def label_axis(self, figure: Figure, room: float, margin: float = 0.15) -> None:
        """Label the last round and those that begin a criteria set, as far as they fit in `room` pixels."""
        last = len(self.codes) - 1
        shown = spread(self.labels, [last, *self.first_of_sets], room)
        figure.update_xaxes(
            range=[-margin, last + margin],
            tickvals=shown,
            ticktext=[self.labels[position] for position in shown],
            showgrid=False,
        )
