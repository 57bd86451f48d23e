"""A page says when what it shows rests on rows that nobody has confirmed."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.app.reading import Show, read
from tests.app.small_office import write_version

VERSION = "20260101-000000-eeeeeeee"


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose new criteria set and one of whose units are only proposed."""
    folder = tmp_path_factory.mktemp("proposed")
    with duckdb.connect(str(write_version(folder, VERSION))) as connection:
        connection.execute("update criteria_set set status = 'proposed' where criteria_set_code = 'MOI'")
        connection.execute("update criterion set status = 'proposed' where criterion_code = 'I.3'")
        connection.execute("update unit set status = 'proposed' where unit_code = 'C'")
    return folder


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"assessment": "2022"}, "chưa xác nhận: cách tính của bộ tiêu chí, 1 dòng tiêu chí (kể cả nhóm tiêu chí)"),
        ({"assessment": "2021"}, "chưa xác nhận: 1 đơn vị"),
        (
            {"assessment": "2022", "lang": "en"},
            "not confirmed yet: the rules of the criteria set, 1 line of the criteria set (sections included)",
        ),
    ],
)
def test_proposals_in_effect_are_named(show: Show, proposed: Path, choices: dict[str, str], sentence: str):
    assert sentence in read(show(folder=proposed, **choices))


def test_nothing_is_said_of_what_people_confirmed(show: Show):
    assert "chưa xác nhận" not in read(show(assessment="2021"))
