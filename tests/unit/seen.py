"""Tables as the layout stage gives them, written down in the shortest way: criteria, units, and rows of score texts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.layout.table import Family, Printed, SeenCriterion, SeenPoints, SeenResult, SeenUnit, Table
from etl.office import Reference, full_row
from etl.office.reference import OfficeFacts
from etl.read.cells import Cell, CellKind

FACTS = OfficeFacts("co-quan", "Cơ quan")
CRITERIA = (
    ("I", "Chỉ đạo, điều hành", None),
    ("1", "Ban hành kế hoạch công tác", 10),
    ("2", "Báo cáo đúng hạn", 5),
    ("II", "Nghiệp vụ", None),
    ("1", "Lập hồ sơ công việc", 20),
)
WARDS = ("Phường Hòa Minh", "Phường Hòa Khánh Bắc")
POINTS = ((9, 8), (4, 5), (15, 16))


def cell(row: int, column: int, value: object) -> Cell:
    """A cell as read: a number, a text, or the whole cell where a test needs another kind."""
    if isinstance(value, Cell):
        return value
    if value is None or value == "":
        return Cell(row, column, CellKind.BLANK)
    if isinstance(value, str):
        return Cell(row, column, CellKind.TEXT, value)
    return Cell(row, column, CellKind.NUMBER, str(value), Decimal(str(value)))


def lines(criteria: Sequence[tuple], kinds: dict[str, str] | None = None) -> tuple[SeenCriterion, ...]:
    """Lines from (number, name, maximum); Roman numbers stand at the top, all others below the last of them."""
    found: list[SeenCriterion] = []
    top = None
    for place, (number, name, maximum) in enumerate(criteria):
        is_heading = bool(number) and set(number) <= set("IVX")
        top = place if is_heading else top
        found.append(
            SeenCriterion(
                number,
                name,
                (kinds or {}).get(name, "normal"),
                None if is_heading else top,
                is_heading,
                None if maximum is None else Decimal(str(maximum)),
                cell(place + 5, 2, name),
            )
        )
    return tuple(found)


def matrix(
    points: Sequence[Sequence[object]] = POINTS,
    *,
    criteria: Sequence[tuple] = CRITERIA,
    units: Sequence[str] = WARDS,
    year: int | None = 2014,
    file: str = "2014/phuong.xlsx",
    sheet: str = "Điểm",
    group: str = "Phường",
    stage: str = "appraised",
    kinds: dict[str, str] | None = None,
    totals: Sequence[object] = (),
    subtotals: dict[int, Sequence[object]] | None = None,
    family: Family = Family.CRITERIA_BY_UNITS,
) -> Table:
    """Criteria down the rows from row 5, units across the columns from D; `points` has a row per scored line."""
    seen = lines(criteria, kinds)
    scored = [place for place, line in enumerate(seen) if not line.has_children]
    results = [SeenResult(unit, Printed.TOTAL, stage, cell(99, 4 + unit, value)) for unit, value in enumerate(totals)]
    for place, values in (subtotals or {}).items():
        results += [
            SeenResult(unit, Printed.SUBTOTAL, stage, cell(place + 5, 4 + unit, value), place)
            for unit, value in enumerate(values)
        ]
    return Table(
        family,
        file,
        sheet,
        f"Bảng chấm điểm năm {year}" if year else "Bảng chấm điểm",
        year,
        seen,
        tuple(SeenUnit(name, group, cell(4, 4 + place, name)) for place, name in enumerate(units)),
        tuple(
            SeenPoints(unit, place, stage, cell(place + 5, 4 + unit, value))
            for place, row in zip(scored, points, strict=True)
            for unit, value in enumerate(row)
        ),
        tuple(results),
        (4,),
        {},
    )


def reference(**tables: Sequence[dict]) -> Reference:
    """A reference with the rows given; blanks everywhere else."""
    return Reference(FACTS, {table: [full_row(table, **row) for row in rows] for table, rows in tables.items()})


def drafted(*tables: Table, known: Reference | None = None) -> Reference:
    """The reference that `draft` proposes for the tables, added to what is known."""
    from etl.draft import draft

    grown = known or reference()
    for table, rows in draft(list(tables), grown).items():
        grown = grown.with_rows(table, rows)
    return grown


def replaced(given: Reference, table: str, key: dict, **values: object) -> Reference:
    """The reference with some columns of the rows that match the key changed."""
    rows = [
        row | values if all(row[column] == value for column, value in key.items()) else row for row in given.rows(table)
    ]
    return Reference(given.facts, {**given.tables, table: rows})
