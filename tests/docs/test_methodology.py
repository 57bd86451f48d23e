"""Both pages of the method are what the examples say, and the English says all that the Vietnamese says."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

import pytest

from tests.spec.contents import CHAPTERS
from tests.spec.english import PROSE, english, mark, shortcomings
from tests.spec.methodology import Edition, english_edition, methodology, vietnamese_edition

SECTIONS = [section for chapter in CHAPTERS for section in chapter.sections]
FIRST = SECTIONS[0].title


@pytest.mark.parametrize("edition", [vietnamese_edition, english_edition])
def test_methodology_page_is_what_the_examples_say(edition):
    assert edition().page.read_text("utf-8") == methodology(edition()), "run: python -m tests.spec.methodology"


def test_english_is_whole():
    assert shortcomings(CHAPTERS) == []


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
def test_rule_has_the_same_numbers_in_both_languages(section):
    said = PROSE["section"][section.title]["rule"]
    assert numbers(said) == numbers(re.sub(r"(\d),(\d)", r"\1.\2", section.rule))


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?", text))


def test_no_vietnamese_is_left_in_english():
    text = methodology(english_edition())
    names = [word for code, word in english_edition().words["value"].items() if code == word]
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "")
    assert sorted({letter for letter in text if letter.isalpha() and not letter.isascii()}) == []


def without_chapter(prose):
    del prose["chapter"][CHAPTERS[0].title]


def without_section(prose):
    del prose["section"][FIRST]


def without_example(prose):
    del prose["section"][FIRST]["examples"][SECTIONS[0].examples[0].title]


@pytest.mark.parametrize("forget", [without_chapter, without_section, without_example])
def test_what_has_no_english_is_told_and_stops_the_page(forget):
    prose = copy.deepcopy(PROSE)
    forget(prose)
    assert [line[:14] for line in shortcomings(CHAPTERS, prose)] == ["no English for"]
    with pytest.raises(KeyError):
        english(CHAPTERS, prose)


def test_english_of_a_rule_that_changed_is_told():
    changed = replace(SECTIONS[0], rule=SECTIONS[0].rule.replace("năm", "sáu"))
    chapters = (replace(CHAPTERS[0], sections=(changed, *CHAPTERS[0].sections[1:])), *CHAPTERS[1:])
    assert shortcomings(chapters) == [
        f"the rule “{FIRST}” changed: say the same in English, then set of = “{mark(changed.rule)}”"
    ]


def test_lines_broken_elsewhere_are_no_change():
    assert mark("\nMột quy\ntắc.\n") == mark("Một quy tắc.") != mark("Hai quy tắc.")


def test_english_of_what_is_gone_is_told():
    gone = CHAPTERS[-1].title
    assert f"no chapter any more “{gone}”" in shortcomings(CHAPTERS[:-1])


def test_two_sections_of_one_title_are_told():
    assert f"two sections of one title “{FIRST}”" in shortcomings((*CHAPTERS, replace(CHAPTERS[0], title="Khác")))


@pytest.mark.parametrize("edition", [vietnamese_edition, english_edition])
def test_column_and_code_without_a_word_stop_the_page(edition):
    with pytest.raises(KeyError):
        edition().heading("total", "unheard_of")
    with pytest.raises(KeyError):
        edition().said("unheard_of")


@pytest.mark.parametrize(
    ("edition", "cell", "said"),
    [
        (vietnamese_edition, "0.25", "0,25"),
        (english_edition, "0.25", "0.25"),
        (vietnamese_edition, "done_well", "thực hiện tốt"),
        (english_edition, "done_well", "done well"),
        (vietnamese_edition, "CU:1", "CU:1"),
        (english_edition, "CU:1", "OLD:1"),
        (english_edition, "2021-07-01", "2021-07-01"),
    ],
)
def test_cell_is_said_in_the_language(edition, cell: str, said: str):
    page: Edition = edition()
    assert page.said(cell) == said


@pytest.mark.parametrize(
    ("edition", "of_a_group", "of_gaps"),
    [(vietnamese_edition, "số đơn vị tăng", "số có tiến bộ"), (english_edition, "units that rose", "improved")],
)
def test_column_is_called_what_its_table_calls_it(edition, of_a_group: str, of_gaps: str):
    assert edition().heading("group_change", "improved") == of_a_group
    assert edition().heading("gap_closure", "improved") == of_gaps


def test_vietnamese_text_in_a_cell_stops_the_english_page():
    with pytest.raises(KeyError):
        english_edition().said("Sổ đăng ký")
