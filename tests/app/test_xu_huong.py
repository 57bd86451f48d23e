"""The page on trends: any baseline, and what two rounds let one say."""

from __future__ import annotations

from tests.app.reading import Show, read


def test_comparable_units_are_counted_and_the_others_named_with_reasons(show: Show):
    text = read(show("xu_huong", assessment="2021"))
    assert "3 đơn vị so sánh được giữa năm 2020 và năm 2021" in text
    assert "UBND phường Hòa Khánh Nam (chưa đủ điểm)" in text
    assert "UBND phường Hòa Hiệp Bắc (chưa nộp bảng điểm)" in text


def test_new_set_is_compared_on_common_criteria_only(show: Show):
    text = read(show("xu_huong", assessment="2022", baseline="2020"))
    assert "Trên các tiêu chí chung của hai bộ tiêu chí" in text
    assert "Bộ tiêu chí đã đổi, từ Bộ cũ sang Bộ mới:" in text
    assert "trên 1 tiêu chí có liên kết" in text
    assert "UBND phường Hòa Khánh Nam" in text


def test_published_and_comparable_shares_stand_side_by_side(show: Show):
    text = read(show("xu_huong", assessment="2022", baseline="2020", group="phuong"))
    assert "Công bố năm 2020" in text
    assert "So sánh được, năm 2022" in text
    assert "UBND phường Hòa Minh 76,00% 73,33% 1 40,00% 90,00% +50,00" in text


def test_baseline_is_kept_in_the_url(show: Show):
    app = show("xu_huong", assessment="2022")
    (control,) = [box for box in app.selectbox if box.label == "So với kỳ"]
    control.select("2020").run()
    assert app.query_params["baseline"] == "2020"
    assert "giữa năm 2020 và năm 2022" in read(app)


def test_first_assessment_says_that_nothing_is_before_it(show: Show):
    app = show("xu_huong", assessment="2020")
    assert "Đây là kỳ đầu tiên" in read(app)
    assert "So với kỳ" not in [box.label for box in app.selectbox]
    assert app.get("plotly_chart")


def test_unit_chosen_has_its_course_and_the_parts_of_its_change(show: Show):
    text = read(show("xu_huong", assessment="2022", baseline="2021", unit="A"))
    assert "UBND phường Hòa Minh bằng bình quân khối" in text
    assert "riêng thay đổi thực" in text
    assert "Tiêu chí mới đưa vào" in text


def test_rounds_after_the_one_chosen_are_left_out(show: Show):
    assert "Bộ mới" not in read(show("xu_huong", assessment="2021"))


def test_assessments_without_grades_say_so(show: Show):
    assert "Bộ mới" in read(show("xu_huong", assessment="2022"))
    assert "xếp loại Khá trở lên" in read(show("xu_huong", assessment="2021"))


def test_without_a_unit_the_groups_stand_side_by_side_and_are_not_added_up(show: Show):
    app = show("xu_huong", assessment="2021")
    text = read(app)
    assert "So sánh phong +9,00 +9,00 so sánh được phuong +0,75 +2,67 khối đổi thành phần" in text
    assert "thấp hơn bình quân khối" not in text
    assert not [chart.proto.id for chart in app.get("plotly_chart") if chart.proto.id.endswith("parts_chart")]


def test_group_chosen_has_the_parts_of_the_change_of_its_mean(show: Show):
    app = show("xu_huong", assessment="2021", group="phuong")
    text = read(app)
    assert [chart.proto.id for chart in app.get("plotly_chart") if chart.proto.id.endswith("parts_chart")]
    assert "phuong: bình quân thay đổi +0,75 điểm, riêng thay đổi thực +2,67" in text
    assert "Đơn vị không còn trong bình quân của khối" in text
    assert "năm 2020 (4 đơn vị) và năm 2021 (3 đơn vị), 3 đơn vị có ở cả hai kỳ" in text


def test_who_rose_is_counted_as_the_first_sentence_counts_it(show: Show):
    text = read(show("xu_huong", assessment="2021"))
    assert "3 đơn vị so sánh được giữa năm 2020 và năm 2021: 3 đơn vị tăng" in text
    assert "3/3 đơn vị so sánh được tăng trong năm 2021 (100,0%)" in text
    assert "1 đơn vị chưa nộp bảng điểm" in text


def test_closing_of_shortfalls_is_told_by_round_criterion_and_unit(show: Show):
    text = read(show("xu_huong", assessment="2021"))
    assert "Đã khắc phục 4/6 hạn chế kết luận được của năm 2020 (66,7%)" in text
    assert "1 hạn chế chưa kết luận được, ở ngoài tỷ lệ" in text
    assert "I.2 Nộp lưu đúng hạn 0/2 0,0% I.1 Mở hồ sơ công việc 3/3 100,0% II.1 Quản lý con dấu 1/1 100,0%" in text
    assert "1/4 đơn vị chưa khắc phục được hạn chế nào" in text


def test_first_assessment_has_no_progress_to_show(show: Show):
    text = read(show("xu_huong", assessment="2020"))
    assert "khắc phục" not in text
    assert "Chọn một đơn vị để xem diễn biến" in text


def test_unit_without_a_score_in_one_round_is_told_why_its_change_has_no_parts(show: Show):
    text = read(show("xu_huong", assessment="2021", unit="D"))
    assert "Không tách được mức thay đổi của UBND phường Hòa Hiệp Bắc: chưa nộp bảng điểm" in text
