"""Whatever stands on a sheet, it becomes consistent tables or problems, never an exception."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.layout import find_tables
from etl.layout.declared import Declared
from etl.layout.table import Family, Table
from etl.problem import Problem, catalogue
from etl.read.cells import Cell, CellKind, Merge, Sheet, Workbook

LABELS = ("STT", "Tiêu chí", "Nội dung", "Điểm tối đa", "Tên đơn vị", "Điểm", "Tự chấm", "Thẩm định", "Tổng điểm")
PRINTED = ("Xếp hạng", "Xếp loại", "Ghi chú", "TỔNG CỘNG", "Cộng mục I", "Trung bình", "Điểm thưởng", "Điểm trừ")
NAMES = ("I", "1", "1.1", "a)", "Khối phường", "Hòa Minh", "Kế hoạch (5 điểm)", "Đơn vị: Hòa Minh", "NĂM 2014")
STATES = ("Chưa nộp", "-", "KAD", "4,5", "(1)", "(2)", "(3)", "Người lập")
WORDS = (*LABELS, *PRINTED, *NAMES, *STATES)
HEADERS = st.sampled_from(
    (
        ["STT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định"],
        ["STT", "Tiêu chí", "Điểm tối đa", "Hòa Minh", "Nội vụ"],
        ["STT", "Tên đơn vị", "1. Kế hoạch", "2. Hồ sơ", "Tổng điểm"],
        ["Đơn vị", "1. Kế hoạch", "Đơn vị", "2. Hồ sơ", "Tổng điểm"],
    )
)
CONTENT = st.one_of(st.sampled_from(WORDS), st.decimals(-5, 100, places=2), st.none())
ROWS = st.lists(st.lists(CONTENT, min_size=5, max_size=5), min_size=1, max_size=9)
GRIDS = st.one_of(ROWS, st.builds(lambda header, rows: [header, *rows], HEADERS, ROWS))
CORNERS = st.tuples(*[st.integers(1, 8)] * 4)


def sheet_of(grid: list[list[str | Decimal | None]], merges: list[tuple[int, int, int, int]]) -> Sheet:
    cells = {}
    for row, values in enumerate(grid, start=1):
        for column, value in enumerate(values, start=1):
            if isinstance(value, str):
                cells[row, column] = Cell(row, column, CellKind.TEXT, value)
            elif value is not None:
                cells[row, column] = Cell(row, column, CellKind.NUMBER, str(value), value)
    areas = (Merge(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in merges)
    return Sheet("2014", cells, tuple(areas))


DECLARED = st.builds(
    Declared,
    st.sampled_from(Family),
    st.one_of(st.none(), st.integers(1, 10)),
    st.one_of(st.none(), st.integers(1, 6)),
    st.one_of(st.none(), st.integers(1, 6)),
    st.lists(st.integers(1, 6), max_size=3, unique=True).map(tuple),
)


NUMBERS_WITHOUT_ANY_POINTS = [
    ["STT", "STT", "STT", "STT", "STT"],
    ["STT", None, "STT", "STT", "STT"],
    ["Tiêu chí", None, "STT", "STT", "Điểm"],
    ["Tổng điểm", "STT", None, "STT", "1"],
    ["STT", Decimal("0.00"), "STT", None, "STT"],
]


@settings(max_examples=300)
@example(NUMBERS_WITHOUT_ANY_POINTS, [])
@given(GRIDS, st.lists(CORNERS, max_size=2))
def test_any_sheet(grid: list[list[str | Decimal | None]], merges: list[tuple[int, int, int, int]]):
    assert_consistent(*find_tables(Workbook("book.xlsx", "", 0, (sheet_of(grid, merges),))))


@settings(max_examples=200)
@given(GRIDS, DECLARED)
def test_any_sheet_under_any_declaration(grid: list[list[str | Decimal | None]], declared: Declared):
    workbook = Workbook("book.xlsx", "", 0, (sheet_of(grid, []),))
    assert_consistent(*find_tables(workbook, {("book.xlsx", "2014"): declared}))


def assert_consistent(tables: list[Table], problems: list[Problem]) -> None:
    assert {problem.code for problem in problems} <= set(catalogue())
    for table in tables:
        assert table.units
        assert all(c.parent is None or c.parent < index for index, c in enumerate(table.criteria))
        assert all(not table.criteria[seen.criterion].has_children for seen in table.points)
        keys = [(seen.unit, seen.criterion, seen.stage_code) for seen in table.points]
        assert len(keys) == len(set(keys))
        assert {seen.unit for seen in (*table.points, *table.results)} <= set(range(len(table.units)))
