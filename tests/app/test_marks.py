"""The marks of every chart: which of them lead on, by which codes, and that the hover box says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

import pytest

from scoreboard.figures.leads import CRITERION, SECTION, SOURCE, UNIT
from scoreboard.text import words
from tests.app.reading import Show
from tests.app.small_office import NAMES

CRITERIA = {"2020": {"I.1", "I.2", "II.1"}, "2021": {"I.1", "I.2", "II.1"}, "2022": {"I.1", "I.3"}}
SECTIONS = {"I", "II"}

# Every chart that the small office shows, with what its marks lead to; nothing where they stand for a group, a level or
# a part of a change, which have no page of their own.
CHARTS = {
    ("tong_quan", "sections"): {SECTION},
    ("tong_quan", "costliest"): {CRITERION},
    ("tong_quan", "changes"): {UNIT},
    ("tong_quan", "outcomes"): set(),
    ("xep_hang", "ranks"): {UNIT},
    ("xep_hang", "totals"): {UNIT},
    ("khoang_cach", "map_of_verdicts"): {SOURCE, CRITERION},
    ("tieu_chi", "criterion_rounds"): {CRITERION},
    ("tieu_chi", "criterion_groups"): set(),
    ("xu_huong", "changes_since"): {UNIT},
    ("xu_huong", "means"): set(),
    ("xu_huong", "history"): {UNIT},
    ("xu_huong", "unit_parts"): set(),
    ("xu_huong", "directions"): set(),
    ("xu_huong", "closures"): set(),
    ("xu_huong", "verdicts"): set(),
    ("xu_huong", "grades"): set(),
    ("ho_so", "peers"): {UNIT, SOURCE},
    ("ho_so", "history"): {UNIT},
    ("so_sanh", "compared_sections"): {SOURCE},
}
PAGES = dict.fromkeys(page for page, _ in CHARTS)


def charts(app) -> dict[str, list[dict]]:
    """The traces of every chart on the page, by the name of its panel."""
    specs = {chart.proto.id: json.loads(chart.proto.spec) for chart in app.get("plotly_chart")}
    return {chart_id.rsplit("-", 1)[-1].removesuffix("_chart"): spec["data"] for chart_id, spec in specs.items()}


def texts(trace: dict) -> list:
    """The hover texts of a trace, one for every mark; a row of cells after the other."""
    said = trace["text"] if trace["type"] == "heatmap" else trace["hovertext"]
    return list(chain.from_iterable(said)) if trace["type"] == "heatmap" else said


def codes(trace: dict) -> list[dict[str, str]]:
    """The codes of every mark of a trace, by name; a row of cells after the other."""
    given = trace["customdata"]
    if trace["type"] == "heatmap":
        given = chain.from_iterable(given)
    return [dict(zip(trace["meta"]["names"], own, strict=True)) for own in given]


def leading(app) -> Iterator[tuple[str, dict]]:
    """Every trace on the page that leads on, with what it leads to."""
    for traces in charts(app).values():
        yield from ((trace["meta"]["leads_to"], trace) for trace in traces if trace.get("meta"))


@pytest.mark.parametrize("page", PAGES)
def test_marks_of_every_chart_lead_to_what_they_stand_for(show: Show, page: str):
    shown = charts(show(page, assessment="2021", unit="A"))
    found = {
        name: {trace["meta"]["leads_to"] for trace in traces if trace.get("meta")} for name, traces in shown.items()
    }
    assert found == {name: leads for (of, name), leads in CHARTS.items() if of == page}


@pytest.mark.parametrize("page", PAGES)
def test_every_mark_that_leads_on_has_codes_that_are_known(show: Show, page: str):
    for leads_to, trace in leading(show(page, assessment="2021", unit="A")):
        own = codes(trace)
        assert len(own) == len(texts(trace))
        for said, mark in zip(texts(trace), own, strict=True):
            if not said:
                assert not any(mark.values())
                continue
            in_set = CRITERIA[mark.get("assessment", "2021")] | SECTIONS
            assert mark.get("unit", "A") in NAMES
            assert mark.get("criterion", "I.1") in in_set
            assert mark.get("section", "I") in SECTIONS
            assert set(mark) - {"assessment"} == ({"unit", "criterion"} if leads_to == SOURCE else {leads_to})


def test_the_code_of_a_mark_is_the_one_of_the_unit_that_its_hover_box_names(show: Show):
    for page in PAGES:
        for _, trace in leading(show(page, assessment="2021", unit="A")):
            for said, mark in zip(texts(trace), codes(trace), strict=True):
                named = [code for code, name in NAMES.items() if said and name in said]
                assert named in ([], [mark.get("unit")]), page


def labels(app) -> Iterator[tuple[str, dict]]:
    """Every text on a figure of the page that leads on, and where."""
    for chart in app.get("plotly_chart"):
        for text in json.loads(chart.proto.spec)["layout"].get("annotations", ()):
            if text.get("captureevents"):
                yield text["hovertext"], json.loads(text["name"])


@pytest.mark.parametrize("page", ["tong_quan", "xep_hang", "khoang_cach"])
def test_names_on_a_figure_lead_where_their_marks_do(show: Show, page: str):
    found = list(labels(show(page, assessment="2021")))
    assert found
    for said, lead in found:
        (code,) = lead["codes"]
        assert lead["names"] == [lead["leads_to"]]
        assert words("vi")(f"figures.leads.{lead['leads_to']}") in said
        assert said.startswith(NAMES[code] if lead["leads_to"] == UNIT else f"{code} ")


def test_a_unit_without_a_mark_is_reached_by_its_name(show: Show):
    leads = [lead["codes"] for _, lead in labels(show("khoang_cach", assessment="2021")) if lead["leads_to"] == UNIT]
    assert sorted(leads) == [[unit] for unit in NAMES]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_hover_box_says_where_a_click_leads(show: Show, lang: str):
    for page in PAGES:
        for leads_to, trace in leading(show(page, assessment="2021", unit="A", lang=lang)):
            assert words(lang)(f"figures.leads.{leads_to}") in trace["hovertemplate"]


def test_a_page_gives_the_addresses_that_its_marks_lead_to(show: Show):
    app = show("khoang_cach", assessment="2021", group="phuong", criterion="I.1", lang="en")
    (given,) = [
        element.proto for element in app.get("bidi_component") if element.proto.component_name.endswith("marks")
    ]
    assert json.loads(given.json) == {
        UNIT: "./ho-so?assessment=2021&group=phuong&criterion=I.1&lang=en",
        CRITERION: "./tieu-chi?assessment=2021&group=phuong&criterion=I.1&lang=en",
        SOURCE: "./nguon-goc?assessment=2021&group=phuong&lang=en",
        SECTION: "./khoang-cach?assessment=2021&group=phuong&criterion=I.1&lang=en",
    }
