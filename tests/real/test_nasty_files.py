"""Workbooks that broke other libraries open, or are refused with the right code, in bounded time and memory."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from etl.layout import find_tables
from etl.problem import catalogue
from etl.read.cells import CellKind, Workbook
from etl.read.readers import Readers
from etl.read.reading import read_content
from tests.workbooks import biff

NASTY = Path(__file__).resolve().parents[3] / "shared" / "real" / "nasty"
MANIFEST = NASTY / "manifest.csv"
SLOWEST_SECONDS = 20
MOST_MEMORY = 2**30
FIRST_SHEET = bytes.fromhex("0908100000061000")  # the record that begins a sheet of BIFF 8, up to its kind

# File -> the problem that the reader must report; nothing for those it must open in peace.
OUTCOMES = {
    "phpspreadsheet__oleloop.xls": "file_corrupt",
    "calamine__OOM_alloc.xls": "",
    "calamine__OOM_alloc3.xls": "file_corrupt",
    "poi__poc-xmlbomb.xlsx": "file_dangerous",
    "poi__poc-xmlbomb-empty.xlsx": "file_dangerous",
    "poi__54764-2.xlsx": "file_dangerous",
    "poi__xxe_in_schema.xlsx": "",
    "poi__51535.xls": "",
    "libreoffice__xlsx-export-single-cell-at-last-row.xlsx": "",
    "poi__57893-many-merges.xlsx": "file_too_large",
    "poi__protected_passtika.xlsx": "file_encrypted",
    "poi__password.xls": "file_encrypted",
    "calamine__pass_protected.ods": "file_encrypted",
    "phpspreadsheet__pwtest3.xls": "file_encrypted",
    "poi__clusterfuzz-testcase-minimized-POIFuzzer-5040805309710336.xlsx": "file_corrupt",
    "poi__crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx": "file_corrupt",
    "python-calamine__empty_file.xlsx": "file_empty",
    "roo__no_spreadsheet_file.txt": "file_not_workbook",
    "roo__file_item_error.xlsx": "workbook_empty",
    "poi__duplicate-filename.xlsx": "workbook_empty",
    "poi__SimpleStrict.xlsx": "",
    "roo__strict.xlsx": "",
    "phpspreadsheet__utf16be.xlsx": "",
    "poi__59746_NoRowNums.xlsx": "",
    "poi__InlineStrings.xlsx": "",
    "sheetjs__ErrorTypes.xlsx": "",
    "sheetjs__ErrorTypes.xls": "",
    "sheetjs__sheet_visibility.xlsx": "",
    "roo__merged_ranges.xlsx": "",
    "sheetjs__1904.xls": "",
    "roo__number_with_zero_prefix.xlsx": "",
    "poi__unicodeSheetName.xlsx": "",
    "poi__testEXCEL_4.xls": "",
    "poi__BOOK_in_capitals.xls": "",
    "poi__blankworkbook.xls": "workbook_empty",
    "poi__UncalcedRecord.xls": "",
    "poi__SampleSS.ods": "",
    "roo__emptysheets.xlsx": "workbook_empty",
    "poi__link-external-workbook-a.xlsx": "",
}
OPENS = ("", "workbook_empty")

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not MANIFEST.exists(), reason="the collection of nasty workbooks is not beside the repository"),
]


@pytest.fixture(scope="module")
def readers():
    with Readers(count=1, seconds=SLOWEST_SECONDS, memory=MOST_MEMORY) as readers:
        yield readers


def opened(readers: Readers, name: str) -> Workbook:
    return next(readers.read([NASTY / name])).of(name)[0]


def manifest() -> list[dict[str, str]]:
    with MANIFEST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def allowed(hazard: str, expected: str) -> set[str]:
    """The outcomes that a row of the manifest leaves open."""
    refusals = {code for code in catalogue() if code.startswith("file_")}
    if "password" in hazard:
        return {"file_encrypted"}
    if "không có dữ liệu" in expected:
        return {"workbook_empty"}
    if "tệp rỗng" in expected:
        return {"file_empty"}
    may_be_refused = any(word in expected for word in ("reject", "clear message"))
    may_open = "reject" not in expected or "open" in expected
    return (refusals if may_be_refused else set()) | (set(OPENS) if may_open else set())


def test_every_row_of_the_manifest_has_the_outcome_that_it_asks_for():
    rows = manifest()
    assert {row["file"] for row in rows} == set(OUTCOMES)
    assert [row["file"] for row in rows if OUTCOMES[row["file"]] not in allowed(row["hazard"], row["expected"])] == []


@pytest.mark.parametrize("name", OUTCOMES)
def test_opens_or_is_refused_with_its_reason(readers: Readers, name: str):
    workbook, problems = next(readers.read([NASTY / name])).of(name)
    assert [problem.code for problem in problems] == ([OUTCOMES[name]] if OUTCOMES[name] else [])
    assert (workbook is not None) == (OUTCOMES[name] in OPENS)
    if workbook:
        assert {problem.code for problem in find_tables(workbook)[1]} <= set(catalogue())


@pytest.mark.parametrize("name", ["sheetjs__ErrorTypes.xlsx", "sheetjs__ErrorTypes.xls"])
def test_error_values_are_errors_and_not_text(readers: Readers, name: str):
    errors = [cell for cell in opened(readers, name).sheets[0].cells.values() if cell.kind is CellKind.ERROR]
    others = {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!"}
    assert Counter(cell.text for cell in errors) == {"#N/A": 8} | dict.fromkeys(others, 2)
    assert all(cell.number is None for cell in errors)


def test_dates_of_the_system_that_counts_from_1904(readers: Readers):
    sheet = opened(readers, "sheetjs__1904.xls").sheets[0]
    assert [sheet.at(row, 2).date for row in (1, 2)] == [date(1904, 1, 2), date(1904, 1, 12)]
    assert all(str(sheet.at(row, 2).date) == sheet.at(row, 3).text for row in (1, 2))


@pytest.mark.parametrize("name", ["poi__SimpleStrict.xlsx", "roo__strict.xlsx"])
def test_strict_workbooks_have_their_cells(readers: Readers, name: str):
    sheets = opened(readers, name).sheets
    assert len(sheets) == 2
    assert all(sheet.cells for sheet in sheets)


def test_strict_workbooks_keep_fonts_and_dates(readers: Readers):
    sheet = opened(readers, "poi__SimpleStrict.xlsx").sheets[1]
    assert sheet.at(1, 1).font == "Calibri"
    assert sheet.at(4, 1).date == date(1990, 1, 1)


def test_hidden_sheets_are_known_to_be_hidden(readers: Readers):
    sheets = opened(readers, "sheetjs__sheet_visibility.xlsx").sheets
    assert [sheet.is_hidden for sheet in sheets] == [False, True, True]


def test_codes_with_leading_zeros_keep_them(readers: Readers):
    sheet = opened(readers, "roo__number_with_zero_prefix.xlsx").sheets[0]
    zeros = [cell for cell in sheet.cells.values() if cell.text.startswith("0") and len(cell.text) > 1]
    assert {cell.kind for cell in zeros} == {CellKind.TEXT}


def test_a_formula_with_a_result_has_it_and_without_one_is_missing():
    """The file is told to lack a result; it holds `=A1+B1` of two blank cells with its right result, 0, calculated.

    The record that says that nothing was calculated is what the file is named for: with it the result is gone.
    """
    content = (NASTY / "poi__UncalcedRecord.xls").read_bytes()
    assert biff.NOT_CALCULATED not in content
    (read,) = read_content(content).sheets[0].cells.values()
    assert (read.address, read.formula, read.kind, read.number) == ("C1", "=", CellKind.NUMBER, 0)
    # The index of the sheet, which nothing needs, gives way to the record, so that all others keep their places.
    after = content.index(FIRST_SHEET) + len(biff.begin(biff.SHEET))
    changed = content[:after] + biff.NOT_CALCULATED[:2] + content[after + 2 :]
    (read,) = read_content(changed).sheets[0].cells.values()
    assert (read.address, read.formula, read.kind, read.number) == ("C1", "=", CellKind.UNCACHED, None)
