"""Numbers of criteria as Vietnamese official text writes them."""

from __future__ import annotations

import pytest

from etl.layout.numbering import code_in, continues, number_in, number_in_front, rank_of, rank_of_word


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I.", "I"),
        ("1", "1"),
        ("1.10.", "1.10"),
        ("I.2", "I.2"),
        ("a)", "a"),
        ("đ)", "đ"),
        ("(1)", "1"),
        ("Phần A", "A"),
        ("6a", "6a"),
        ("R1", ""),
        ("-", "-"),
        ("TỔNG CỘNG", ""),
        ("1. Kế hoạch", ""),
        ("", ""),
    ],
)
def test_number_alone(text: str, number: str):
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("1.1. Ban hành kế hoạch", "1.1", "Ban hành kế hoạch"),
        ("1.1 Ban hành kế hoạch", "1.1", "Ban hành kế hoạch"),
        ("II. Nghiệp vụ", "II", "Nghiệp vụ"),
        ("đ) Con dấu", "đ", "Con dấu"),
        ("2.3a Tác động", "2.3a", "Tác động"),
        ("- Có kế hoạch", "-", "Có kế hoạch"),
        ("Ban hành 2 kế hoạch", "", "Ban hành 2 kế hoạch"),
        ("100% hồ sơ", "", "100% hồ sơ"),
        ("C/v đến", "", "C/v đến"),
    ],
)
def test_number_in_front_of_a_name(text: str, number: str, name: str):
    assert number_in_front(text) == (number, name)


def test_headings_stand_over_what_they_number():
    ranks = [rank_of(number) for number in ("A", "I", "1", "1.1", "1.1.1", "a", "-", "+", "")]
    assert ranks == sorted(set(ranks))
    assert rank_of("I.1") == rank_of("1.1")


def test_a_column_of_numbers_may_hold_codes():
    assert [code_in(text) for text in ("R1", "6a", "1.10.", "Kế hoạch")] == ["R1", "6a", "1.10", ""]


def test_words_in_front_of_numbers_tell_their_depth():
    texts = (("Phần I", "I"), ("Mục 1", "1"), ("Tiêu chí 1", "1"), ("Chỉ tiêu 1", "1"))
    ranks = [*(rank_of_word(*text) for text in texts), rank_of("1")]
    assert ranks == sorted(set(ranks))
    assert rank_of_word("Mục I", "I") == rank_of("I")
    assert rank_of_word("Kế hoạch 1", "1") is None


def test_a_lettered_number_continues_its_stem():
    assert continues("6a", "6")
    assert continues("2.3b", "2.3")
    assert not continues("II", "I")
    assert not continues("6a", "5")
