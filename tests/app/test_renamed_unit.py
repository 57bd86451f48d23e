"""A unit that was renamed stays the reader's unit, whichever year is looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import VERSION
from tests.app.reading import Show, read
from tests.app.small_office import NAMES, TABLES, write_version

NOW = "2022            | {} "
TABLES_WITH_RENAME = TABLES | {
    name: TABLES[name].replace(NOW.format("E"), NOW.format("F")) for name in ("memberships", "scores")
}
RENAME = """
    predecessor_code | successor_code | kind   | effective_on | extent
    E                | F              | rename | 2022-03-01   | full
"""


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("renamed")
    tables = TABLES_WITH_RENAME | {"unit_successions": RENAME}
    write_version(folder, VERSION, tables=tables, names=NAMES | {"F": "Phòng Nội vụ và Thi đua"})
    return folder


@pytest.mark.parametrize(
    ("assessment", "unit", "name"),
    [("2022", "E", "Phòng Nội vụ và Thi đua"), ("2021", "F", "Phòng Nội vụ")],
)
def test_profile_follows_the_unit_to_its_name_of_the_year(
    show: Show, renamed: Path, assessment: str, unit: str, name: str
):
    app = show("ho_so", folder=renamed, assessment=assessment, unit=unit)
    text = read(app)
    assert f"{name} Hạng" in text
    assert "này không có đơn vị" not in text
    assert app.query_params["unit"] != unit


def test_year_before_has_its_share_under_the_old_name(show: Show, renamed: Path):
    text = read(show("ho_so", folder=renamed, assessment="2022", unit="F"))
    assert "Năm 2021 60,00%" in text
    assert "đổi tên từ Phòng Nội vụ" in text
    assert "tiền thân" not in text
