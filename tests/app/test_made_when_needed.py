"""What a page makes only when it is needed: the content of folds, and charts that it has drawn before."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from scoreboard.tables.table import Table
from scoreboard.ui import cached
from tests.app.reading import Show, open_folds, read

CHOICES = (
    ("tong_quan", {"assessment": "2021"}),
    ("tong_quan", {"assessment": "2021", "group": "phuong"}),
    ("xep_hang", {"assessment": "2021", "group": "phuong"}),
    ("xep_hang", {"assessment": "2021", "group": "phuong", "unit": "A"}),
    ("khoang_cach", {"assessment": "2021"}),
    ("khoang_cach", {"assessment": "2021", "unit": "A"}),
    ("khoang_cach", {"assessment": "2021", "unit": "A", "screen": "projector"}),
    ("tieu_chi", {"assessment": "2021", "criterion": "I.1"}),
    ("tieu_chi", {"assessment": "2021", "criterion": "I.2"}),
    ("xu_huong", {"assessment": "2022", "baseline": "2020"}),
    ("xu_huong", {"assessment": "2022", "baseline": "2021", "unit": "A"}),
    ("xu_huong", {"assessment": "2022", "baseline": "2021", "unit": "A", "lang": "en"}),
    ("ho_so", {"assessment": "2022", "unit": "A"}),
    ("ho_so", {"assessment": "2022", "unit": "B"}),
    ("so_sanh", {"assessment": "2021", "units": "A,B"}),
    ("so_sanh", {"assessment": "2021", "units": "A,C"}),
)


def charts(app: AppTest) -> list[tuple[str, str, str]]:
    return [(chart.proto.id, chart.proto.spec, chart.proto.alt) for chart in app.get("plotly_chart")]


def test_closed_fold_makes_no_table(show: Show, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object, **__: object) -> str:
        raise AssertionError("a table was written for nobody")

    monkeypatch.setattr(Table, "as_html", fail)
    folds = show("tong_quan", assessment="2021", folded=True).get("expander")
    assert [fold.label for fold in folds] == ["Bảng số liệu và tải về"] * 4
    assert not any(fold.children for fold in folds)


def test_fold_has_the_table_and_its_files_once_it_is_open_and_stays_open(show: Show):
    app = show("khoang_cach", assessment="2021", folded=True)
    assert "I.1 (tối đa 10)" not in read(app)
    open_folds(app)
    assert "I.1 (tối đa 10)" in read(app)
    assert {"map_of_verdicts_xlsx", "map_of_verdicts_csv"} <= {button.key for button in app.get("download_button")}
    (control,) = [box for box in app.selectbox if box.label == "Khối"]
    control.select("phuong").run()
    assert "I.1 (tối đa 10)" in read(app)


def test_chart_drawn_before_is_the_chart_that_would_be_drawn_now(show: Show):
    cached.chart.clear()
    for _ in range(2):
        kept = [charts(show(page, folded=True, **choices)) for page, choices in CHOICES]
    fresh = []
    for page, choices in CHOICES:
        cached.chart.clear()
        fresh.append(charts(show(page, folded=True, **choices)))
    assert kept == fresh
    assert all(kept)


def test_chart_is_drawn_once_for_all_who_choose_the_same(show: Show, monkeypatch: pytest.MonkeyPatch):
    first = charts(show("tong_quan", assessment="2021", folded=True))
    monkeypatch.setattr("plotly.io.to_json", lambda *_, **__: pytest.fail("a chart was written again"))
    assert charts(show("tong_quan", assessment="2021", folded=True)) == first
