"""The page on gaps: the map, what most units lack, and that choices narrow all of it."""

from __future__ import annotations

import json

from tests.app.reading import Show, pieces, read


def chart(app, place: int = 0) -> dict:
    return json.loads(app.get("plotly_chart")[place].proto.spec)


def annotations(app) -> str:
    return " ".join(note["text"].replace("<br>", " ") for note in chart(app)["layout"]["annotations"])


def test_map_shows_every_unit_in_the_order_of_its_rank_inside_its_group(show: Show):
    assert "E 60,00 B 80,00 A 80,00 C 56,00* D –" in annotations(show("khoang_cach", assessment="2021"))


def test_absences_stay_absences(show: Show):
    app = show("khoang_cach", assessment="2021")
    assert "Chưa nộp" in annotations(app)
    assert "56,00*" in annotations(app)
    assert "UBND phường Hòa Khánh Nam: còn tiêu chí để trống" in read(app)
    assert "UBND phường Hòa Hiệp Bắc chưa nộp bảng điểm" in read(app)


def test_group_narrows_map_and_sums(show: Show):
    app = show("khoang_cach", assessment="2021", group="phong")
    assert "Hòa Minh" not in annotations(app)
    assert "1 tiêu chí chiếm 100,0% số điểm mất" in read(app)
    assert "cần ít nhất ba đơn vị được chấm ở cùng một tiêu chí, nhiều nhất mới có 1" in read(app)
    assert "0/1" not in read(app)


def test_section_narrows_map_and_share(show: Show):
    app = show("khoang_cach", assessment="2021", section="II")
    assert "của riêng nhóm Con dấu" in read(app)
    assert "80,00" in annotations(app)
    assert "Quản lý con dấu" in read(app)
    assert "Nộp lưu đúng hạn" not in read(app)


def test_unit_chosen_is_named_as_in_focus(show: Show):
    app = show("khoang_cach", assessment="2021", unit="A")
    assert "Đang xem: UBND phường Hòa Minh" in read(app)
    assert any(shape["type"] == "rect" and shape["line"].get("width") == 2 for shape in chart(app)["layout"]["shapes"])


def test_table_has_points_or_the_reason_why_none(show: Show):
    text = read(show("khoang_cach", assessment="2021"))
    assert "I.1 (tối đa 10)" in text
    assert "Để trống" in text
    assert "Chưa nộp" in text


def test_page_speaks_english(show: Show):
    text = read(show("khoang_cach", assessment="2021", lang="en"))
    assert "Gaps by criterion, 2021" in text
    assert "Shared shortfalls" in text


def test_pieces_say_their_language_for_those_who_listen(show: Show):
    for lang in ("vi", "en"):
        assert all(f'lang="{lang}"' in piece for piece in pieces(show("khoang_cach", assessment="2021", lang=lang)))


def test_unit_chosen_has_its_shortfalls_with_how_long_they_have_lasted(show: Show):
    text = read(show("khoang_cach", assessment="2021", unit="B"))
    assert "UBND phường Hòa Khánh Bắc: 1 hạn chế, lặp lại từ các kỳ trước" in text
    assert "I.2 Nộp lưu đúng hạn Chưa thực hiện tốt 7,00/10 3,00 2 kỳ" in text
    assert "hạn chế, lặp lại" not in read(show("khoang_cach", assessment="2021"))


def test_costliest_criteria_say_how_many_units_keep_lacking_them(show: Show):
    assert "2 (2 kỳ)" in read(show("khoang_cach", assessment="2021"))
    assert "kỳ)" not in read(show("khoang_cach", assessment="2020"))
