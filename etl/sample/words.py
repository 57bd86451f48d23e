"""How a round spells things on its sheets: units, points, absences, results, older tone marks."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from etl.harmonise.scores import State
from etl.sample.chance import chance
from etl.sample.facts import Criterion, Unit, story
from etl.sample.results import official, results
from etl.sample.rounds import Round
from etl.sample.scores import TruePoints, topics

MARK = "Dữ liệu minh họa – không phải kết quả thật"
NOT_SUBMITTED = "Chưa nộp"
TYPED_AS_TEXT = 0.05  # how often a point is typed as words where a round does so
POOR = Decimal("0.5")

_MOVED_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ủy": "uỷ", "úy": "uý", "ũy": "uỹ"}


def spelt(round_: Round, text: str) -> str:
    """The text with the tone marks where the round's typists put them: `Hòa` or the older `Hoà`."""
    if round_.old_tone_marks:
        for new, old in _MOVED_TONES.items():
            text = text.replace(new, old).replace(new.upper(), old.upper())
    return text


def unit_heading(round_: Round, unit: Unit) -> str:
    """The unit's name over its column."""
    return spelt(round_, unit.abbreviation if round_.abbreviates_units else unit.name)


def shown(round_: Round, cell: TruePoints) -> float | str | None:
    """What is typed into a score cell, slips of the story included; None leaves it blank."""
    if cell.state is State.NOT_APPLICABLE:
        return round_.not_applicable_text
    if cell.state is State.DASH:
        return "-"
    if cell.points is None:
        return None
    slips = _slips(cell)
    if slips:
        return float(slips[0])
    points = cell.points if round_.penalties_are_negative else abs(cell.points)
    luck = chance(round_.year, cell.unit_code, cell.criterion_code, cell.stage_code, "typed")
    return as_words(points) if round_.points_as_text and luck < TYPED_AS_TEXT else float(points)


def _slips(cell: TruePoints) -> list[str]:
    """What a clerk typed instead of the points given; `corrections.csv` of the sample puts it right."""
    place = (cell.assessment_code, cell.unit_code, cell.criterion_code, cell.stage_code)
    return [row["typed"] for row in story("slips") if tuple(row.values())[:-1] == place]


def as_words(points: Decimal) -> str:
    """Points as some clerks type them: `05 điểm`, `4,5`."""
    whole = points == points.to_integral_value()
    return f"{int(points):02d} điểm" if whole else f"{points.normalize():f}".replace(".", ",")


def remark(round_: Round, unit: Unit, criterion: Criterion) -> str:
    """What the inspectors note beside a criterion; empty when they found nothing to say."""
    cell = official(round_, unit.code)[criterion.code]
    if cell.state is not State.SCORED:
        return _why_absent(round_, unit, criterion)
    if cell.points is None or criterion.kind != "normal" or cell.points > POOR * criterion.max_points:
        return ""
    return topics()[criterion.topic]["remark"]


def _why_absent(round_: Round, unit: Unit, criterion: Criterion) -> str:
    return next(
        row["why"]
        for row in story("absences")
        if row["unit_code"] == unit.code
        and row["topic"] == criterion.topic
        and int(row["from_year"]) <= round_.year <= int(row["to_year"])
    )


def printed_total(round_: Round, unit: Unit, total: Fraction) -> float:
    """The total as the sheet prints it: the right one, but for the misprints of the story."""
    return float(total) + sum(float(row["added"]) for row in _misprints(round_, unit, "total"))


def printed_grade(round_: Round, unit: Unit) -> str | None:
    """The grade as the sheet prints it, which a disqualifying condition may lower."""
    decided = [row["printed"] for row in _misprints(round_, unit, "grade")]
    return decided[0] if decided else results(round_)[unit.code].grade


def result_note(round_: Round, unit: Unit) -> str:
    """What the summary notes beside a unit's result."""
    if not round_.hands_in(unit):
        return "Không gửi hồ sơ, bảng tự chấm"
    return "; ".join(row["why"] for row in _misprints(round_, unit, "grade"))


def _misprints(round_: Round, unit: Unit, what: str) -> list[dict[str, str]]:
    return [
        row
        for row in story("misprints")
        if (row["assessment_code"], row["unit_code"], row["what"]) == (round_.assessment_code, unit.code, what)
    ]
