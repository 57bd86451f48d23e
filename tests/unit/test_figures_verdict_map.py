"""The map of verdicts: what is drawn where, and that an absence is drawn as an absence."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from scoreboard.figures.measure import width
from scoreboard.figures.theme import DARK, LIGHT, TEXT_SIZE
from scoreboard.figures.verdict_grid import lay_out
from scoreboard.figures.verdict_map import verdict_map
from scoreboard.text import words
from tests.drawn import drawn

VI = words("vi")
VERDICT = {"4": "done_well", "2": "not_well", "0": "not_done"}


def unit(name: str, scores: str, group: str = "phường", **more: object) -> list[dict]:
    """Rows of one unit: `scores` holds 4, 2 or 0 of 4 points, `-` not applicable, `?` blank; a space parts sections."""
    shared = {
        "group_code": group,
        "group_name": group.upper(),
        "unit_code": name,
        "unit_name": f"UBND phường {name}",
        "short_name": name,
        "unit_share": Decimal("0.5"),
        "is_partial": "?" in scores,
        "is_submitted": True,
    } | more
    rows = []
    for section, marks in zip(("I", "II"), scores.split(), strict=False):
        for place, mark in enumerate(marks, start=1):
            points = Decimal(mark) if mark in VERDICT else None
            rows.append(
                shared
                | {
                    "section_code": section,
                    "section_name": "Lập hồ sơ",
                    "criterion_code": f"{section}.{place}",
                    "criterion_name": f"Tiêu chí {section}.{place}",
                    "sort_order": len(rows),
                    "state": {"-": "not_applicable", "?": "blank"}.get(mark, "scored"),
                    "verdict": VERDICT.get(mark),
                    "points": points,
                    "max_points": Decimal(4),
                    "gap_points": None if points is None else 4 - points,
                }
            )
    none = ("section_code", "section_name", "criterion_code", "criterion_name", "sort_order", "state", "verdict")
    return rows or [shared | dict.fromkeys((*none, "points", "max_points", "gap_points"))]


def cells(*units: list[dict]) -> pd.DataFrame:
    return pd.DataFrame([row for rows in units for row in rows], dtype=object)


def texts(figure) -> list[str]:
    return [annotation.text for annotation in figure.layout.annotations]


@pytest.fixture
def small() -> pd.DataFrame:
    return cells(
        unit("Hòa Minh", "42 0"),
        unit("Hải Vân", "4- ?"),
        unit("Trường học", "", group="trường", is_submitted=False, unit_share=None),
    )


def test_each_cell_has_the_fill_of_its_verdict_and_sections_stand_apart(small):
    fills = drawn(verdict_map)(small, LIGHT, VI).data[0]
    assert [list(row) for row in fills.z][:2] == [[0, 1, None, 2], [0, 3, None, 3]]
    assert list(fills.x) == [0, 1, 2, 2.5, 3.5]


def test_absence_has_an_outline_and_its_own_mark_never_a_verdict(small):
    figure = drawn(verdict_map)(small, LIGHT, VI)
    grounds = figure.data[1]
    assert [list(row) for row in grounds.z][:2] == [[None] * 4, [None, 1, None, 1]]
    assert {trace.name for trace in figure.data if trace.type == "scatter"} == {
        "blank",
        "not_applicable",
        "not_done",
        "not_well",
    }
    assert "Không áp dụng" in figure.data[0].text[1][1]


def test_mark_has_the_colour_that_stands_on_its_fill(small):
    for theme in (LIGHT, DARK):
        marks = {trace.name: trace for trace in drawn(verdict_map)(small, theme, VI).data if trace.type == "scatter"}
        assert marks["not_well"].marker.color == theme.on_not_well
        assert marks["not_done"].marker.color == theme.on_not_done


def test_unit_without_a_scoresheet_is_a_band_with_words_and_has_no_share(small):
    figure = drawn(verdict_map)(small, LIGHT, VI)
    assert any(text.startswith("Chưa nộp") for text in texts(figure))
    assert "–" in texts(figure)
    (band,) = [trace for trace in figure.data if trace.name == "not_submitted"]
    assert (band.marker.pattern.shape, band.marker.pattern.fgcolor) == ("/", LIGHT.absent)
    row = next(row for row in lay_out(small).rows if row.code == "Trường học")
    assert (band.base, band.base + band.y[0]) == (row.top, row.bottom)


def test_partial_share_is_starred(small):
    assert "50,00*" in texts(drawn(verdict_map)(small, LIGHT, VI))
    assert "50,00" in texts(drawn(verdict_map)(small, LIGHT, VI))


def test_unit_in_focus_is_framed_and_named_in_the_accent(small):
    figure = drawn(verdict_map)(small, LIGHT, VI, focus="Hải Vân")
    (frame,) = [shape for shape in figure.layout.shapes if shape.line.color == LIGHT.accent]
    row = next(row for row in lay_out(small).rows if row.code == "Hải Vân")
    assert (frame.y0, frame.y1) == (row.top, row.bottom)
    assert any(LIGHT.accent in text and "Hải Vân" in text for text in texts(figure))


def test_points_lost_are_added_up_by_criterion_and_ties_share_the_accent():
    bars = drawn(verdict_map)(cells(unit("A", "2222 44"), unit("B", "0042 44")), LIGHT, VI).data[-1]
    heights = [-height for height in bars.y]
    assert heights[0] == heights[1] == max(heights)
    assert [height / heights[0] for height in heights] == pytest.approx([1, 1, 1 / 3, 2 / 3, 0, 0])
    assert [colour == LIGHT.accent for colour in bars.marker.color] == [True, True, False, True, False, False]


def test_points_lost_stand_on_their_own_bars_where_columns_are_few_and_are_those_of_the_table():
    sheet = cells(unit("A", "22204422"))
    sheet["gap_points"] = [Decimal(quarters) / 4 for quarters in (61, 3, 1, 400, 0, 0, 7, 9)]
    figure = drawn(verdict_map)(sheet, LIGHT, VI)
    bars = figure.data[-1]
    written = {note.text: note for note in figure.layout.annotations}
    assert written["15,25"].y == pytest.approx(bars.base + bars.y[0])
    assert written["15,25"].textangle == -90


def test_map_of_units_without_any_scoresheet_has_only_bands():
    figure = drawn(verdict_map)(cells(unit("A", "", is_submitted=False)), LIGHT, VI)
    assert [trace.name for trace in figure.data] == ["not_submitted"]
    assert any("Chưa nộp" in text for text in texts(figure))


def test_criteria_that_are_their_own_sections_have_no_headings():
    flat = cells(unit("A", "4 2"))
    flat["section_code"] = flat["criterion_code"]
    assert lay_out(flat).headings == ()
    assert [column.label for column in lay_out(flat).columns] == ["I.1", "II.1"]


def test_forty_units_by_sixty_criteria_keep_cells_wide_enough_for_their_marks():
    many = cells(*(unit(f"Trường Trung học cơ sở số {number}", "4" * 30 + " " + "2" * 30) for number in range(40)))
    grid = lay_out(many)
    assert grid.least_width > 860
    assert grid.cell >= 12
    assert all(row.bottom - row.top >= 20 for row in grid.rows)
    assert drawn(verdict_map)(many, LIGHT, VI).layout.height >= 40 * 20


def test_label_too_wide_for_its_cell_stands_upright():
    long = cells(unit("A", "4" * 30))
    long["criterion_code"] = [f"I.1.{number}.10" for number in range(30)]
    assert lay_out(long).is_upright
    assert not lay_out(cells(unit("A", "44 44"))).is_upright


def test_data_text_is_never_taken_for_markup():
    named = cells(unit("<b>A</b>", "42"))
    assert "<b>A</b>" not in " ".join(texts(drawn(verdict_map)(named, LIGHT, VI)))


@pytest.mark.parametrize(
    ("name", "is_whole"),
    [
        ("Con dấu, thiết bị", True),
        ("Con dấu, thiết bị lưu khóa bí mật", False),
        ("Chỉ đạo điều hành công tác văn thư " * 4, False),
        ("Côngnghệthôngtin", False),
    ],
)
def test_name_of_a_section_is_whole_over_its_columns_or_in_the_key_below(name: str, is_whole: bool):
    many = cells(unit("A", "4" * 40 + " 222"))
    many.loc[many["section_code"] == "II", "section_name"] = name.strip()
    long, short = lay_out(many).headings[::-1]
    assert " ".join(short.lines) == "I Lập hồ sơ"
    assert " ".join(long.lines) == (f"II {name.strip()}" if is_whole else "II")
    assert [heading.name for heading in lay_out(many).unnamed_sections] == ([] if is_whole else [f"II {name.strip()}"])
    assert not any("…" in text for text in texts(drawn(verdict_map)(many, LIGHT, VI)))


def test_words_beside_the_bars_have_room_where_units_have_short_names():
    figure = drawn(verdict_map)(cells(unit("A", "42 24")), LIGHT, VI)
    (beside,) = [annotation for annotation in figure.layout.annotations if annotation.text.startswith("Điểm")]
    widest = max(width(line, TEXT_SIZE) for line in beside.text.split("<br>"))
    assert widest - beside.xshift <= figure.layout.margin.l


def test_points_stand_above_a_bar_beside_their_own_that_is_a_little_higher():
    many = cells(*(unit(f"Đội {number}", "4" * 30 + " 00") for number in range(9)), unit("A", "4" * 30 + " 20"))
    figure = drawn(verdict_map)(many, LIGHT, VI)
    lower, higher = (annotation for annotation in figure.layout.annotations if annotation.text in ("38,00", "40,00"))
    bars = figure.data[-1]
    highest = min(base + height for base, height in zip([bars.base] * len(bars.y), bars.y, strict=True))
    assert higher.y < lower.y <= highest
