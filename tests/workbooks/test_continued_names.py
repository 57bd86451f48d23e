"""Names over more than one row are read whole, with the points of whichever row bears them."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.layout.table import Table
from tests.workbooks.test_nothing_lost import ROWS, form, unread
from tests.workbooks.test_sheets import table_of

FIRST, REST = "Ban hành kế hoạch công tác", "văn thư, lưu trữ hằng năm"
UNITS = ("STT", "Tên đơn vị", "1. Kế hoạch", "2. Báo cáo")


def first(table: Table) -> tuple[str, str, object, list[str]]:
    criterion = table.criteria[0]
    cells = [seen.cell.text for seen in table.points if seen.criterion == 0]
    return criterion.number, criterion.name, criterion.max_points, cells


@pytest.mark.parametrize(
    ("above", "below"),
    [((10, 9, 8), ()), ((), (10, 9, 8)), ((10,), (None, 9, 8))],
)
def test_a_name_typed_on_in_the_row_below(tmp_path: Path, above: tuple, below: tuple):
    table = table_of(form((1, FIRST, *above), (None, REST, *below), (2, *ROWS[1][1:])), tmp_path)
    assert len(table.criteria) == 2
    assert first(table) == ("1", f"{FIRST} {REST}", 10, ["9", "8"])


def test_two_rows_with_points_are_two_criteria(tmp_path: Path):
    table = table_of(form((1, FIRST, 10, 9, 8), (None, REST, 5, 4, 4)), tmp_path)
    assert [criterion.name for criterion in table.criteria] == [FIRST, REST]


@pytest.mark.parametrize(
    ("above", "below"),
    [((10, 9, None), (None, None, 8)), ((), (10, 9, 8)), ((10,), (None, 9, 8))],
)
def test_a_name_merged_over_two_rows_of_which_each_fills_other_columns(tmp_path: Path, above: tuple, below: tuple):
    sheet = form((1, FIRST, *above), (None, None, *below), ROWS[1], merged=("A2:A3", "B2:B3"))
    assert first(table_of(sheet, tmp_path)) == ("1", FIRST, 10, ["9", "8"])


def test_a_unit_merged_over_two_rows_of_points_is_refused(tmp_path: Path):
    rows = [(1, "Hòa Minh", 9, 9), (None, None, 8, 7), (2, "Hòa Khánh", 5, 5)]
    assert unread(form(*rows, header=UNITS, merged=("A2:A3", "B2:B3")), tmp_path) == [("unread_points", "C3", "3", "2")]
    rows = [(1, "Hòa Minh", 9, 9), (2, "Hòa Khánh", 5, 5), (None, None, 4, 4)]
    assert unread(form(*rows, header=UNITS, merged=("A3:A4", "B3:B4")), tmp_path) == [("unread_points", "C4", "4", "2")]


def test_the_name_of_a_unit_typed_on_in_the_row_below(tmp_path: Path):
    rows = [
        (1, "UBND phường", 9, 9),
        (None, "Hòa Minh"),
        (2, "Phòng Tài chính", 5, 5),
        (None, "và kế hoạch"),
        (3, "Phòng Tư pháp", 4, 4),
    ]
    table = table_of(form(*rows, header=UNITS), tmp_path)
    assert [unit.name for unit in table.units] == [
        "UBND phường Hòa Minh",
        "Phòng Tài chính và kế hoạch",
        "Phòng Tư pháp",
    ]


def test_a_unit_without_points_under_another_is_a_unit(tmp_path: Path):
    table = table_of(form((1, "Hòa Minh", 9, 9), (None, "Hòa Khánh"), (3, "Hòa Hiệp", 4, 4), header=UNITS), tmp_path)
    assert [unit.name for unit in table.units] == ["Hòa Minh", "Hòa Khánh", "Hòa Hiệp"]
