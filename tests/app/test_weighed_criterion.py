"""A criterion with a weight has one maximum on every page, and the number says what makes it of the cell's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.reading import Show, read
from tests.app.small_office import write_version

WEIGHED = {
    "criteria_sets": "criteria_set_code | criteria_set_name\nBTC | Bộ tiêu chí",
    "criteria": """
        criterion_code | parent_code | criterion_name | max_points | weight | step
        I              |             | Phần một       |            | 1      |
        1              | I           | Lập hồ sơ      | 10         | 3      | 0.5
        2              | I           | Nộp lưu        | 20         | 1      |
    """,
    "assessments": "assessment_code | assessment_name\n2020 | Năm 2020\n2021 | Năm 2021",
    "scores": """
        assessment_code | unit_code | 1 | 2
        2020            | A         | 8 | 10
        2021            | A         | 7 | 5
    """,
}


@pytest.fixture(scope="module")
def weighed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weighed")
    write_version(folder, "20260101-000000-aaaaaaaa", tables=WEIGHED, names={"A": "Phòng Nội vụ"})
    return folder


def test_the_maximum_of_the_criterion_is_that_of_its_units_and_rounds(show: Show, weighed: Path):
    text = read(show("tieu_chi", weighed, assessment="2021", criterion="1"))
    assert "Điểm tối đa 30 điểm, bước điểm 1,5" in text
    assert "Hệ số 3: điểm trên phiếu chấm (tối đa 10) được nhân với 3" in text
    assert "21,00/30" in text


def test_the_cell_is_told_with_its_weight(show: Show, weighed: Path):
    text = read(show("nguon_goc", weighed, assessment="2021", unit="A", criterion="1"))
    assert "21,00/30 điểm" in text
    assert "Điểm trong ô được nhân với hệ số 3." in text


def test_a_criterion_without_a_weight_says_nothing_of_it(show: Show, weighed: Path):
    assert "Hệ số" not in read(show("tieu_chi", weighed, assessment="2021", criterion="2"))
    assert "hệ số" not in read(show("nguon_goc", weighed, assessment="2021", unit="A", criterion="2"))
