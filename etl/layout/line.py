"""One criterion as printed, and how deep it stands by its number, its layout and its maximum."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from etl.layout.numbering import NUMBER, UNNUMBERED, continues, rank_of
from etl.read.cells import Cell
from etl.text.words import meaning

Rank = tuple[int, int]
ABOVE_ALL: Rank = (0, 0)
LONGEST_HEADING = 60  # letters; a longer line that ends like a sentence is one


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion before its place in the tree is known.

    `text` is the name with the points that it states. `depth` is how many headings stand over it where the sheet shows
    that by its layout. `word_rank` is how deep a word in front of its number puts it. `is_numbered_beside` tells a
    number in a column of its own from one in the name, and `has_scores` a remark from a criterion that is scored.
    """

    number: str
    name: str
    cell: Cell
    max_points: Decimal | None = None
    max_cell: Cell | None = None
    guidance: str = ""
    depth: int = 0
    has_scores: bool = False
    word_rank: int | None = None
    is_numbered_beside: bool = False
    text: str = ""

    @property
    def is_sentence(self) -> bool:
        """Whether the line only explains: neither a number, a maximum nor a score, and a full stop behind it."""
        is_bare = not self.number and self.max_points is None and not self.has_scores
        return is_bare and len(self.name) > LONGEST_HEADING and self.name.endswith((".", ":", ";"))


def ranks_of(lines: list[Line]) -> list[Rank]:
    """Per line how deep it stands: a line stands under the nearest one before it of a smaller rank."""
    has_numbers = any(line.number for line in lines)
    ranks: list[Rank] = []
    for index, line in enumerate(lines):
        if line.number:
            ranks.append((line.depth, _rank_of_number(lines, ranks, index)))
        elif line.depth == 0 and meaning("row", line.name) in ("bonus", "penalty"):
            ranks.append(ABOVE_ALL)
        elif has_numbers and index:
            ranks.append(_rank_among_numbered(lines, ranks, index))
        else:
            ranks.append((line.depth, NUMBER if has_numbers else UNNUMBERED - line.cell.bold))
    return ranks


def _rank_of_number(lines: list[Line], ranks: list[Rank], index: int) -> int:
    """`6a` stands under `6` where the same heading has one, else beside it."""
    line = lines[index]
    own = line.word_rank or rank_of(line.number)
    if not continues(line.number, line.number[:-1]):
        return own
    for other in range(index - 1, -1, -1):
        if ranks[other] < (line.depth, own):
            break
        if continues(line.number, lines[other].number):
            return own + 1
    return own


def _rank_among_numbered(lines: list[Line], ranks: list[Rank], index: int) -> Rank:
    """The rank of a line without number: under the line before its run where the run adds up to it, else beside it."""
    depth = lines[index].depth
    if depth != lines[index - 1].depth:
        beside = next((rank for rank in reversed(ranks) if rank[0] == depth), None)
        return beside or (depth, UNNUMBERED)
    first = index
    while first and not lines[first - 1].number and ranks[first - 1] != ABOVE_ALL:
        first -= 1
    if not first:
        return ranks[index - 1]
    is_deeper = lines[first - 1].depth < depth
    is_part = ranks[first - 1] == ABOVE_ALL or is_deeper or _adds_up(lines, first)
    return (depth, UNNUMBERED) if is_part else ranks[first - 1]


def _adds_up(lines: list[Line], first: int) -> bool:
    """Whether the maxima of the unnumbered lines from `first` on make up the maximum of the line before them."""
    last = first
    while last < len(lines) and not lines[last].number:
        last += 1
    return lines[first - 1].max_points == sum(line.max_points or 0 for line in lines[first:last])
