"""One quantity has one number: pages and documents say the same of the same office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from scoreboard import queries
from scoreboard.database import connect
from scoreboard.documents.briefing import briefing
from scoreboard.documents.deck import deck
from scoreboard.documents.report import report
from scoreboard.findings.measures import comparable
from scoreboard.pictures import trend as trend_pictures
from scoreboard.scope import open_scope
from scoreboard.text import words
from tests.app.reading import Show, read
from tests.app.small_office import TABLES, write_version

DOCUMENTS = (briefing, deck, report)


def texts(content: Any) -> Iterator[str]:
    """Every text of a document, in its tables too."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, pd.DataFrame):
        yield from map(str, content.to_numpy().ravel())
    elif is_dataclass(content):
        for field in fields(content):
            yield from texts(getattr(content, field.name))
    elif isinstance(content, (tuple, list)):
        for part in content:
            yield from texts(part)


def plain(text: str) -> str:
    """Text as it is read: emphasis is not part of it."""
    return text.replace("**", "")


@pytest.fixture(params=DOCUMENTS, ids=lambda document: document.__name__)
def said(request: pytest.FixtureRequest, office: Path) -> str:
    """All that a document of 2021 says."""
    return plain(" ".join(texts(request.param(open_scope(connect(office), words("vi"), "2021")))))


def test_pages_say_one_number_of_closed_shortfalls(show: Show):
    overview, trend = (read(show(page, assessment="2021")) for page in ("tong_quan", "xu_huong"))
    for page in (overview, trend):
        assert "Đã khắc phục 4/6 hạn chế kết luận được của năm 2020 (66,7%)" in page
        assert "1 hạn chế chưa kết luận được, ở ngoài tỷ lệ." in page
        assert "4/7" not in page
    assert "4/6 hạn chế kết luận được của năm 2020 đã được khắc phục; 1 hạn chế chưa kết luận được." in overview
    assert "4 / 6 kết luận được 66,7%; 1 chưa kết luận được" in overview


def test_profiles_of_all_units_add_up_to_the_closed_shortfalls_of_everyone(show: Show, office: Path):
    with connect(office).cursor() as cursor:
        units = queries.units(cursor, assessment="2021", group=None)["unit_code"]
    profiles = [read(show("ho_so", assessment="2021", unit=unit)) for unit in units]
    told = [re.search(r"Đã khắc phục (\d+)/(\d+) hạn chế kết luận được của năm 2020", profile) for profile in profiles]
    closed, of = zip(*((int(found[1]), int(found[2])) for found in told if found), strict=True)
    assert (sum(closed), sum(of)) == (4, 6)


def test_documents_say_the_number_of_the_pages(said: str):
    assert "Đã khắc phục 4/6 hạn chế kết luận được của năm 2020 (66,7%)" in said
    assert "4/6 hạn chế kết luận được của năm 2020 đã được khắc phục; 1 hạn chế chưa kết luận được." in said
    assert "1 hạn chế chưa kết luận được, ở ngoài tỷ lệ." in said
    assert "4/7" not in said


def test_what_cannot_be_concluded_is_not_asked_for_as_not_closed(office: Path):
    asked = list(texts(report(open_scope(connect(office), words("vi"), "2021"))))
    assert "Tiếp tục theo dõi 2 hạn chế của năm 2020 chưa được khắc phục." in asked
    assert "Rà soát 1 hạn chế của năm 2020 chưa kết luận được." in asked


def test_report_names_or_counts_all_criteria_that_were_done_as_well(tmp_path: Path):
    alike = {
        "criteria": "criterion_code | max_points\n" + "\n".join(f"{place} | 10" for place in range(1, 8)),
        "assessments": "assessment_code\n2021",
        "scores": """
            assessment_code | unit_code | 1  | 2 | 3 | 4 | 5 | 6 | 7
            2021            | A         | 10 | 9 | 9 | 9 | 9 | 9 | 0
            2021            | B         | 9  | 9 | 9 | 9 | 9 | 9 | 0
        """,
    }
    write_version(tmp_path, "20260101-000000-aaaaaaaa", tables=alike, names={})
    (said,) = [
        text
        for text in texts(report(open_scope(connect(tmp_path), words("vi"), "2021")))
        if text.startswith("Các tiêu chí được nhiều đơn vị")
    ]
    assert said.count("2/2") == 5
    assert said.endswith("và 1 tiêu chí khác cùng mức với tiêu chí cuối.")


@pytest.fixture(scope="module")
def asked(office: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(office).cursor() as cursor:
        yield cursor


PLACES = [(assessment, group) for assessment in ("2020", "2021", "2022") for group in (None, "phuong", "phong")]


@pytest.mark.parametrize(("assessment", "group"), PLACES)
def test_questions_count_the_same_results_and_lose_the_same_points(asked, assessment: str, group: str | None):
    place = {"assessment": assessment, "group": group}
    history = queries.verdict_history(asked, **place)
    criteria = queries.criterion_gaps(asked, section=None, **place)
    tables = [
        queries.ranking(asked, **place),
        queries.top_level_verdicts(asked, **place),
        history[history["assessment_code"] == assessment],
        criteria,
    ]
    for verdict in ("done_well", "not_well", "not_done"):
        assert len({int(table[verdict].sum()) for table in tables}) == 1
    costliest = queries.costliest_criteria(asked, **place).set_index("criterion_code")["gap_share"]
    assert (
        costliest.to_dict() == criteria[criteria["gap_points"] > 0].set_index("criterion_code")["gap_share"].to_dict()
    )


@pytest.mark.parametrize(("assessment", "group"), [place for place in PLACES if place[0] != "2020"])
def test_questions_tell_one_change_of_every_unit_and_count_it_once(asked, assessment: str, group: str | None):
    place = {"assessment": assessment, "group": group}
    changes = queries.unit_changes(asked, baseline=str(int(assessment) - 1), **place)
    ranking, listed = queries.ranking(asked, **place), queries.change_by_unit(asked, **place)
    told = changes.set_index("unit_code")["share_change"].to_dict()
    assert {row.unit_code: row.share_change for row in ranking.itertuples()}.items() <= told.items()
    assert {row.unit_code: row.share_change for row in listed.itertuples()}.items() <= told.items()
    for unit in ranking["unit_code"]:
        assert queries.unit_profile(asked, assessment=assessment, unit=unit)["share_change"].iloc[0] == told[unit]
    counted = queries.direction_history(asked, **place).iloc[-1]
    assert counted["improved"] == sum(change > 0 for change in comparable(changes)["share_change"])
    assert counted["improved"] == sum(change > 0 for change in comparable(listed)["share_change"])


@pytest.mark.parametrize(("assessment", "group"), [place for place in PLACES if place[0] != "2020"])
def test_questions_count_the_same_shortfalls_by_outcome(asked, assessment: str, group: str | None):
    place = {"assessment": assessment, "group": group}
    counts = queries.gap_outcome_counts(asked, **place).set_index("outcome")["shortfalls"].to_dict()
    history = queries.closure_history(asked, **place)
    tables = [
        history[history["assessment_code"] == assessment],
        queries.closure_by_unit(asked, **place),
        queries.closure_by_criterion(asked, **place),
        queries.gap_outcomes_by_unit(asked, **place),
    ]
    for outcome in ("closed", "improved", "unchanged", "worse", "cannot_tell"):
        assert {int(table[outcome].sum()) for table in tables} == {counts.get(outcome, 0)}


def test_doubtful_change_across_two_sets_is_that_of_the_common_criteria_everywhere(tmp_path: Path):
    whole = "A         | 18  | (không có ô) | (không có ô) | 4"
    scores = TABLES["scores"].replace(whole, "A | 18 | (không có ô) | (không có ô) |")
    write_version(tmp_path, "20260101-000000-aaaaaaaa", tables=TABLES | {"scores": scores})
    with connect(tmp_path).cursor() as cursor:
        place = {"assessment": "2022", "group": "phuong"}
        ranking = queries.ranking(cursor, **place).set_index("unit_code").loc["A"]
        listed = queries.change_by_unit(cursor, **place).set_index("unit_code").loc["A"]
        since = queries.unit_changes(cursor, baseline="2021", **place).set_index("unit_code").loc["A"]
        [profile] = queries.unit_profile(cursor, assessment="2022", unit="A").itertuples()
    assert ranking["comparability"] == "not"
    assert ranking["share_change"] == listed["share_change"] == since["share_change"] == profile.share_change
    assert since["share_change"] == Decimal("0.1")


def test_shortfalls_of_an_older_round_are_not_told_of_the_last_one(tmp_path: Path):
    done = {
        "criteria": "criterion_code | max_points\n1 | 10",
        "assessments": "assessment_code\n2019\n2020\n2021",
        "scores": """
            assessment_code | unit_code | 1
            2019            | A         | 2
            2020            | A         | 10
            2021            | A         | 10
        """,
    }
    write_version(tmp_path, "20260101-000000-aaaaaaaa", tables=done, names={})
    picture = trend_pictures.closures(open_scope(connect(tmp_path), words("vi"), "2021"))
    assert picture.finding.startswith("Không có hạn chế nào của")
