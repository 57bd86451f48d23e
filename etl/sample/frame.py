"""What stands around a table: letterhead, title, the illustrative mark, and the signatures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from etl.sample.paper import FREE, Paper
from etl.sample.rounds import Round
from etl.sample.words import MARK, spelt

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
BOLD = replace(FREE, bold=True)
TITLE = replace(FREE, bold=True, size=14)
ASIDE = replace(FREE, italic=True)
WARNING = replace(FREE, bold=True, italic=True, color="C00000")
SIGN_HERE = "(Ký, ghi rõ họ tên)"


def draw_letterhead(paper: Paper, round_: Round, issuer: tuple[str, str]) -> int:
    """The issuing bodies at the left, the nation's name at the right; gives back the row where the title goes."""
    left = left_half(paper)
    right = paper.last_column - left
    for row, looks, texts in (
        (1, (FREE, BOLD), (issuer[0], NATION)),
        (2, (BOLD, BOLD), (issuer[1], MOTTO)),
    ):
        paper.write(row, 1, spelt(round_, texts[0]), looks[0], across=left)
        paper.write(row, left + 1, spelt(round_, texts[1]), looks[1], across=right)
    return 4


def left_half(paper: Paper) -> int:
    """How many columns the left half of the page takes: by width, as a column of names is wider than one of points."""
    half = sum(paper.widths) / 2
    return min(range(1, paper.last_column), key=lambda columns: abs(sum(paper.widths[:columns]) - half))


def draw_title(paper: Paper, round_: Round, row: int, title: str, *lines: str) -> int:
    """The title with its year, the lines under it and the illustrative mark; gives back the row for the table."""
    paper.line(row, spelt(round_, f"{title} NĂM {round_.year}"), TITLE)
    paper.height(row, 24)
    asides = [f"(Kèm theo {round_.criteria_set.decision})", *([f"({round_.period})"] if round_.period else [])]
    for text in asides:
        row += 1
        paper.line(row, spelt(round_, text), ASIDE)
    row += 1
    paper.line(row, MARK, WARNING)
    for text in lines:
        row += 1
        paper.line(row, spelt(round_, text), BOLD)
    return row + 2


def draw_signatures(paper: Paper, round_: Round, row: int, left_role: str, right_role: str) -> None:
    """Place and date, and who signs, two rows under the table."""
    left = left_half(paper)
    right = paper.last_column - left
    paper.write(row + 1, left + 1, f"Liên Chiểu, {long_date(round_.signed_on)}", ASIDE, across=right)
    for at, across, role in ((1, left, left_role), (left + 1, right, right_role)):
        paper.write(row + 2, at, spelt(round_, role), BOLD, across=across)
        paper.write(row + 3, at, SIGN_HERE, ASIDE, across=across)


def long_date(day: date) -> str:
    """`ngày 09 tháng 12 năm 2011`: a leading zero for days below ten and for the first two months only."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
