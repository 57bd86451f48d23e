"""Every page over data as they come: one round, one unit, sixty, none left, all alike, very long, very many."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.reading import Show, read
from tests.app.small_office import NAMES, write_version

PAGES = sorted(file.stem for file in (Path(__file__).resolve().parents[2] / "pages").glob("*.py"))
LONG_NAME = ("Trung tâm " + "Văn hóa, Thông tin, Thể thao và Du lịch " * 4)[:139] + "x"

Office = tuple[dict[str, str], dict[str, str]]

SETS = """
    criteria_set_code | criteria_set_name | not_applicable_rule
    BTC               | Bộ duy nhất       | excluded
"""
CRITERIA = """
    criterion_code | parent_code | criterion_name     | max_points
    I              |             | Lập hồ sơ          |
    I.1            | I           | Mở hồ sơ công việc | 10
    I.2            | I           | Nộp lưu đúng hạn   | 10
"""
ROUNDS = "assessment_code | assessment_name | criteria_set_code\n"


def office(scores: list[str], rounds: tuple[str, ...] = ("2021",), **more: str) -> dict[str, str]:
    """The tables of an office: each score is `assessment | unit | I.1 | I.2`."""
    return {
        "criteria_sets": SETS,
        "criteria": CRITERIA,
        "assessments": ROUNDS + "\n".join(f"{code} | Năm {code} | BTC" for code in rounds),
        "scores": "assessment_code | unit_code | I.1 | I.2\n" + "\n".join(scores),
    } | more


def one_assessment() -> Office:
    return office([f"2021 | {unit} | 9 | {points}" for unit, points in zip("ABC", (0, 5, 10), strict=True)]), {}


def one_unit() -> Office:
    return office(["2020 | A | 4 | 5", "2021 | A | 9 | 0"], ("2020", "2021")), {}


def sixty_units() -> Office:
    scores = [f"{year} | U{unit} | {unit % 11} | {unit % 7}" for year in (2020, 2021) for unit in range(60)]
    return office(scores, ("2020", "2021")), {f"U{unit}": f"UBND phường số {unit}" for unit in range(60)}


def unit_ended_and_began() -> Office:
    successions = """
        predecessor_code | successor_code | kind  | effective_on | extent | legal_source
        A                | C              | merge | 2021-03-01   | full   | Nghị quyết 1
        B                | C              | merge | 2021-03-01   | full   | Nghị quyết 1
    """
    scores = ["2020 | A | 4 | 5", "2020 | B | 6 | 7", "2021 | C | 9 | 9", "2020 | D | 4 | 4", "2021 | D | 5 | 4"]
    return office(scores, ("2020", "2021"), unit_successions=successions), {}


def nothing_applies() -> Office:
    return office(["2021 | A | KAD | KAD", "2021 | B | KAD | KAD"]), {}


def everyone_tied() -> Office:
    return office([f"{year} | {unit} | 8 | 8" for year in (2020, 2021) for unit in "ABCDE"], ("2020", "2021")), {}


def long_name() -> Office:
    return office(["2021 | A | 9 | 0", "2021 | B | 4 | 4"]), {"A": LONG_NAME}


def many_criteria() -> Office:
    codes = [f"I.{place}" for place in range(1, 161)]
    criteria = CRITERIA.splitlines()[:3] + [f"{code} | I | Tiêu chí số {code} | 1" for code in codes]
    points = [f"2021 | {unit} | " + " | ".join(["1", "0"] * 80) for unit in "AB"]
    tables = office([]) | {"criteria": "\n".join(criteria)}
    return tables | {"scores": "assessment_code | unit_code | " + " | ".join(codes) + "\n" + "\n".join(points)}, {}


STATES: dict[str, tuple[Callable[[], Office], dict[str, str]]] = {
    "one assessment": (one_assessment, {"unit": "A"}),
    "one unit in the group": (one_unit, {"unit": "A"}),
    "a group of sixty": (sixty_units, {"unit": "U7"}),
    "a unit that ended": (unit_ended_and_began, {"unit": "A", "assessment": "2021"}),
    "a unit that began": (unit_ended_and_began, {"unit": "C", "assessment": "2021"}),
    "nothing applies": (nothing_applies, {"unit": "A"}),
    "everyone tied": (everyone_tied, {"unit": "A"}),
    "a name of 140 letters": (long_name, {"unit": "A"}),
    "160 criteria": (many_criteria, {"unit": "A"}),
}
GONE = (
    "“UBND phường Hòa Minh” không có trong kỳ đánh giá này: sáp nhập vào UBND phường Hòa Khánh Nam (toàn bộ) từ "
    "01/03/2021. Chọn lại đơn vị nếu cần. Xem UBND phường Hòa Khánh Nam · Xem đơn vị này năm 2020"
)
# What a state must say on a page, and what it must not.
SAID = {
    ("one assessment", "tieu_chi"): ("Chưa có kỳ trước để đối chiếu", "điểm %"),
    ("one unit in the group", "so_sanh"): ("Cần ít nhất hai đơn vị", "trung vị"),
    ("a group of sixty", "tieu_chi"): ("/ 60 đơn vị", ""),
    ("a unit that ended", "ho_so"): (GONE, ""),
    ("a unit that ended", "nguon_goc"): (GONE, ""),
    ("a unit that began", "tieu_chi"): ("1 đơn vị so sánh được", ""),
    ("one unit in the group", "ho_so"): ("Tỷ lệ đạt của đơn vị theo nhóm tiêu chí.", "chấm xám"),
    ("nothing applies", "ho_so"): ("Không tiêu chí nào áp dụng cho đơn vị năm 2021", "đường đậm"),
    ("nothing applies", "tieu_chi"): ("Không có đơn vị nào được chấm ở tiêu chí này", " 0,00"),
    ("nothing applies", "nguon_goc"): ("không có tổng điểm", " 0,00/"),
    ("nothing applies", "so_sanh"): ("Chưa đơn vị nào có điểm", "cao hơn"),
    ("everyone tied", "so_sanh"): ("Các đơn vị có tỷ lệ đạt bằng nhau", "cao hơn"),
    ("everyone tied", "tieu_chi"): ("0 đơn vị tiến bộ, 0 đơn vị giảm", ""),
    ("a name of 140 letters", "nguon_goc"): (LONG_NAME, "…"),
    ("a name of 140 letters", "so_sanh"): (LONG_NAME, "…"),
    ("160 criteria", "nguon_goc"): ("Số này cộng từ 160 tiêu chí", ""),
    ("160 criteria", "so_sanh"): ("I.160 Tiêu chí số I.160", ""),
}


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An office folder for every state."""
    folders = {}
    for state, (tables_and_names, _) in STATES.items():
        folders[state] = tmp_path_factory.mktemp("state")
        tables, names = tables_and_names()
        write_version(folders[state], "20260101-000000-aaaaaaaa", tables=tables, names=NAMES | names)
    return folders


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("state", STATES)
def test_page_stands(show: Show, offices: dict[str, Path], state: str, page: str):
    text = read(show(page, offices[state], **STATES[state][1]))
    assert "nan" not in text.split()
    assert "None" not in text
    must, must_not = SAID.get((state, page), ("", ""))
    assert must in text
    assert not must_not or must_not not in text
