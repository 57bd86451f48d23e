"""Figures over the years: where lines run, and where they must break."""

from decimal import Decimal

import pandas as pd
import pytest

from scoreboard.figures.axes import percent_ticks, spread, with_ends
from scoreboard.figures.ends import EndLabel, write_ends
from scoreboard.figures.labels import bubble
from scoreboard.figures.rank_lines import rank_lines
from scoreboard.figures.share_history import share_history
from scoreboard.figures.theme import LIGHT, canvas
from scoreboard.figures.timeline import Timeline
from scoreboard.text import words
from tests.drawn import checked, drawn

VI = words("vi")
SETS = {2019: "A", 2020: "A", 2021: "B", 2022: "B", 2023: "B"}


def texts(figure):
    return [one.text for one in figure.layout.annotations]


def rounds(years):
    return pd.DataFrame(
        [(str(year), f"Năm {year}", year, SETS[year], f"Bộ {SETS[year]}") for year in years],
        columns=["assessment_code", "assessment_name", "year", "criteria_set_code", "criteria_set_name"],
    )


def test_a_line_breaks_at_a_new_set_at_a_hole_and_at_a_break():
    timeline = Timeline.of(rounds(SETS))
    values = {"2019": 1, "2020": 2, "2021": 3, "2022": None, "2023": 5}
    assert list(timeline.segments(values)) == [[0, 1], [2], [4]]
    whole = dict.fromkeys(values, 1)
    assert list(timeline.segments(whole, frozenset({"2023"}))) == [[0, 1], [2, 3], [4]]
    assert timeline.line(values) == ([0, 1, None, 2, None, 4], [1, 2, None, 3, None, 5])


def test_no_value_draws_no_line_and_zero_is_a_value():
    timeline = Timeline.of(rounds([2019, 2020]))
    assert timeline.line({}) == ([], [])
    assert timeline.line({"2019": 0, "2020": 0}) == ([0, 1], [0, 0])


def test_two_rounds_of_one_year_are_labelled_by_their_code():
    twice = rounds([2019, 2019]).assign(assessment_code=["2019-1", "2019-2"])
    assert Timeline.of(twice).labels == ("2019-1", "2019-2")
    assert Timeline.of(rounds([2019, 2020])).labels == ("2019", "2020")


def test_labels_of_an_axis_do_not_collide_and_the_first_wish_wins():
    labels = [str(year) for year in range(2011, 2026)]
    assert spread(labels, [14, 0, 4, 8, 12], 150) == [0, 8, 14]
    assert spread(labels, [14, 0, 4, 8, 12], 900) == [0, 4, 8, 12, 14]


def test_ticks_are_round_and_none_is_cut_at_an_end():
    values, shown = percent_ticks(0.22, 1.0, 352)
    assert values == [0.4, 0.6, 0.8, 1.0]
    assert shown == ["40%", "60%", "80%", ""]
    assert percent_ticks(0.71, 0.79, 352)[0] == [0.72, 0.74, 0.76, 0.78]


def test_values_at_the_ends_of_lines_do_not_touch():
    figure = canvas(LIGHT)
    write_ends(figure, [EndLabel(0.70, "thấp", "#000000"), EndLabel(0.71, "cao", "#000000")], 100)
    high, low = checked(figure).layout.annotations
    assert (high.text, low.text) == ("cao", "thấp")
    assert (high.y * 100 + high.yshift) - (low.y * 100 + low.yshift) >= 17


RANKS = {
    "a": [1, 1, 2, 1, 1],
    "b": [2, 2, 1, 2, 2],
    "c": [3, 3, 3, 3, 2],
    "d": [None, 4, 4, 4, None],
}


@pytest.fixture
def ranks():
    table = rounds(SETS)
    rows = [
        table.assign(
            unit_code=unit,
            unit_name=f"Đơn vị {unit}",
            short_name=f"ĐV {unit}",
            rank=pd.Series(places, dtype=object),
            ranked_units=4,
            is_tied=[False] * 4 + [unit in "bc"],
            share=Decimal("0.5"),
        )
        for unit, places in RANKS.items()
    ]
    return pd.concat(rows).sort_values("year", kind="stable").reset_index(drop=True)


def marks(figure, unit):
    """Of every mark of a unit, oldest first: x, y, symbol, hover text."""
    return [
        mark
        for trace in figure.data
        if trace.mode == "markers"
        for *mark, codes in zip(trace.x, trace.y, trace.marker.symbol, trace.hovertext, trace.customdata, strict=True)
        if codes[0] == unit
    ]


def test_a_better_rank_stands_higher_and_the_unranked_below_all(ranks):
    figure = drawn(rank_lines)(ranks, LIGHT, VI)
    xs, ys, _, _ = zip(*marks(figure, "a"), strict=True)
    assert list(xs) == [0, 1, 2, 3, 4]
    steps = dict(zip(RANKS["a"], ys, strict=True))
    assert steps[1] < steps[2]
    _, ys, symbols, _ = zip(*marks(figure, "d"), strict=True)
    assert ys[0] == ys[4] > max(ys[1:4])
    assert list(symbols) == ["line-ew", "circle", "circle", "circle", "line-ew"]


def test_rank_lines_break_at_the_new_set_with_a_rule_and_words(ranks):
    figure = drawn(rank_lines)(ranks, LIGHT, VI)
    line = next(trace for trace in figure.data if trace.mode == "lines")
    assert list(line.x[:7]) == [0, 1, None, 2, 3, 4, None]
    assert [shape.x0 for shape in figure.layout.shapes] == [1.5]
    assert "đổi bộ tiêu chí" in texts(figure)


def test_units_are_named_at_the_end_ties_with_one_number_on_two_lines(ranks):
    figure = drawn(rank_lines)(ranks, LIGHT, VI, focus="b")
    ends = {one.text: one.y for one in figure.layout.annotations if "ĐV" in one.text}
    assert list(ends) == ["1  ĐV a", "<b>2  ĐV b</b>", "2  ĐV c", "–  ĐV d"]
    assert len(set(ends.values())) == 4


def test_a_long_name_at_the_end_of_a_rank_line_takes_two_lines_and_higher_rows(ranks):
    long = "Phòng Lao động – Thương binh và Xã hội"
    renamed = ranks.assign(short_name=ranks["short_name"].replace("ĐV c", long))
    figure = drawn(rank_lines)(renamed, LIGHT, VI)
    (end,) = [one.text for one in figure.layout.annotations if "Lao động" in one.text]
    assert end.split("<br>")[0].startswith("2  Phòng Lao động")
    assert " ".join(end.replace("<br>", " ").split())[2:].strip() == long
    assert figure.layout.height > drawn(rank_lines)(ranks, LIGHT, VI).layout.height


def test_the_unit_in_focus_is_drawn_last_in_the_accent(ranks):
    figure = drawn(rank_lines)(ranks, LIGHT, VI, focus="b")
    accent = figure.data[-1]
    assert accent.marker.color == LIGHT.accent
    assert {codes[0] for codes in accent.customdata} == {"b"}
    assert all(trace.marker.color != LIGHT.accent for trace in figure.data[:-1] if trace.mode == "markers")


def test_hover_tells_rank_tie_and_share(ranks):
    hover = [said for *_, said in marks(drawn(rank_lines)(ranks, LIGHT, VI), "c")]
    assert hover[0] == bubble("Đơn vị c", "Năm 2019", "Hạng 3/4 · 50,00%")
    assert "Đồng hạng 2/4" in hover[4]
    assert "Không xếp hạng" in marks(drawn(rank_lines)(ranks, LIGHT, VI), "d")[0][-1]


@pytest.fixture
def history():
    return rounds(SETS).assign(
        share=pd.Series([Decimal("0.5"), None, Decimal("0.6"), Decimal("0.65"), Decimal("0.7625")], dtype=object),
        unit_code="A",
        mean_share=[Decimal("0.55")] * 5,
        is_other_units=[False] * 5,
        is_new_territory=[False, False, False, False, True],
    )


def test_the_line_of_a_unit_breaks_where_its_years_cannot_be_joined(history):
    figure = drawn(share_history)(history, LIGHT, VI)
    unit = next(trace for trace in figure.data if trace.line.color == LIGHT.accent and trace.mode == "lines")
    assert list(unit.x) == [0, None, 2, 3, None, 4]
    dots = next(trace for trace in figure.data if trace.name == "unit")
    assert list(dots.x) == [0, 2, 3, 4]
    assert list(dots.marker.color) == [LIGHT.accent] * 3 + [LIGHT.background]
    assert "đổi địa giới" in dots.hovertext[-1]


def test_the_mean_goes_on_through_a_change_of_territory_but_not_of_the_set(history):
    figure = drawn(share_history)(history, LIGHT, VI)
    mean = next(trace for trace in figure.data if trace.name == "Bình quân khối")
    assert list(mean.x) == [0, 1, None, 2, 3, 4]
    assert {"<b>76,25%</b>", "BQ 55,00%"} <= set(texts(figure))


def test_the_mean_breaks_where_the_group_has_none_of_its_units_and_a_round_alone_is_a_point(history):
    figure = drawn(share_history)(history.assign(is_other_units=[False] * 4 + [True]), LIGHT, VI)
    mean = next(trace for trace in figure.data if trace.name == "Bình quân khối")
    assert list(mean.x) == [0, 1, None, 2, 3, None, 4]
    assert [size > 0 for size in mean.marker.size] == [False] * 6 + [True]


def test_rules_are_dashed_for_sets_and_dotted_for_territory(history):
    shapes = drawn(share_history)(history, LIGHT, VI).layout.shapes
    assert {(shape.x0, shape.line.dash) for shape in shapes} == {(1.5, "dash"), (3.5, "dot")}


def test_predecessors_are_thin_grey_lines_and_stretch_the_scale(history):
    before = pd.DataFrame(
        {
            "unit_code": "B",
            "short_name": "Cũ",
            "assessment_code": ["2021", "2022"],
            "share": [Decimal("0.2"), Decimal("0.25")],
        }
    )
    figure = drawn(share_history)(history, LIGHT, VI, predecessors=before)
    line = next(trace for trace in figure.data if trace.name == "Cũ")
    assert (list(line.y), line.line.color, line.line.width) == ([0.2, 0.25], LIGHT.peer, 1)
    assert figure.layout.yaxis.range[0] < 0.2


def test_units_of_a_group_can_share_one_scale(history):
    assert drawn(share_history)(history, LIGHT, VI, share_range=(0.1, 0.9)).layout.yaxis.range == (0.1, 0.9)


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0.37, 1.01), (-0.05, 0.4), (0.37, 0.9)])
def test_an_axis_that_reaches_the_whole_or_nothing_says_so(low: float, high: float):
    ends = with_ends(low, high, 352)
    assert ends[0] <= low
    assert ends[1] >= high
    values, texts = percent_ticks(*ends, 352)
    said = dict(zip(values, texts, strict=True))
    assert said.get(0, "0%") == "0%"
    assert said.get(1, "100%") == "100%"
    assert (0 in said, 1 in said) == (low <= 0, high >= 1)
