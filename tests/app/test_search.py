"""The search field beside every page."""

from __future__ import annotations

from tests.app.reading import Show, pieces, read


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
