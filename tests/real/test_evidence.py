"""What the published results of public indices prove of their own rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from etl.commands.pipeline import read_office
from etl.draft import draft
from etl.office import OfficeFolder, load_reference

REAL = Path(__file__).resolve().parents[3] / "shared" / "real"
WORKBOOKS = {
    "lpi": REAL / "lpi" / "International_LPI_from_2007_to_2018.xlsx",
    "papi": REAL / "papi" / "PAPI_2011-2016.xlsx",
}

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(
        not all(path.exists() for path in WORKBOOKS.values()),
        reason="the public workbooks are not beside the repository",
    ),
]


def proposed_sets(name: str, root: Path) -> list[dict]:
    folder = OfficeFolder(root)
    folder.raw.mkdir()
    folder.reference.mkdir()
    shutil.copy(WORKBOOKS[name], folder.raw)
    return draft(read_office(folder)[1], load_reference(folder)[0])["criteria_sets"]


def test_an_average_of_its_own_kind_is_taken_as_printed(tmp_path):
    sets = proposed_sets("lpi", tmp_path)
    assert {row["total_rule"] for row in sets} == {"printed"}
    assert all("Không cách tính nào" in row["note"] for row in sets)
    assert all("thứ hạng in khi xếp theo tổng điểm in" in row["note"] for row in sets)


def test_a_plain_sum_is_found_to_be_one(tmp_path):
    sets = proposed_sets("papi", tmp_path)
    assert {row["total_rule"] for row in sets} == {""}
    assert all(row["note"].startswith("Cách tính này cho đúng ") for row in sets)
    assert not any("Lệch" in row["note"] for row in sets)
