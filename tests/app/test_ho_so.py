"""A unit's profile: its standing, its criteria by verdict, absences in words, and the cell of every score."""

from __future__ import annotations

from pathlib import Path

from tests.app.reading import Show, pieces, read
from tests.app.small_office import NAMES, TABLES, write_version


def test_sentence_and_figures_tell_the_standing(show: Show):
    text = read(show("ho_so", assessment="2021", unit="A"))
    assert "Đồng hạng 1/3 trong khối" in text
    assert "xếp loại Tốt" in text
    assert "20,00 / 25,00 điểm" in text


def test_criteria_stand_in_the_list_of_their_verdict(show: Show):
    text = read(show("ho_so", assessment="2021", unit="E"))
    assert "1 tiêu chí chưa thực hiện được, 0 chưa thực hiện tốt, 2 đã thực hiện tốt" in text
    assert "Chưa thực hiện tốt 0 tiêu chí" not in text
    assert "Chưa thực hiện được 1 tiêu chí · mất 10,00 điểm I.2 Nộp lưu đúng hạn 0,00/10" in text
    assert "Đã thực hiện tốt 2 tiêu chí I.1 Mở hồ sơ công việc 10,00/10" in text


def test_blank_and_not_applicable_are_said_in_words(show: Show):
    assert "I.2 Nộp lưu đúng hạn Để trống" in read(show("ho_so", assessment="2021", unit="C"))
    assert "I.3 Số hóa tài liệu Không áp dụng" in read(show("ho_so", assessment="2022", unit="E"))


def test_unit_that_did_not_submit_has_a_sentence_and_no_zero(show: Show):
    text = read(show("ho_so", assessment="2021", unit="D"))
    assert "Đơn vị chưa nộp bảng điểm năm 2021" in text
    assert "Chưa có tiêu chí nào được chấm" in text
    assert "0 tiêu chí" not in text
    assert " 0,00%" not in text


def test_remarks_are_announced_only_where_there_are_any(show: Show):
    assert "nhận xét của đoàn kiểm tra" not in read(show("ho_so", assessment="2021", unit="A"))


def test_published_total_stands_beside_the_computed_one(show: Show):
    text = read(show("ho_so", assessment="2021", unit="B"))
    assert "Tổng điểm 21,00 20,00 +1,00 chưa rõ lý do" in text
    assert "Bản công bố khác với số tính lại" not in read(show("ho_so", assessment="2021", unit="A"))


def test_few_peers_have_no_median(show: Show):
    assert "không tính trung vị" in read(show("ho_so", assessment="2021", unit="A"))


def test_next_grade_is_reached_by_the_fewest_criteria(show: Show):
    text = read(show("ho_so", assessment="2021", unit="E"))
    assert "Cần thêm 5,00 điểm để đạt loại Tốt" in text
    assert "I.2 Nộp lưu đúng hạn 0,00/10 +5,00 80,00% – đạt Tốt" in text


def test_next_rank_is_reached_by_no_more_than_the_unit_above_has(show: Show):
    text = read(show("ho_so", assessment="2020", unit="B"))
    assert "Cần thêm 1,00 điểm để bằng điểm đơn vị xếp hạng 2 (UBND phường Hòa Minh)" in text
    assert "I.1 Mở hồ sơ công việc 9,00/10 +1,00 19,00 – bằng điểm hạng 2" in text
    assert "không phải dự báo" in text
    assert "để bằng điểm đơn vị" not in read(show("ho_so", assessment="2020", unit="D"))


def test_every_score_has_its_cell(show: Show):
    text = read(show("ho_so", assessment="2021", unit="A"))
    assert "Chữ trên bảng" in text
    assert "I.1 Mở hồ sơ công việc" in text


def test_unknown_unit_is_told_and_another_one_shown(show: Show):
    text = read(show("ho_so", assessment="2021", unit="khong-co"))
    assert "không có đơn vị “khong-co”" in text
    assert "trong khối" in text


def test_unit_of_another_round_is_told_with_the_way_there(show: Show):
    app = show("ho_so", assessment="2022", unit="C", lang="en")
    assert "“UBND phường Hòa Khánh Nam” is not in this assessment; choose a unit if you need one." in read(app)
    assert '<a href="?assessment=2021&amp;unit=C&amp;lang=en">See this unit in 2021</a>' in " ".join(pieces(app))


def test_unit_that_came_later_is_told_what_it_came_from(show: Show, tmp_path: Path):
    successions = """
        predecessor_code | successor_code | kind     | effective_on | extent | legal_source
        D                | F              | split    | 2021-03-01   | full   | Nghị quyết 1
        C                | F              | boundary | 2021-03-01   | full   | Nghị quyết 1
    """
    members = TABLES["memberships"].rstrip() + "\n2021 | F | phuong | false\n"
    tables = TABLES | {"unit_successions": successions, "memberships": members}
    write_version(tmp_path, "20260101-000000-aaaaaaaa", tables=tables, names=NAMES | {"F": "UBND phường Mới"})
    app = show("ho_so", tmp_path, assessment="2020", unit="F")
    assert "này: tách ra từ UBND phường Hòa Hiệp Bắc (toàn bộ) từ 01/03/2021. Chọn lại" in read(app)
    assert "Xem đơn vị này năm 2021" in read(app)
