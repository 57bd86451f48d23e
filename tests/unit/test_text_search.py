"""Names are found however they are typed."""

from __future__ import annotations

import pytest

from scoreboard.text.search import found, is_found

UNITS = ["Phường Hòa Khánh Bắc", "Phường Hoà Minh", "Đội Quy tắc đô thị", "Ban Quản lý chợ", "Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("hoa khanh", ["Phường Hòa Khánh Bắc"]),
        ("Hoà Khánh", ["Phường Hòa Khánh Bắc"]),
        ("hòa", ["Phường Hòa Khánh Bắc", "Phường Hoà Minh"]),
        ("HOA MINH", ["Phường Hoà Minh"]),
        ("doi", ["Đội Quy tắc đô thị"]),
        ("đội", ["Đội Quy tắc đô thị"]),
        ("do thi", ["Đội Quy tắc đô thị"]),
        ("bắc phường", ["Phường Hòa Khánh Bắc"]),
        ("uong", []),
        ("", []),
        (" - ", []),
    ],
)
def test_found_with_or_without_accents(typed: str, units: list[str]):
    assert [UNITS[place] for place in found(typed, UNITS)] == units


def test_decomposed_letters_are_the_same_letters():
    assert is_found("Hòa", "Hòa Minh")


def test_criterion_is_found_by_its_code():
    assert found("iv.3", ["IV.1 Lập hồ sơ", "IV.3 Nộp lưu"]) == [1]


def test_what_stands_as_typed_comes_first():
    assert found("kinh te", ["Phòng Kinh doanh và Tế bào", "Phòng Kinh tế"]) == [1, 0]
