"""The mistakes that published rankings are known to make: one test each, named by the mistake that it would catch."""

from __future__ import annotations

import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from fontTools.ttLib import TTFont
from openpyxl import load_workbook

from etl.draft.links import missing_links
from etl.harmonise import harmonise
from etl.harmonise.duplicates import without_duplicates
from etl.harmonise.points import read_points
from etl.problem import Severity, catalogue
from etl.text.keys import match_key
from etl.text.tones import tone_on_first_vowel
from scoreboard import queries
from scoreboard.database import connect
from scoreboard.figures.theme import FONT
from scoreboard.findings.gaps import TOP, top_criteria
from scoreboard.findings.key_figures import mean_share
from scoreboard.tables.table import Column, Table
from scoreboard.text import numbers, words
from spreadsheet import workbook as spreadsheet
from tests.app.small_office import write_version
from tests.architecture_rules import years_are_data
from tests.spec.office import PLACE, built, office_of, score_of
from tests.unit.seen import WARDS, cell, drafted, matrix
from tests.unit.test_fonts import letters

ROOT = Path(__file__).parents[2]

ONE_CRITERION = """
criterion_code | max_points
1              | 100
"""
TWO_CRITERIA = """
criterion_code | max_points
1              | 10
2              | 10
"""
ONE_BLANK = {
    "criteria": TWO_CRITERIA,
    "scores": """
    unit_code | 1 | 2
    A         | 5 |
    """,
}
NEW_SET = {
    "criteria_sets": """
    criteria_set_code
    CU
    MOI
    """,
    "assessments": """
    assessment_code | criteria_set_code
    2020            | CU
    2021            | MOI
    """,
}
# Section I keeps its code and its maximum, and I.1 its code; what they ask is new.
NEW_QUESTIONS = {
    **NEW_SET,
    "criteria": """
    criteria_set_code | criterion_code | parent_code | criterion_name             | max_points
    CU                | I              |             | Chỉ đạo, điều hành         |
    CU                | I.1            | I           | Ban hành kế hoạch công tác | 10
    CU                | I.2            | I           | Báo cáo đúng hạn           | 10
    MOI               | I              |             | Chỉ đạo, điều hành         |
    MOI               | I.1            | I           | Số hóa tài liệu            | 10
    MOI               | I.2            | I           | Báo cáo đúng hạn           | 10
    """,
    "criterion_links": """
    from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
    CU            | I                   | MOI         | I                 | same
    CU            | I.2                 | MOI         | I.2               | same
    """,
    "scores": """
    assessment_code | unit_code | I.1 | I.2
    2020            | A         | 2   | 9
    2021            | A         | 9   | 9
    """,
}


def rows(connection: duckdb.DuckDBPyConnection, table: str, *columns: str) -> list[tuple]:
    """The columns of every row, in the order of the first ones."""
    return connection.table(table).select(*columns).order(", ".join(columns)).fetchall()


def ranks(scores: str) -> list[tuple]:
    """(unit_code, rank) of units scored on one criterion of a hundred points."""
    with built({"criteria": ONE_CRITERION, "scores": scores}) as connection:
        return rows(connection, "total", "unit_code", "rank")


def test_blank_becoming_0():
    with built(ONE_BLANK) as connection:
        found = rows(connection, "criterion_result", "criterion_code", "state", "points", "verdict")
        assert found == [("1", "scored", 5, "not_well"), ("2", "blank", None, None)]
        assert rows(connection, "total", "is_partial") == [(True,)]


@pytest.mark.parametrize(("cell_text", "applicable"), [("", 20), ("-", 20), ("KAD", 10)])
def test_blank_becoming_not_applicable(cell_text: str, applicable: int):
    given = {
        "criteria_sets": "criteria_set_code | not_applicable_rule\nBTC | excluded",
        "criteria": TWO_CRITERIA,
        "scores": f"unit_code | 1 | 2\nA | 5 | {cell_text}",
    }
    with built(given) as connection:
        assert rows(connection, "total", "applicable_max_points") == [(applicable,)]


def test_last_years_value_fetched_by_this_years_code():
    with built(NEW_QUESTIONS) as connection:
        moves = queries.criterion_moves(connection, assessment="2021", criterion="I.1", group=None)
        assert list(moves[["from_share", "share_change"]].iloc[0]) == [None, None]
        told = rows(connection, "criterion_history", "assessment_code", "criterion_code", "previous_verdict", "reason")
    assert told[2:] == [("2021", "I.1", None, "no_links"), ("2021", "I.2", "done_well", None)]


def test_links_by_equal_number():
    reference, _ = office_of({name: text for name, text in NEW_QUESTIONS.items() if name != "criterion_links"})
    proposed = [(row["from_criterion_code"], row["to_criterion_code"]) for row in missing_links(reference)]
    assert ("I.2", "I.2") in proposed
    assert ("I.1", "I.1") not in proposed
    with built({**NEW_QUESTIONS, "criterion_links": "from_set_code"}) as connection:
        assert {kept for (kept,) in rows(connection, "criterion_bundle", "comparability")} == {"not"}


def test_a_section_compared_although_its_questions_changed():
    with built(NEW_QUESTIONS) as connection:
        compared = rows(connection, "like_for_like", "linked_criteria", "from_share", "to_share")
        assert compared == [(1, Decimal("0.9"), Decimal("0.9"))]
        followed = rows(connection, "criterion_summary_change", "from_criterion_code", "share_change", "reason")
    assert {code for code, change, _ in followed if change is not None} == {"I.2"}


def test_a_tie_cut_at_top_n():
    lost = pd.DataFrame({"gap_points": [Decimal(9)] * (TOP - 1) + [Decimal(5)] * 3 + [Decimal(1)]})
    assert len(top_criteria(lost)) == TOP + 2


def test_an_arrow_beside_the_score_instead_of_the_change():
    ranking = pd.DataFrame({"share": [Decimal("0.80"), Decimal("0.90")]})
    change = pd.DataFrame({"share_change": [Decimal("-0.05"), Decimal("0.01")], "comparability": "comparable"})
    figure = mean_share(ranking, change, "Năm trước", words("vi"))
    assert figure.number == "85,00%"
    assert "−2,00 điểm %" in figure.beside


@pytest.mark.parametrize("typed", ["2,5", "2.5", 2.5, "2,5 điểm", "2,50"])
def test_half_points_lost_by_rounding_or_int(typed: object):
    points = read_points(cell(6, 4, typed), "normal").points
    assert points == Decimal("2.5")
    with built({"criteria": ONE_CRITERION, "scores": f"unit_code | 1\nA | {points}"}) as connection:
        assert rows(connection, "total", "points") == [(Decimal("2.5"),)]
    assert numbers.points(points) == "2,50"


def test_last_sort_wins():
    """The order of a group is that of its points whatever order the rows came in, and ties are in the alphabet's."""
    scores = ["D | 40", "A | 40", "C | 90", "B | 10"]
    for given in (scores, scores[::-1]):
        table = "\n".join(["unit_code | 1", *given])
        with built({"criteria": ONE_CRITERION, "scores": table}) as connection:
            ranking = queries.ranking(connection, assessment="2020", group="khoi")
        assert list(zip(ranking["unit_code"], ranking["rank"], strict=True)) == [("C", 1), ("A", 2), ("D", 2), ("B", 4)]


def test_unknown_unit_skipped():
    known = drafted(matrix())
    _, problems = harmonise([matrix(units=(WARDS[0], "Phường Chưa Ai Biết"))], known)
    assert [(each.code, each.severity) for each in problems] == [("unknown_unit", Severity.ERROR)]


def test_a_check_that_can_never_fire():
    """Every problem of the catalogue is raised by the code, and made to appear by a test."""
    of_a_column = {f"not_{content}" for content in ("decimal", "integer", "date")}  # the loader puts these together
    raised = "\n".join(file.read_text("utf-8") for file in (ROOT / "etl").rglob("*.py"))
    provoked = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    for code in catalogue():
        assert code in of_a_column or re.search(rf"\b{code}\b", raised), f"{code} is never raised"
        assert re.search(rf"\b{code}\b", provoked), f"no test makes {code} appear"


def test_hard_coded_years(tmp_path: Path):
    assert list(years_are_data(ROOT)) == []
    (tmp_path / "app.py").write_text("LAST = 2025", "utf-8")
    assert list(years_are_data(tmp_path)) == ["app.py:1 holds a year: 2025"]


def test_old_ranks_silently_recomputed_among_todays_members():
    given = {
        "criteria": ONE_CRITERION,
        "assessments": "assessment_code\n2020\n2021",
        "scores": """
        assessment_code | unit_code | 1
        2020            | A         | 90
        2020            | B         | 80
        2020            | C         | 70
        2021            | A         | 60
        2021            | C         | 70
        """,
    }
    with built(given) as connection:
        history = queries.rank_history(connection, assessment="2021", group="khoi")
        then = history[history["assessment_code"] == "2020"]
        assert list(zip(then["unit_code"], then["rank"], strict=True)) == [("A", 1), ("B", 2), ("C", 3)]
        change = rows(connection, "unit_change", "unit_code", "places_up", "rank_reason")
        assert change[-1] == ("C", None, "members_changed")


def test_a_duplicate_row_overwriting():
    first, second = (score_of(PLACE, "1", text) for text in ("7", "9"))
    kept, problems = without_duplicates([first, second])
    assert kept == [first]
    assert [(each.code, each.severity) for each in problems] == [("duplicate_score", Severity.ERROR)]


def test_rounding_before_ranking():
    assert ranks("unit_code | 1\nA | 88.741\nB | 88.744") == [("A", 2), ("B", 1)]
    assert numbers.points(Decimal("88.741")) == numbers.points(Decimal("88.744"))


def test_zero_listed_as_a_strength():
    scores = "unit_code | 1 | 2\nA | 0 | 9\nB | 0 | 1\nC | 0 | 1\nD | 0 | 1\nE | 0 | 1"
    with built({"criteria": TWO_CRITERIA, "scores": scores}) as connection:
        claims = rows(connection, "peer_comparison", "criterion_code", "unit_code", "claim", "no_claim_reason")
    assert {row[2:] for row in claims if row[0] == "1"} == {(None, "all_equal")}
    assert [row[:2] for row in claims if row[2] == "strength"] == [("2", "A")]


def test_one_missing_part_making_a_whole_total_vanish():
    with built(ONE_BLANK) as connection:
        assert rows(connection, "total", "points", "rank", "is_partial") == [(5, 1, True)]


def test_ties_given_different_ranks():
    assert ranks("unit_code | 1\nA | 90\nB | 80\nC | 80.0\nD | 70") == [("A", 1), ("B", 2), ("C", 2), ("D", 4)]


def test_one_connection_shared_by_threads(tmp_path: Path):
    write_version(tmp_path, "20260101-000000-aaaaaaaa")
    database = connect(tmp_path)
    asked = [{"assessment": code, "group": None} for code in ("2020", "2021", "2022")] * 40

    def ask(parameters: dict) -> pd.DataFrame:
        with database.cursor() as cursor:
            assert cursor is not database.cursor()
            return queries.ranking(cursor, **parameters)

    alone = [ask(parameters) for parameters in asked[:3]]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(ask, asked))
    for place, answer in enumerate(together):
        pd.testing.assert_frame_equal(answer, alone[place % 3])
    database.close()


def test_a_font_silently_replaced():
    """The first family of the figures is one that we ship, and every font shipped has every Vietnamese letter."""
    shipped = [*(ROOT / "static" / "fonts").glob("*.*tf*"), *(ROOT / "scoreboard" / "export" / "fonts").glob("*.ttf")]
    families = set()
    for file in shipped:
        with TTFont(file) as font:
            families.add(font["name"].getBestFamilyName())
            assert {letter for letter in letters() if ord(letter) not in font.getBestCmap()} == set(), file.name
    assert FONT.split(",")[0] in families
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert {face["family"] for face in config["theme"]["fontFaces"]} <= families


@pytest.mark.parametrize("word", ["hoàn", "toàn", "quý", "thuế", "khuyến", "hoạt", "loại", "ngoại"])
def test_tone_rules_corrupting_hoan(word: str):
    assert (tone_on_first_vowel(word), match_key(word)) == (word, word)
    assert tone_on_first_vowel("Hoà") == "Hòa"


@pytest.mark.parametrize(("value", "shown"), [("88.745", "88,75"), ("0.005", "0,01"), ("2.675", "2,68")])
def test_different_rounding_on_screen_and_in_exports(value: str, shown: str):
    data = pd.DataFrame({"points": [Decimal(value)]})
    table = Table(data, (Column("points", "Điểm", numbers.points, is_number=True),))
    book = spreadsheet.as_xlsx("Điểm", (spreadsheet.Column("Điểm", 10),), table.written())
    assert f">{shown}</th>" in table.as_html()
    assert table.as_csv("vi").decode("utf-8-sig").splitlines() == ["Điểm", shown]
    assert load_workbook(BytesIO(book)).active["A2"].value == shown
