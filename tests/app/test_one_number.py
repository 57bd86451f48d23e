"""One quantity has one number: pages and documents say the same of the same office."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from scoreboard.database import connect
from scoreboard.documents.briefing import briefing
from scoreboard.documents.deck import deck
from scoreboard.documents.report import report
from scoreboard.scope import open_scope
from scoreboard.text import words
from tests.app.reading import Show, read
from tests.app.small_office import write_version

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
