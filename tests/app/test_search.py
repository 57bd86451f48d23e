"""The search field beside every page, and the search beside a long drop-down."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.reading import Show, pieces, read
from tests.app.small_office import write_version

UNITS = {
    "A": "UBND phường Hòa Khánh Bắc",
    "B": "UBND phường Hoà Khánh Nam",
    "C": "Đội Quy tắc đô thị",
    **{f"U{place}": f"Phòng số {place}" for place in range(10)},
}
TABLES = {
    "criteria": "criterion_code | parent_code | criterion_name | max_points\nI | | Lập hồ sơ |\n"
    + "\n".join(f"I.{place} | I | Tiêu chí số {place} | 10" for place in range(1, 13))
    + "\nI.13 | I | Đóng dấu giáp lai | 10",
    "assessments": "assessment_code | assessment_name\n2020 | Năm 2020\n2021 | Năm 2021\n2022 | Năm 2022",
    "scores": "assessment_code | unit_code | "
    + " | ".join(f"I.{place}" for place in range(1, 14))
    + "\n"
    + "\n".join(f"{year} | {unit} | " + " | ".join(["5"] * 13) for year in (2020, 2021, 2022) for unit in UNITS),
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with thirteen units and as many criteria."""
    folder = tmp_path_factory.mktemp("many")
    write_version(folder, "20260101-000000-aaaaaaaa", tables=TABLES, names=UNITS)
    return folder


def hits(app: AppTest, name: str, typed: str) -> list[str]:
    """What the search beside the drop-down of a choice finds, by name."""
    app.text_input(key=f"find_{name}").set_value(typed).run()
    return [button.label.replace("\\", "") for button in app.button if button.key.startswith(f"find_{name}_")]


def taken(app: AppTest, name: str, typed: str) -> dict[str, str]:
    """The choices in the address once the first hit is taken, the language left out."""
    hits(app, name, typed)
    next(button for button in app.button if button.key.startswith(f"find_{name}_")).click().run()
    assert app.text_input(key=f"find_{name}").value == ""
    return {choice: code for choice, code in app.query_params.items() if choice != "lang"}


def test_typed_without_accents_leads_to_units_and_criteria(show: Show):
    app = show("xep_hang", assessment="2021", lang="vi")
    app.text_input(key="search").set_value("ho").run()
    body = " ".join(pieces(app))
    assert '<a href="./ho-so?assessment=2021&amp;unit=A&amp;lang=vi">UBND phường Hòa Minh</a>' in body
    assert '<a href="./tieu-chi?assessment=2021&amp;criterion=I.1&amp;lang=vi">I.1 Mở hồ sơ công việc</a>' in body


def test_nothing_found_is_said(show: Show):
    app = show("xep_hang", assessment="2021")
    app.text_input(key="search").set_value("<b>khong co").run()
    assert "Không tìm thấy “<b>khong co” trong kỳ này." in read(app)


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("hoa khanh", ["UBND phường Hòa Khánh Bắc", "UBND phường Hoà Khánh Nam"]),
        ("Hoà Khánh", ["UBND phường Hòa Khánh Bắc", "UBND phường Hoà Khánh Nam"]),
        ("doi", ["Đội Quy tắc đô thị"]),
    ],
)
@pytest.mark.parametrize("page", ["ho_so", "xu_huong", "khoang_cach", "nguon_goc", "bao_cao"])
def test_units_of_a_long_drop_down_are_found_without_accents(
    show: Show, many: Path, page: str, typed: str, units: list[str]
):
    app = show(page, many, assessment="2021", document="profile")
    assert hits(app, "unit", typed) == units
    assert taken(app, "unit", typed)["assessment"] == "2021"


@pytest.mark.parametrize("page", ["tieu_chi", "nguon_goc"])
def test_criteria_of_a_long_drop_down_are_found_without_accents(show: Show, many: Path, page: str):
    app = show(page, many)
    assert hits(app, "criterion", "dong dau") == ["I.13 Đóng dấu giáp lai"]
    assert taken(app, "criterion", "dong dau") == {"assessment": "2022", "criterion": "I.13"}


def test_a_hit_keeps_the_other_choices_of_the_page(show: Show, many: Path):
    app = show("xu_huong", many, baseline="2020", group="phuong")
    assert taken(app, "unit", "doi") == {"baseline": "2020", "group": "phuong", "unit": "C"}


@pytest.mark.parametrize(("chosen", "then"), [("U1,U2", "U1,U2,C"), ("U1,U2,U3", "U1,U2,C")])
def test_a_unit_found_is_added_to_those_compared_or_replaces_the_last(show: Show, many: Path, chosen: str, then: str):
    assert taken(show("so_sanh", many, units=chosen), "units", "doi")["units"] == then


def test_nothing_found_in_a_drop_down_is_said(show: Show, many: Path):
    app = show("ho_so", many)
    assert hits(app, "unit", "<i>khong co") == []
    assert "Không tìm thấy “<i>khong co” trong danh sách." in read(app)


def test_a_short_drop_down_needs_no_search(show: Show):
    assert not [field for field in show("ho_so").text_input if field.key == "find_unit"]


def test_a_unit_of_another_assessment_is_found_and_leads_there(show: Show, tmp_path: Path):
    ended = TABLES | {"scores": "assessment_code | unit_code | I.1\n2020 | A | 5\n2020 | B | 5\n2021 | A | 5"}
    write_version(tmp_path, "20260101-000000-aaaaaaaa", tables=ended, names=UNITS)
    app = show("xep_hang", tmp_path, assessment="2021")
    app.text_input(key="search").set_value("hoa khanh nam").run()
    body = " ".join(pieces(app))
    assert "Đơn vị của kỳ khác" in body
    assert '<a href="./ho-so?assessment=2020&amp;unit=B">UBND phường Hoà Khánh Nam (năm 2020)</a>' in body
