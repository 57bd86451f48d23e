"""A figure with all that is said of it: what was found, what is compared, whom it shows, and what may be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scoreboard.figures.figure import Figure
from scoreboard.figures.keys import KeyEntry
from scoreboard.figures.theme import Theme

Draw = Callable[[Theme], Figure]
Key = Callable[[Theme], Sequence[KeyEntry]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure: `finding` is its title, `compared` says what it shows; `name` is one word, unique where it is shown.

    `draw` and `key` make the figure and the key above it in any theme; with `draw` None there is nothing to draw, and
    `finding` and `compared` say why. `about` names the unit or the group and how many units it is of; `comparable`
    says which assessments stand beside the chosen one and whether under the same criteria set, empty where none does.
    A figure with a `least_width` in pixels cannot be read in less. What it has room for the code of only is in
    `named_by_code`, with the code first.
    """

    name: str
    finding: str
    compared: str
    draw: Draw | None
    key: Key | None = None
    about: tuple[str, ...] = ()
    comparable: str = ""
    least_width: int | None = None
    named_by_code: tuple[tuple[str, str], ...] = ()

    @property
    def said(self) -> str:
        """The picture in words, for those who cannot see it."""
        return f"{self.finding}. {self.compared}" if self.compared else self.finding


def drawn_only(*pictures: Picture | None) -> list[Picture]:
    """Those of the pictures that there is something to draw of."""
    return [picture for picture in pictures if picture is not None and picture.draw is not None]
