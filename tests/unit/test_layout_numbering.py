"""Numbers of criteria as Vietnamese official text writes them."""

from __future__ import annotations

import pytest

from etl.layout.numbering import number_in, number_in_front, rank_of


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
