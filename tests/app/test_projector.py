"""On a projector everything is larger: type, charts and controls; the choice goes with the reader."""

from __future__ import annotations

import json

import pytest

from scoreboard.ui.screen import PROJECTOR_ZOOM
from tests.app.reading import Show


def first_chart(app) -> dict:
    return json.loads(app.get("plotly_chart")[0].proto.spec)


def style(app) -> str:
    return next(element.proto.body for element in app.get("html") if element.proto.body.startswith("<style"))


def test_charts_and_type_are_larger_by_the_same_factor(show: Show):
    desk, projector = show(assessment="2021"), show(assessment="2021", screen="projector")
    heights = [first_chart(app)["layout"]["height"] for app in (desk, projector)]
    assert heights[1] == pytest.approx(heights[0] * PROJECTOR_ZOOM, abs=1)
    assert f".vl{{zoom:{PROJECTOR_ZOOM}}}" in style(projector)
    assert ".vl{zoom:1}" in style(desk)


def test_the_screen_chosen_stays_in_every_link(show: Show):
    app = show("xep_hang", assessment="2021", screen="projector")
    assert any("screen=projector" in element.proto.body for element in app.get("html"))
    assert app.query_params["screen"] == "projector"


def test_an_unknown_screen_is_a_desk(show: Show):
    assert ".vl{zoom:1}" in style(show(screen="wall"))
