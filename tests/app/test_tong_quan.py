"""The overview says what the small office's numbers say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from scoreboard.export import browser
from tests.app.reading import Show, pieces, read, words_of


def test_findings_of_a_year_like_the_one_before(show: Show):
    said = read(show(assessment="2021"))
    assert "Tổng quan năm 2021" in said
    assert "Tỷ lệ đạt bình quân của 4 đơn vị có điểm là 69,00%" in said
    assert "Tính trên 3 đơn vị so sánh được, bình quân tăng 16,00 điểm phần trăm so với năm 2020; 3/3" in said
    assert "Còn 1 lượt chấm ở mức chưa thực hiện được của Phòng Nội vụ" in said
    assert "4/6 hạn chế kết luận được của năm 2020 đã được khắc phục" in said
    assert "UBND phường Hòa Hiệp Bắc chưa nộp bảng điểm; UBND phường Hòa Khánh Nam còn tiêu chí để trống" in said
    assert "Lập hồ sơ có tỷ lệ thực hiện tốt thấp nhất (57,1%)" in said
    assert "Phòng Nội vụ tăng mạnh nhất" in said


def test_key_figures_have_their_base(show: Show):
    (band,) = [words_of(body) for body in pieces(show(assessment="2021")) if "vl-figures" in body]
    assert "Tỷ lệ đạt bình quân 69,00% +16,00 điểm % so với năm 2020 (3 đơn vị)" in band
    assert "Xếp loại Khá trở lên 3 / 4 được xếp loại năm 2020: 3 / 5" in band
    assert "Chưa thực hiện được 1 / 11 lượt chấm 9,1% số lượt chấm" in band


def test_every_sentence_opens_the_rule_it_was_found_by(show: Show):
    (findings,) = [body for body in pieces(show(assessment="2021")) if "vl-findings" in body]
    assert findings.count("<details>") == findings.count("<li>") == 4
    assert "Thực hiện tốt: đạt từ 80% điểm tối đa của tiêu chí trở lên; chưa thực hiện được: được 0 điểm." in findings


def test_new_criteria_set_compares_linked_criteria_only(show: Show):
    said = read(show(assessment="2022"))
    assert "Bộ tiêu chí đã đổi: trên các tiêu chí chung của 3 đơn vị, bình quân giảm 15,00 điểm phần trăm" in said
    assert "Đơn vị có điểm 3 / 3 đơn vị" in said


def test_first_assessment_has_nothing_to_compare(show: Show):
    said = read(show(assessment="2020"))
    assert "Chưa có kỳ trước để đối chiếu" in said
    assert "so với" not in said


def test_group_narrows_everything(show: Show):
    said = read(show(assessment="2021", group="phong"))
    assert "Tỷ lệ đạt bình quân của 1 đơn vị có điểm là 60,00%" in said
    assert "Hòa Minh" not in said


def test_choosing_an_assessment_puts_it_into_the_url(show: Show):
    app = show()
    assert "assessment" not in app.query_params
    app.selectbox(key="choose_assessment").select("2020").run()
    assert app.query_params["assessment"] == "2020"
    assert "Tổng quan năm 2020" in read(app)


def test_choices_go_along_to_another_page(show: Show):
    app = show(assessment="2021", group="phong", lang="en", folded=True)
    app.query_params.clear()
    app.switch_page("pages/xep_hang.py").run()
    assert app.query_params == {"assessment": "2021", "group": "phong", "lang": "en"}
    assert "Ranking, 2021" in read(app)


def image_makers(app: AppTest) -> list[Any]:
    """What makes images in the reader's browser, one for every chart."""
    components = [component.proto for component in app.get("bidi_component")]
    return [component for component in components if component.component_name == "reader_images"]


def test_without_a_browser_the_readers_own_makes_the_images_and_the_rest_is_told(
    show: Show, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(browser, "find", lambda: None)
    app = show(assessment="2021")
    assert all("Máy chủ chưa có Chrome, Edge hoặc Chromium" in said.value for said in app.caption)
    assert all("Để có thêm PDF" in said.value for said in app.caption)
    makers = image_makers(app)
    assert len(makers) == len(app.caption) == len(app.get("plotly_chart")) > 0
    for maker in makers:
        asked = json.loads(maker.json)
        assert [kind["kind"] for kind in asked["kinds"]] == ["half", "full", "slide", "svg"]
        assert asked["order"] is None


def test_with_a_browser_there_is_no_bar_over_the_chart(show: Show, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(browser, "find", lambda: "/somewhere/chromium")
    app = show(assessment="2021")
    assert not any("Máy chủ chưa có" in said.value for said in app.caption)
    assert not image_makers(app)
    for chart in app.get("plotly_chart"):
        assert json.loads(chart.proto.config)["displayModeBar"] is False


def test_every_chart_has_a_text_and_no_legend(show: Show):
    charts = show(assessment="2021").get("plotly_chart")
    assert len(charts) == 4
    for chart in charts:
        assert chart.proto.alt
        assert json.loads(chart.proto.spec)["layout"]["template"]["layout"]["showlegend"] is False


def test_real_change_is_told_apart_where_the_set_changed_only(show: Show):
    assert "riêng phần thay đổi thực" in read(show(assessment="2022"))
    assert "riêng phần thay đổi thực" not in read(show(assessment="2021"))


def test_shortfalls_that_most_units_share_are_marked_in_words(show: Show):
    specs = [json.loads(chart.proto.spec) for chart in show(assessment="2021").get("plotly_chart")]
    said = [label["text"] for spec in specs for label in spec["layout"].get("annotations", [])]
    assert [text for text in said if "(hạn chế chung)" in text and "Nộp lưu" in text]
