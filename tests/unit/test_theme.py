"""The palette: contrast, and how far apart the verdicts stay for colour-blind readers and on a grey printer."""

import math
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from scoreboard.figures.theme import DARK, LIGHT, OUTCOMES, VERDICTS, by_name, canvas
from tests.drawn import checked

ROOT = Path(__file__).parents[2]

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB; and the luminance of a grey printer.
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}

TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def linear(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def luminance(colour):
    return times(VISION["grey"], linear(colour))[0]


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour, vision="normal"):
    seen = [min(1, max(0, channel)) for channel in times(VISION[vision], linear(colour))]
    x, y, z = (
        t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29
        for t in (value / white for value, white in zip(times(TO_XYZ, seen), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one, other):
    (l1, a1, b1), (l2, a2, b2) = one, other
    c_mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(c_mean**7 / (c_mean**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0 for a, b in ((a1, b1), (a2, b2)))
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    dl, dc, dh = l2 - l1, c2 - c1, 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    l_mean, c_mean = (l1 + l2) / 2, (c1 + c2) / 2
    h_mean = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(h_mean - 30))
        + 0.24 * math.cos(math.radians(2 * h_mean))
        + 0.32 * math.cos(math.radians(3 * h_mean + 6))
        - 0.20 * math.cos(math.radians(4 * h_mean - 63))
    )
    rotation = -2 * math.sqrt(c_mean**7 / (c_mean**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((h_mean - 275) / 25) ** 2))))
    sl = 1 + 0.015 * (l_mean - 50) ** 2 / math.sqrt(20 + (l_mean - 50) ** 2)
    sc, sh = 1 + 0.045 * c_mean, 1 + 0.015 * c_mean * t
    return math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rotation * (dc / sc) * (dh / sh))


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        # out of the test data of Sharma, Wu and Dalal 2005
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_measure_of_difference_is_the_published_one(one, other, distance):
    assert ciede2000(one, other) == pytest.approx(distance, abs=1e-4)


DIFFERENCES = {
    ("light", "done_well", "not_well"): (37.8, 32.9, 33.1, 45.8, 17.5),
    ("light", "not_well", "not_done"): (45.3, 34.0, 38.0, 29.9, 30.1),
    ("light", "done_well", "not_done"): (67.4, 50.9, 61.4, 69.8, 52.8),
    ("dark", "done_well", "not_well"): (41.2, 40.6, 32.6, 49.4, 24.7),
    ("dark", "not_well", "not_done"): (29.4, 24.5, 28.0, 19.7, 18.6),
    ("dark", "done_well", "not_done"): (57.1, 48.7, 42.4, 60.9, 44.6),
}


@pytest.mark.parametrize(("theme", "one", "other"), DIFFERENCES)
def test_verdicts_stay_apart_for_every_eye_and_in_grey(theme, one, other):
    tokens = by_name(theme)
    seen = [ciede2000(lab(tokens.verdict(one), vision), lab(tokens.verdict(other), vision)) for vision in VISION]
    assert seen == pytest.approx(DIFFERENCES[theme, one, other], abs=0.15)
    assert min(seen) > 15


def test_ordinary_green_and_red_would_fail_where_ours_pass():
    assert ciede2000(lab("#2E7D32", "deutan"), lab("#C62828", "deutan")) < 10


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_distance_from_the_ground_grows_with_severity(theme):
    distances = [abs(lab(theme.verdict(verdict))[0] - lab(theme.background)[0]) for verdict in VERDICTS]
    assert all(later - earlier > 20 for earlier, later in pairwise(distances))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_can_be_read_on_everything_it_stands_on(theme):
    for ground in (theme.background, theme.panel):
        for text in (theme.ink, theme.ink2, theme.accent):
            assert contrast(text, ground) >= 4.5
    for verdict in VERDICTS:
        assert contrast(theme.on_verdict(verdict), theme.verdict(verdict)) >= 4.5
    for outcome in OUTCOMES:
        assert contrast(theme.on_outcome(outcome), theme.outcome(outcome)) >= 4.5
    assert contrast(theme.ink2, theme.absent) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_marks_and_lines_of_peers_can_be_seen(theme):
    assert contrast(theme.peer, theme.background) >= 3
    assert contrast(theme.peer2, theme.background) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_bars_of_a_third_stand_out_from_the_ground_and_from_those_beside_them(theme):
    assert contrast(theme.peer3, theme.background) >= 2
    assert contrast(theme.ink, theme.peer3) >= 4.5
    for other in (theme.accent, theme.peer2):
        assert min(ciede2000(lab(theme.peer3, vision), lab(other, vision)) for vision in VISION) > 15


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_template_sets_ground_type_and_marks_of_the_numbers(theme):
    layout = checked(canvas(theme)).layout.template.layout
    assert layout.font.family.startswith("Be Vietnam Pro Tab")
    assert layout.font.color == theme.ink
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange is layout.yaxis.fixedrange is True
    assert not layout.showlegend


def test_an_unknown_theme_is_the_light_one():
    assert by_name(None) is by_name("custom") is LIGHT
    assert by_name("dark") is DARK


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_pages_and_figures_have_the_same_colours(theme):
    """Streamlit takes its colours from its own file; with fewer than ten chart colours it would use its own."""
    page = tomllib.loads(ROOT.joinpath(".streamlit", "config.toml").read_text("utf-8"))["theme"][theme.name]
    assert page["backgroundColor"] == theme.background
    assert page["secondaryBackgroundColor"] == theme.panel
    assert page["textColor"] == theme.ink
    assert page["primaryColor"] == page["linkColor"] == theme.accent
    assert page["borderColor"] == theme.rule
    assert page["dataframeHeaderTextColor"] == theme.ink2
    assert len(set(page["chartCategoricalColors"])) >= 10
