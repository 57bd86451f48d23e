"""What the figures draw: the values, where they stand, what is said of them."""

from decimal import Decimal

import pandas as pd
import plotly.graph_objects as go
import pytest

from scoreboard.figures.change_dumbbell import change_dumbbell
from scoreboard.figures.costliest_criteria import costliest_criteria
from scoreboard.figures.gap_outcomes import gap_outcomes
from scoreboard.figures.keys import outcome_key, verdict_key
from scoreboard.figures.labels import bubble, rule, write
from scoreboard.figures.ranking_bars import ranking_bars
from scoreboard.figures.theme import DARK, LIGHT, canvas
from scoreboard.figures.verdict_shares import verdict_shares
from scoreboard.text import words
from tests.drawn import checked, drawn

VI, EN = words("vi"), words("en")


def bars(figure):
    return [trace for trace in figure.data if isinstance(trace, go.Bar)]


def annotation(figure, text):
    return next(one for one in figure.layout.annotations if text in one.text)


def texts(figure):
    return [one.text for one in figure.layout.annotations]


@pytest.fixture
def sections():
    rows = [("IV", "Lập hồ sơ, nộp lưu", 8, 15, 2, 25), ("V", "Con <dấu>", 4, 1, 0, 5), ("VI", "Nhóm mới", 0, 0, 0, 0)]
    data = pd.DataFrame(rows, columns=["number", "section_name", "done_well", "not_well", "not_done", "verdicts"])
    return data.assign(top_code=data["number"])


def test_shares_of_a_section_add_up_to_the_whole_bar(sections):
    done_well, not_well, not_done = bars(drawn(verdict_shares)(sections, LIGHT, VI))
    assert [*done_well.x] == [0.32, 0.8, 0]
    assert [*not_well.x] == [0.6, 0.2, 0]
    assert [*not_done.x] == [0.08, 0, 0]
    assert [bar.marker.color for bar in (done_well, not_well, not_done)] == [
        LIGHT.done_well,
        LIGHT.not_well,
        LIGHT.not_done,
    ]


def test_shares_stand_in_the_parts_they_fit_and_no_zero_is_written(sections):
    done_well, _, not_done = bars(drawn(verdict_shares)(sections, LIGHT, VI))
    assert [*done_well.text] == ["32%", "80%", ""]
    assert [*not_done.text] == ["8%", "", ""]


def test_the_first_section_stands_on_top_under_its_label(sections):
    figure = drawn(verdict_shares)(sections, LIGHT, VI)
    ys = bars(figure)[0].y
    assert list(ys) == sorted(ys)
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1] == 0
    assert annotation(figure, "IV. Lập hồ sơ, nộp lưu").y < ys[0] < annotation(figure, "V. Con &lt;dấu&gt;").y


def test_hover_gives_count_base_and_share_with_one_decimal(sections):
    assert bars(drawn(verdict_shares)(sections, LIGHT, VI))[1].hovertext[0] == bubble(
        "IV. Lập hồ sơ, nộp lưu", "Chưa thực hiện tốt", "15/25 lượt chấm · 60,0%"
    )


def test_every_line_of_a_hover_box_ends_before_its_border():
    assert bubble("Đơn vị", "", "Hạng 3") == "<b>Đơn vị</b>\N{NO-BREAK SPACE}<br>Hạng 3\N{NO-BREAK SPACE}"


def test_a_section_that_applies_to_nobody_says_so(sections):
    assert "Không có tiêu chí áp dụng" in texts(drawn(verdict_shares)(sections, LIGHT, VI))


def test_a_figure_grows_with_its_rows_and_its_labels(sections):
    one = drawn(verdict_shares)(sections.head(1), LIGHT, VI).layout.height
    assert drawn(verdict_shares)(sections.head(2), LIGHT, VI).layout.height == 2 * one
    long = sections.head(1).assign(section_name="Công tác chỉ đạo, điều hành, kiểm tra và hướng dẫn nghiệp vụ lưu trữ")
    assert drawn(verdict_shares)(long, LIGHT, VI).layout.height > one


@pytest.fixture
def criteria():
    rows = [
        ("VI.4", "Chỉnh lý tài liệu tồn đọng", "60.5", "0.117", 17, 22, 1),
        ("IV.3", "Nộp lưu", "53", "0.103", 19, 22, 2),
        ("IV.1", "Lập hồ sơ", "53", "0.103", 16, 22, 2),
        ("V.1", "Con dấu", "1", "0.002", 2, 22, 4),
    ]
    columns = ["criterion_code", "short_name", "gap_points", "gap_share", "lacking_units", "scored_units", "place"]
    data = pd.DataFrame(rows, columns=columns).assign(criterion_name=lambda rows: rows["short_name"] + " (đầy đủ)")
    data["is_systemic"] = data["criterion_code"] == "IV.3"
    return data.assign(**{name: data[name].map(Decimal) for name in ("gap_points", "gap_share")})


def test_criteria_that_share_the_last_place_are_all_shown(criteria):
    (bar,) = bars(drawn(costliest_criteria)(criteria, LIGHT, VI, limit=2))
    assert [*bar.x] == [60.5, 53.0, 53.0]
    assert [*bar.marker.color] == [LIGHT.accent, LIGHT.peer2, LIGHT.peer2]


def test_a_costly_criterion_is_named_above_and_counted_at_the_end_of_its_bar(criteria):
    figure = drawn(costliest_criteria)(criteria, LIGHT, VI)
    assert "<b>VI.4</b>  Chỉnh lý tài liệu tồn đọng" in texts(figure)
    end = annotation(figure, "60,50 điểm · 17/22 đơn vị")
    assert (end.x, end.xref) == (60.5, "x")
    assert end.y == bars(figure)[0].y[0]


def test_a_criterion_that_most_units_lack_is_marked_in_words(criteria):
    figure = drawn(costliest_criteria)(criteria, LIGHT, VI)
    marked = [label.text for label in figure.layout.annotations if "(hạn chế chung)" in (label.text or "")]
    assert len(marked) == 1
    assert "<b>IV.3</b>  Nộp lưu" in marked[0]


def test_a_mark_that_does_not_fit_beside_the_name_has_a_line_of_its_own(criteria):
    wide = criteria.head(1).assign(short_name="Nộp lưu hồ sơ vào lưu trữ cơ quan đúng")
    marked, unmarked = (drawn(costliest_criteria)(wide.assign(is_systemic=mark), LIGHT, VI) for mark in (True, False))
    assert marked.layout.height > unmarked.layout.height
    assert any("đúng<br>" in text for text in texts(marked))


def test_the_longest_bar_leaves_room_for_its_text_on_a_phone(criteria):
    low, high = drawn(costliest_criteria)(criteria, LIGHT, VI).layout.xaxis.range
    assert low == 0
    assert 0.4 < 60.5 / high < 0.6


def test_hover_of_a_criterion_has_its_full_name_and_its_part_of_the_loss(criteria):
    hover = bars(drawn(costliest_criteria)(criteria, LIGHT, VI))[0].hovertext[0]
    assert "VI.4 Chỉnh lý tài liệu tồn đọng (đầy đủ)" in hover
    assert "60,50 điểm, chiếm 11,7% tổng số điểm mất" in hover


def changes(count, comparability="comparable", reason=None, first=0.3):
    rows = [
        (
            f"Đơn vị {place}",
            Decimal("0.5"),
            Decimal("0.5") + Decimal(str(round(first - place / 20, 2))),
            comparability,
            reason,
        )
        for place in range(count)
    ]
    data = pd.DataFrame(rows, columns=["short_name", "from_share", "to_share", "comparability", "reason"])
    data = data.assign(
        unit_code=data["short_name"], unit_name=data["short_name"], share_change=data["to_share"] - data["from_share"]
    )
    return data.assign(caution=None)


def dots(figure):
    return [trace for trace in figure.data if trace.mode == "markers"]


def test_name_and_bubble_say_that_there_was_hardly_room_to_move():
    near_the_top = changes(1, first=0.02).assign(caution="ceiling")
    figure = drawn(change_dumbbell)(near_the_top, LIGHT, VI)
    assert any("(khó tăng thêm)" in text for text in texts(figure))
    (dot,) = dots(figure)
    assert "Kỳ trước đã đạt từ 95% trở lên nên khó tăng thêm" in dot.hovertext[0]
    (other,) = dots(drawn(change_dumbbell)(changes(1), LIGHT, VI))
    assert "95%" not in other.hovertext[0]


def test_most_and_least_are_shown_and_the_middle_is_left_out():
    figure = drawn(change_dumbbell)(changes(10), LIGHT, VI, most=2, least=1)
    assert [dot.x[1] for dot in dots(figure)] == [0.8, 0.75, 0.35]
    assert {"<b>Tăng nhiều nhất</b>", "<b>Tăng ít nhất hoặc giảm</b>", "<b>+30,00</b>", "<b>−15,00</b>"} <= set(
        texts(figure)
    )
    assert "Đơn vị 2" not in texts(figure)


def test_units_that_tie_for_the_last_place_are_drawn_too():
    level = changes(10).assign(share_change=[Decimal(x) / 100 for x in (9, 8, 8, 8, 4, 3, 2, 1, 1, 0)])
    said = texts(drawn(change_dumbbell)(level, LIGHT, VI, most=2, least=2))
    assert [text for text in said if text.startswith("<b>+") or text == "<b>0,00</b>"] == [
        *("<b>+9,00</b>", "<b>+8,00</b>", "<b>+8,00</b>", "<b>+8,00</b>"),
        *("<b>+1,00</b>", "<b>+1,00</b>", "<b>0,00</b>"),
    ]
    assert not [text for text in said if "cùng mức" in text]


@pytest.mark.parametrize(
    ("risen", "shown"),
    [(1, ["+7,00", "−4,00", "−5,00"]), (0, ["−4,00", "−5,00"]), (3, ["+7,00", "+6,00", "−4,00", "−5,00"])],
)
def test_only_what_rose_is_among_the_largest_rises(risen, shown):
    fallen = [Decimal(-place) for place in range(risen, 6)]
    given = [Decimal(7 - place) for place in range(risen)] + fallen
    rows = changes(len(given)).assign(share_change=[change / 100 for change in given])
    said = texts(drawn(change_dumbbell)(rows, LIGHT, VI, most=2, least=2))
    assert [text[3:-4] for text in said if text.startswith(("<b>+", "<b>−"))] == shown
    assert ("<b>Tăng nhiều nhất</b>" in said) is (risen > 0)


def test_many_that_tie_for_the_last_place_are_counted_once():
    level = changes(10).assign(share_change=[Decimal(9), *[Decimal(1)] * 9])
    figure = drawn(change_dumbbell)(level, LIGHT, VI, most=2, least=2)
    assert len(dots(figure)) == 2
    assert "và 8 đơn vị khác cùng mức" in texts(figure)
    assert "<b>Tăng ít nhất hoặc giảm</b>" not in texts(figure)
    lowest = changes(10).assign(share_change=[Decimal(9), Decimal(8), Decimal(7), *[Decimal(0)] * 7])
    figure = drawn(change_dumbbell)(lowest, LIGHT, VI, most=2, least=2)
    assert len(dots(figure)) == 4
    assert "và 5 đơn vị khác cùng mức" in texts(figure)


def test_a_short_list_is_one_block_with_nobody_twice():
    figure = drawn(change_dumbbell)(changes(3), LIGHT, VI)
    assert len(dots(figure)) == 3
    assert "<b>Theo mức thay đổi</b>" in texts(figure)


def test_what_cannot_be_compared_stands_apart_hollow_in_brackets_with_its_reason():
    doubtful = changes(1, "not", "partial", first=0.9)
    figure = drawn(change_dumbbell)(pd.concat([doubtful, changes(2)]), LIGHT, VI)
    dot = dots(figure)[-1]
    assert [*dot.x] == [0.5, 1.4]
    assert [*dot.marker.color] == [LIGHT.background, LIGHT.background]
    line = [trace for trace in figure.data if trace.mode == "lines"][-1]
    assert line.line.dash == "dot"
    assert "(+90,00)" in texts(figure)
    assert "(chưa đủ điểm)" in annotation(figure, "(chưa").text
    assert "Không so sánh trực tiếp: chưa đủ điểm" in dot.hovertext[0]
    assert texts(figure).index("<b>Theo mức thay đổi</b>") < texts(figure).index("<b>Chưa so sánh được đầy đủ</b>")


def test_how_many_doubtful_units_were_left_out_is_said():
    figure = drawn(change_dumbbell)(changes(4, "not", "territory_changed"), LIGHT, VI, uncertain=3)
    assert "<b>Chưa so sánh được đầy đủ (3 trong 4 đơn vị)</b>" in texts(figure)
    assert len(dots(figure)) == 3


def test_every_dot_lies_inside_the_axis():
    figure = drawn(change_dumbbell)(changes(10), LIGHT, VI)
    low, high = figure.layout.xaxis.range
    assert all(low < x < high for dot in dots(figure) for x in dot.x)


def test_a_change_on_linked_criteria_says_so_on_hover():
    (dot,) = dots(drawn(change_dumbbell)(changes(1, "by_share"), LIGHT, VI))
    assert "tiêu chí chung" in dot.hovertext[0]


@pytest.fixture
def outcomes():
    rows = [("cannot_tell", 7), ("closed", 95), ("worse", 30), ("unchanged", 211)]
    return pd.DataFrame(rows, columns=["outcome", "shortfalls"])


def test_outcomes_stand_from_closed_to_cannot_tell_in_colours_of_their_own(outcomes):
    parts = bars(drawn(gap_outcomes)(outcomes, LIGHT, VI))
    assert [part.name for part in parts] == ["closed", "unchanged", "worse", "cannot_tell"]
    assert [part.x[0] for part in parts] == [95, 211, 30, 7]
    assert [part.text for part in parts] == ["95", "211", "30", ""]
    assert parts[-1].marker.color == LIGHT.background
    assert parts[-1].marker.line.color == LIGHT.ink2
    verdicts = {LIGHT.done_well, LIGHT.not_well, LIGHT.not_done}
    assert not verdicts & {part.marker.color for part in parts}
    assert "95/336 hạn chế kết luận được · 28,3%" in parts[0].hovertext
    assert "7 hạn chế, ở ngoài tỷ lệ" in parts[-1].hovertext


def test_the_key_of_outcomes_counts_all_of_them(outcomes):
    labels = [entry.label for entry in outcome_key(outcomes, DARK, VI)]
    assert labels == ["Đã khắc phục 95", "Không đổi 211", "Xấu đi 30", "Chưa kết luận 7"]


def test_the_key_of_verdicts_has_a_second_channel_beside_colour():
    entries = verdict_key(LIGHT, EN, with_absences=True)
    assert [entry.code for entry in entries] == [
        "done_well",
        "not_well",
        "not_done",
        "not_applicable",
        "blank",
        "not_submitted",
    ]
    assert len({entry.mark for entry in entries}) == len(entries)


@pytest.fixture
def ranking():
    rows = [
        ("a", "Phòng A", "Phường", 1, True, False, "97.75", "0.9775", "Xuất sắc"),
        ("b", "Phòng B", "Phường", 2, True, True, "64.25", "0.6425", None),
        ("c", "Phòng C", "Phòng", None, False, False, None, None, None),
    ]
    columns = [
        "unit_code",
        "unit_name",
        "group_name",
        "rank",
        "is_submitted",
        "is_partial",
        "points",
        "share",
        "grade_name",
    ]
    data = pd.DataFrame(rows, columns=columns).astype(object)
    exact = {name: data[name].map(lambda text: text and Decimal(text)) for name in ("points", "share")}
    return data.assign(short_name=data["unit_name"], max_points=Decimal(100), **exact)


def test_the_ranking_draws_points_and_words_for_units_without_any(ranking):
    figure = drawn(ranking_bars)(ranking, LIGHT, VI, focus="b")
    (bar,) = bars(figure)
    assert [*bar.x] == [97.75, 64.25]
    assert [*bar.marker.color] == [LIGHT.peer2, LIGHT.accent]
    assert {"97,75 điểm · Xuất sắc", "64,25 điểm*", "Chưa nộp bảng điểm"} <= set(texts(figure))
    assert {"<b>1</b>", "<b>2</b>", "<b>–</b>", "<b>Phường</b>", "<b>Phòng</b>", "<b>Phòng B</b>"} <= set(texts(figure))
    assert "tỷ lệ đạt 97,75%" in bar.hovertext[0]
    assert "tiêu chí để trống" in bar.hovertext[1]


def test_the_mean_is_a_line_named_at_its_foot_only_where_it_is_given(ranking):
    assert not drawn(ranking_bars)(ranking, LIGHT, VI).layout.shapes[2:]
    figure = drawn(ranking_bars)(ranking, LIGHT, VI, mean=Decimal("81.005"))
    line = figure.layout.shapes[-1]
    assert (line.x0, line.x1, line.y0) == (81.005, 81.005, 0)
    assert "Bình quân khối 81,01" in texts(figure)


def test_one_group_needs_no_heading(ranking):
    assert "<b>Phường</b>" not in texts(drawn(ranking_bars)(ranking.head(2), LIGHT, VI))


def test_a_ranking_with_no_points_at_all_is_a_list(ranking):
    figure = drawn(ranking_bars)(ranking.tail(1), LIGHT, VI)
    assert "Chưa nộp bảng điểm" in texts(figure)
    assert len(bars(figure)[0].x) == 0


def test_figures_speak_the_language_of_their_words(sections, criteria):
    assert "8/25 judgements · 32.0%" in bars(drawn(verdict_shares)(sections, DARK, EN))[0].hovertext[0]
    assert "60.50 points · 17/22 units" in texts(drawn(costliest_criteria)(criteria, DARK, EN))


def test_texts_and_lines_are_added_to_what_is_there():
    figure = canvas(LIGHT)
    figure.add_annotation(text="có sẵn")
    write(figure, "viết thêm", 5, colour=LIGHT.ink2)
    write(figure, "nữa", 7, size=12)
    rule(figure, 9, LIGHT.ink2)
    figure = checked(figure)
    assert [note.text for note in figure.layout.annotations] == ["có sẵn", "viết thêm", "nữa"]
    assert figure.layout.annotations[1].font.color == LIGHT.ink2
    assert figure.layout.annotations[2].font.size == 12
    assert [shape.y0 for shape in figure.layout.shapes] == [9]


def test_what_plotly_does_not_know_is_noticed_when_a_figure_is_checked():
    unknown, refused, elsewhere = canvas(LIGHT), canvas(LIGHT), canvas(LIGHT)
    unknown.add_bar(x=[1], y=[2], colour=LIGHT.accent)
    refused.add_annotation(text="chữ", xanchor="beside")
    elsewhere.add_scatter(x=[1], y=[2], marker={"line_width": 2})
    for figure in (unknown, refused, elsewhere):
        with pytest.raises(ValueError):
            checked(figure)
