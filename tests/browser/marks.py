"""Where the marks of a chart are on the screen, and which codes they carry."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from scripts.dashboard import settle

# A bar and a dot are where the browser drew them; a cell of a heat map is where the axes put it.
_MARKS = """(kind) => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
    const middle = (box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    const leads = (trace) => trace.visible === true && trace.meta && trace.meta.leads_to === kind;
    const codes = (trace, own) => Object.fromEntries(trace.meta.names.map((name, place) => [name, own[place]]));
    const drawn = [...chart.querySelectorAll('.barlayer .trace, .scatterlayer .trace')].flatMap(group => {
        const trace = group.__data__[0].trace;
        if (!leads(trace)) return [];
        const points = [...group.querySelectorAll('.point path, path.point')];
        return points.map((point, place) => ({ ...middle(point.getBoundingClientRect()), type: trace.type,
            codes: codes(trace, trace.customdata[place]) }));
    });
    const at = chart.getBoundingClientRect();
    const place = (axis, edges, n) => axis._offset + axis.c2p((edges[n] + edges[n + 1]) / 2);
    const cells = chart._fullData.filter(trace => trace.type === 'heatmap' && leads(trace)).flatMap(trace =>
        trace.customdata.flatMap((row, y) => row.map((own, x) => ({
            x: at.x + place(chart._fullLayout.xaxis, trace.x, x), y: at.y + place(chart._fullLayout.yaxis, trace.y, y),
            type: trace.type, codes: codes(trace, own) }))).filter(cell => Object.values(cell.codes).every(Boolean)));
    return [...drawn, ...cells];
})"""
_INTO_VIEW = "([x, y]) => document.querySelector('[data-testid=stMain]').scrollBy(0, y - innerHeight / 2)"
_HOVER_TEXT = ".js-plotly-plot .hoverlayer .hovertext"


@dataclass(frozen=True)
class Mark:
    """A mark: the kind of trace it is of, its place on the screen, and its codes by name."""

    type: str
    x: float
    y: float
    codes: dict[str, str]


def marks(page: Page, leads_to: str) -> list[Mark]:
    """The marks on the page that lead there, chart by chart."""
    return [Mark(**mark) for mark in page.evaluate(_MARKS, leads_to)]


def bring_into_view(page: Page, leads_to: str, place: int) -> Mark:
    """Scroll to the mark of that place among `marks`; the mark where it is then."""
    mark = marks(page, leads_to)[place]
    page.evaluate(_INTO_VIEW, [mark.x, mark.y])
    settle(page)
    return marks(page, leads_to)[place]


def hover_text(page: Page) -> str:
    """What the hover box says; empty without one."""
    return " ".join(page.locator(_HOVER_TEXT).all_text_contents())
