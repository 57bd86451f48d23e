"""A problem in one line: where, what was seen, what was expected, what to do."""

from __future__ import annotations

import pytest

from etl.problem import Problem, catalogue
from scripts.make_problem_docs import example


def test_a_line_says_what_was_expected_between_what_was_seen_and_what_to_do():
    values = {"column": "status", "choices": "proposed, confirmed"}
    problem = Problem("bad_choice", "units.csv", cell="F2", seen="comfirmed", values=values)
    assert problem.as_line() == (
        "units.csv > F2: cột “status” không nhận giá trị “comfirmed”. Mong đợi: proposed, confirmed. "
        "Chọn một trong các giá trị cho phép."
    )
    assert problem.as_line("en") == (
        "units.csv > F2: “status” does not take “comfirmed”. Expected: proposed, confirmed. "
        "Choose one of the words allowed."
    )


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", catalogue())
def test_every_line_says_everything_once(code: str, lang: str):
    problem = example(code)
    line = problem.as_line(lang)
    assert all(problem.said(part, lang) in line for part in ("message", "expected", "action"))
    assert line.count(f": {problem.said('expected', lang)}.") <= 1
    label = {"vi": "Mong đợi", "en": "Expected"}[lang]
    said = problem.said("message", lang) + problem.said("action", lang)
    template = catalogue()[code][lang]
    assert (f" {label}: " in line) == all(template["expected"] not in template[part] for part in ("message", "action"))
    assert label not in said


def test_what_the_message_says_already_is_not_said_again():
    values = {"unit": "Phường Hòa Minh", "sum": "50", "difference": "10"}
    line = Problem("total_mismatch", "a.xlsx", "Điểm", "D9", "60", values).as_line()
    assert "Mong đợi" not in line
    assert line.endswith("(chênh 10). Kiểm tra công thức cộng trên bảng; hệ thống giữ cả hai số.")
