"""One criterion: how it is scored, every unit on it, who moved, and its course through confirmed links only."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.app.reading import Show, pieces, read
from tests.app.small_office import TABLES, write_version

VERSION = "20260101-000000-aaaaaaaa"
PROPOSED = TABLES | {
    "criterion_links": """
        from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind     | status   | reason
        CU            | I.1                 | MOI         | I.1               | rescaled | proposed | Trùng tên
    """
}


def test_wording_maximum_guidance_step_and_decision_are_said(show: Show, tmp_path: Path):
    file = write_version(tmp_path, VERSION)
    with duckdb.connect(str(file)) as connection:
        connection.execute(
            "update criterion set guidance = 'Mỗi hồ sơ 0,5 điểm', step = 0.5 where criterion_code = 'I.1'"
        )
        connection.execute("update criteria_set set decision = 'Quyết định 12' where criteria_set_code = 'CU'")
    text = read(show("tieu_chi", tmp_path, assessment="2021", criterion="I.1"))
    assert "I.1 Mở hồ sơ công việc Nhóm tiêu chí Lập hồ sơ Điểm tối đa 10 điểm, bước điểm 0,5" in text
    assert "Cách chấm Mỗi hồ sơ 0,5 điểm Bộ tiêu chí Bộ cũ, Quyết định 12" in text


def test_units_at_each_level_stand_beside_the_round_before(show: Show):
    text = read(show("tieu_chi", assessment="2021", criterion="I.1"))
    assert "Đã thực hiện tốt 4 / 4 đơn vị năm 2020: 2/5" in text
    assert "Tất cả 4 đơn vị đã thực hiện tốt" in text
    assert "Không có điểm 1 đơn vị UBND phường Hòa Hiệp Bắc Chưa nộp" in text


def test_movers_are_told_with_shares_and_the_others_with_reasons(show: Show):
    text = read(show("tieu_chi", assessment="2021", criterion="I.1"))
    assert "3 đơn vị tiến bộ, 0 đơn vị giảm so với năm 2020" in text
    assert "Phòng Nội vụ từ 20,00% lên 100,00% +80,00 điểm %" in text
    assert "4 đơn vị so sánh được, 1 giữ nguyên. Không so sánh được: 1 đơn vị chưa nộp bảng điểm." in text


def test_confirmed_link_carries_the_criterion_into_the_next_set(show: Show):
    text = read(show("tieu_chi", assessment="2022", criterion="I.1"))
    assert "kế thừa tiêu chí của bộ trước theo liên kết đã xác nhận" in text
    assert "UBND phường Hòa Minh từ 80,00% lên 90,00% +10,00 điểm %" in text
    assert "qua 3 kỳ" in text
    assert "Từ Bộ cũ đổi điểm tối đa: I.1 Mở hồ sơ công việc; đã xác nhận." in text


def test_proposed_link_is_mentioned_and_has_no_effect(show: Show, tmp_path: Path):
    write_version(tmp_path, VERSION, tables=PROPOSED)
    text = read(show("tieu_chi", tmp_path, assessment="2022", criterion="I.1"))
    assert "đề xuất, chưa xác nhận: không dùng để so sánh. Trùng tên" in text
    assert "Không có đơn vị nào so sánh được với năm 2021" in text
    assert "không có liên kết một đối một đã xác nhận với bộ trước, nên không so sánh" in text
    assert "Các kỳ năm 2020, năm 2021 không có trên hình" in text
    assert "điểm %" not in text


def test_split_criterion_is_followed_into_its_first_part(show: Show, tmp_path: Path):
    links = TABLES["criterion_links"] + "CU | I.2 | MOI | I.3 | split\n CU | I.2 | MOI | I.4 | split\n"
    criteria = TABLES["criteria"] + "MOI | I.4 | I | Nộp lưu điện tử | 5 | normal\n"
    write_version(tmp_path, VERSION, tables=TABLES | {"criterion_links": links, "criteria": criteria})
    app = show("tieu_chi", tmp_path, assessment="2021", criterion="I.2")
    app.selectbox(key="choose_assessment").set_value("2022").run()
    assert app.query_params["criterion"] == "I.3"
    assert "Tiêu chí I.2 của Bộ cũ được tách thành I.3 và I.4 trong Bộ mới. Đang chọn I.3" in read(app)


def test_equal_codes_of_two_sets_are_two_criteria(show: Show):
    text = read(show("tieu_chi", assessment="2022", criterion="I.3"))
    assert "năm 2021: không có tiêu chí tương ứng" in text
    assert "Các kỳ năm 2020, năm 2021 không có trên hình" in text


def test_first_assessment_has_nothing_before_it(show: Show):
    assert "Chưa có kỳ trước để đối chiếu" in read(show("tieu_chi", assessment="2020", criterion="I.1"))


def test_units_lead_to_their_profile_and_points_to_their_cell(show: Show):
    body = " ".join(pieces(show("tieu_chi", assessment="2021", criterion="I.2")))
    assert 'href="./ho-so?assessment=2021&amp;unit=E&amp;criterion=I.2"' in body
    assert 'href="./nguon-goc?assessment=2021&amp;unit=E&amp;criterion=I.2"' in body


def test_remark_stands_with_its_unit_and_cell(show: Show, tmp_path: Path):
    file = write_version(tmp_path, VERSION)
    with duckdb.connect(str(file)) as connection:
        connection.execute("update score set remark = 'Chưa có mục lục', cell = 'E9' where unit_code = 'E'")
    text = read(show("tieu_chi", tmp_path, assessment="2021", criterion="I.2"))
    assert "1 nhận xét của đoàn kiểm tra" in text
    assert "Phòng Nội vụ Chưa có mục lục Bảng điểm > E9" in text


@pytest.mark.parametrize(("group", "units"), [("phong", 1), ("phuong", 4)])
def test_group_narrows_everything(show: Show, group: str, units: int):
    text = read(show("tieu_chi", assessment="2020", criterion="II.1", group=group))
    assert f"/ {units} đơn vị" in text
    assert ("Phòng Nội vụ" in text) == (group == "phong")


def test_section_stands_for_its_first_criterion(show: Show):
    assert "I.1 Mở hồ sơ công việc" in read(show("tieu_chi", assessment="2021", criterion="I"))


def test_choosing_a_criterion_pins_the_assessment(show: Show):
    app = show("tieu_chi")
    app.selectbox(key="choose_criterion").set_value("I.3").run()
    assert app.query_params == {"assessment": "2022", "criterion": "I.3"}
