"""Spellings of one name meet under one key; different names stay apart."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.keys import clean, distance, match_key, slug, unit_key

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằấầếềốồớờứừíìỉĩịýỳỷỹỵ HĐÔ", max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà Minh", "Hòa Minh"),
        ("HOÀ KHÁNH", "Hòa  Khánh"),
        ("thuỷ thủ", "thủy thủ"),
        ("khoẻ", "khỏe"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("Ɖà Nẵng", "Đà Nẵng"),
        ("văn thƣ", "văn thư"),
        ("Tài chính – Kế hoạch", "Tài chính - Kế hoạch"),
        ("Hòa\u00a0Minh\n", "Hòa Minh"),
        (unicodedata.normalize("NFD", "Hiệp Nam"), "Hiệp Nam"),
        ("Hiê\u0323p Nam", "Hiệp Nam"),
    ],
)
def test_one_name_has_one_key(one: str, other: str):
    assert match_key(one) == match_key(other)


@pytest.mark.parametrize("word", ["hoàn", "quý", "quỳ", "giữ", "thuở", "khuỷu", "ngoáy", "toàn", "thuế", "già"])
def test_tone_placement_leaves_other_words_alone(word: str):
    assert match_key(word) == word


@pytest.mark.parametrize(("one", "other"), [("Hòa Minh", "Hóa Minh"), ("Hòa Minh", "Hoa Minh"), ("tư", "từ")])
def test_different_names_have_different_keys(one: str, other: str):
    assert match_key(one) != match_key(other)


@pytest.mark.parametrize(
    ("printed", "same_as"),
    [
        ("UBND phường Hòa Minh", "Hoà Minh"),
        ("P. Hòa Minh", "phường Hòa Minh"),
        ("P.Hòa Minh", "Hòa Minh"),
        ("Phòng GD&ĐT", "Phòng Giáo dục và Đào tạo"),
        ("P. Tư pháp", "Phòng Tư pháp"),
        ("THCS Lương Thế Vinh", "Trường Trung học cơ sở Lương Thế Vinh"),
    ],
)
def test_unit_key_ignores_what_sheets_leave_out(printed: str, same_as: str):
    assert unit_key(printed) == unit_key(same_as)


def test_unit_key_keeps_levels_apart():
    names = ["quận Liên Chiểu", "phường Liên Chiểu", "Trường Tiểu học Liên Chiểu", "xã Liên Chiểu"]
    assert len({unit_key(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("text", "code"),
    [("phường Hòa Minh", "phuong-hoa-minh"), ("Đội Quy tắc – đô thị (ĐT)", "doi-quy-tac-do-thi-dt"), ("  ", "")],
)
def test_slug(text: str, code: str):
    assert slug(text) == code


def test_a_wrong_tone_is_nearer_than_a_wrong_letter():
    assert 0 < distance("hòa minh", "hỏa minh") < distance("hòa minh", "hoă minh") < distance("hòa minh", "hòa ninh")
    assert distance("minh", "mihn") == 1


@given(VIETNAMESE, VIETNAMESE)
def test_distance_is_symmetric_and_zero_only_for_equals(a: str, b: str):
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)


@given(st.text(max_size=30))
def test_keys_are_stable(text: str):
    assert clean(clean(text)) == clean(text)
    assert match_key(match_key(text)) == match_key(text)
    assert slug(slug(text)) == slug(text)
