"""Every reference file of an office, typed, with everything wrong in them found at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from openpyxl.utils import get_column_letter

from etl.office.codes import broken_pointers, circles
from etl.office.columns import Column, Content, ReferenceTable
from etl.office.contradictions import contradictions
from etl.office.csv_file import BrokenRowError, CsvFile, read_csv
from etl.office.facts import load_facts
from etl.office.folder import OfficeFolder
from etl.office.reference import TABLE, TABLES, OfficeFacts, Status
from etl.office.unknown_files import unknown_files
from etl.office.values import parse, written
from etl.problem import Problem

Row = dict[str, Any]

STATUS = Column("status", choices=tuple(Status))
NOTE = Column("note")


@dataclass(frozen=True)
class Reference:
    """What analysts decided.

    A row is a dict with every column of its table: text columns hold `""` when blank; decimals, integers and dates hold
    None. `status` is `confirmed` or `proposed`, never blank.
    """

    facts: OfficeFacts
    tables: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, table: str) -> list[Row]:
        """The rows of a table in the order of its file; none when the office has no such file."""
        return self.tables.get(table, [])

    def with_rows(self, table: str, rows: list[Row]) -> Reference:
        """The same reference with rows added at the end of a table."""
        return replace(self, tables={**self.tables, table: [*self.rows(table), *rows]})


def full_row(table: str, **values: Any) -> Row:
    """A row with every column of the table: the values given, blanks elsewhere, confirmed unless it says otherwise."""
    blank = {column.name: parse(column, "") for column in (*TABLE[table].columns, STATUS, NOTE)}
    return blank | {"status": str(Status.CONFIRMED)} | values


def load_reference(folder: OfficeFolder) -> tuple[Reference, list[Problem]]:
    """The office's reference, and all problems in it. A value that cannot be read is reported and left blank."""
    facts, problems = load_facts(folder)
    files = {table.name: _read_table(folder, table) for table in TABLES}
    tables = {name: [row for _, row in file.rows] for name, file in files.items()}
    for file in files.values():
        problems += file.problems
    unreadable = {name for name, file in files.items() if not file.is_read}
    for name, place, pointer in broken_pointers(tables, unreadable):
        row, column = tables[name][place], pointer.columns[-1]
        seen = " / ".join(str(row[part]) for part in pointer.columns)
        values = {"column": column, "target": f"{pointer.target}.csv"}
        problems.append(Problem("dangling_code", f"{name}.csv", "", files[name].address(place, column), seen, values))
    for place, codes in circles(tables):
        cell = files["criteria"].address(place, "parent_code")
        problems.append(Problem("criteria_cycle", "criteria.csv", cell=cell, seen=" → ".join(codes)))
    for each in contradictions(tables):
        cell = files[each.table].address(each.place, each.column)
        problems.append(Problem(each.code, f"{each.table}.csv", cell=cell, seen=each.seen, values=each.values))
    problems += unknown_files(folder)
    return Reference(facts, tables), problems


@dataclass
class _File:
    """One reference file: `rows` are (row number in the file, values), none of a file that cannot be read."""

    content: CsvFile
    rows: list[tuple[int, Row]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    is_read: bool = True

    def address(self, place: int, column: str) -> str:
        """Where the value of a column stands, of the row at that place in `rows`."""
        return _address(self.content, column, self.rows[place][0])


def _address(content: CsvFile, column: str, row: int) -> str:
    """The place as a spreadsheet program would call it."""
    return f"{get_column_letter(content.header.index(column) + 1)}{row}"


def _confirmed(row: tuple[int, Row]) -> bool:
    return row[1]["status"] == Status.CONFIRMED


def _read_table(folder: OfficeFolder, table: ReferenceTable) -> _File:
    """The rows of a file, one per key: beside a proposed row, the one a person wrote wins."""
    path = folder.reference_file(table.name)
    if not path.exists():
        return _File(CsvFile(()))
    try:
        content = read_csv(path)
    except UnicodeDecodeError:
        return _File(CsvFile(()), problems=[Problem("reference_not_utf8", path.name)], is_read=False)
    except BrokenRowError as error:
        broken = Problem("broken_csv_row", path.name, cell=f"A{error.row}", seen=str(error.row))
        return _File(CsvFile(()), problems=[broken], is_read=False)
    file = _File(content, problems=list(_header_problems(table, content, path.name)))
    place_of: dict[tuple[Any, ...], int] = {}
    for (number, cells), record in zip(content.rows, content.records, strict=True):
        row, problems = _typed(table, content, number, record)
        file.problems += problems
        file.problems += [
            Problem("extra_value", path.name, cell=f"{get_column_letter(place)}{number}", seen=text)
            for place, text in enumerate(cells, start=1)
            if place > len(content.header) and text
        ]
        key = tuple(row[column] for column in table.key)
        place = place_of.setdefault(key, len(file.rows))
        if place == len(file.rows):
            file.rows.append((number, row))
        elif {row["status"], file.rows[place][1]["status"]} == set(Status):
            file.rows[place] = max(file.rows[place], (number, row), key=_confirmed)
        else:
            seen = " / ".join(str(part) for part in key)
            values = {"columns": " + ".join(table.key), "first_row": str(file.rows[place][0])}
            file.problems.append(Problem("duplicate_key", path.name, cell=f"A{number}", seen=seen, values=values))
    return file


def _header_problems(table: ReferenceTable, content: CsvFile, file: str) -> Iterator[Problem]:
    known = ", ".join(table.column_names)
    for place, name in enumerate(content.header):
        cell = f"{get_column_letter(place + 1)}1"
        if name and name not in table.column_names:
            yield Problem("unknown_column", file, cell=cell, seen=name, values={"known": known})
        elif name and name in content.header[:place]:
            yield Problem("repeated_column", file, cell=cell, seen=name)
    if content.header:
        for column in table.columns:
            if column.required and column.name not in content.header:
                yield Problem("missing_column", file, values={"column": column.name})


def _typed(table: ReferenceTable, content: CsvFile, number: int, record: dict[str, str]) -> tuple[Row, list[Problem]]:
    """The row with its values, blank where something cannot be used, and what that is."""
    row: Row = {}
    problems = []
    for column in (*table.columns, STATUS, NOTE):
        text = record.get(column.name, "")
        code, values = _wrong(column, text)
        row[column.name] = parse(column, "" if code else text)
        if code and column.name in content.header:
            cell = _address(content, column.name, number)
            values |= {"column": column.name}
            problems.append(Problem(code, f"{table.name}.csv", cell=cell, seen=text, values=values))
    row["status"] = row["status"] or str(Status.CONFIRMED)
    return row, problems


def _wrong(column: Column, text: str) -> tuple[str, dict[str, str]]:
    """The code of what is wrong with a value, empty when it is right, and the words its sentences need."""
    if not text:
        return ("missing_value", {}) if column.required else ("", {})
    if column.choices and text not in column.choices:
        return "bad_choice", {"choices": ", ".join(column.choices)}
    try:
        value = parse(column, text)
    except ValueError:
        return f"not_{column.content}", {}
    if column.content in (Content.DECIMAL, Content.INTEGER) and not column.least <= value <= column.most:
        return "number_out_of_range", {"least": written(column.least), "most": written(column.most)}
    return "", {}
