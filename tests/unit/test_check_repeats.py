"""Many problems that are one for the person who has to act."""

from __future__ import annotations

from etl.check.repeats import MOST_OF_A_KIND, without_repeats
from etl.problem import Problem


def unknown(file: str, line: str) -> Problem:
    values = {"set": "BTC", "number": file, "nearest": "1 A", "line": line}
    return Problem("unknown_criterion", file, "Sheet", "B8", "Báo cáo", values)


def wrong_sum(sheet: str, row: int) -> Problem:
    values = {"unit": "A", "sum": "1", "difference": "1"}
    return Problem("total_mismatch", "a.xlsx", sheet, f"F{row}", "2", values)


def test_what_one_line_solves_is_said_once_at_its_first_place():
    found = without_repeats([unknown("a.xlsx", "x"), unknown("b.xlsx", "y"), unknown("c.xlsx", "x")])
    assert [(each.file, each.elsewhere) for each in found] == [("a.xlsx", 1), ("b.xlsx", 0)]
    assert found[0].said("message").endswith("Còn 1 chỗ khác cũng như vậy.")
    assert "chỗ khác" not in found[1].said("message")


def test_problems_without_a_line_are_all_kept():
    found = [Problem("points_above_max", "a.xlsx", "Sheet", cell, "11") for cell in ("D5", "D5", "D6")]
    assert without_repeats(found) == found


def test_many_files_of_one_kind_that_are_not_read_are_said_once():
    scans = [Problem("unread_file", f"{number}.pdf", seen=".pdf") for number in range(MOST_OF_A_KIND + 1)]
    letter = Problem("unread_file", "a.doc", seen=".doc")
    found = without_repeats([*scans, letter])
    assert [(each.file, each.elsewhere) for each in found] == [("0.pdf", MOST_OF_A_KIND), ("a.doc", 0)]


def test_wrong_sums_are_said_once_per_sheet_when_nobody_would_look_them_all_up():
    few = [wrong_sum("few", row) for row in range(MOST_OF_A_KIND)]
    many = [wrong_sum("many", row) for row in range(MOST_OF_A_KIND + 1)]
    found = without_repeats([*few, *many])
    assert found[:-1] == few
    assert (found[-1].sheet, found[-1].cell, found[-1].elsewhere) == ("many", "F0", MOST_OF_A_KIND)
