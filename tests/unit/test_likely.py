"""A line is ready to paste only where the name is most likely a slip; elsewhere the code is left to a person."""

from __future__ import annotations

import pytest

from etl.harmonise import harmonise
from etl.harmonise.likely import likely
from tests.unit.seen import CRITERIA, WARDS, drafted, matrix


@pytest.mark.parametrize(
    ("key", "known", "code"),
    [
        ("hòa khánh bắt", ["hòa khánh bắc", "hòa khánh nam"], "hòa khánh bắc"),
        ("hòa hiệp nam", ["hòa hiệp bắc"], None),
        ("hòa minh", [], None),
        ("hòa mình", ["hòa minh", "hòa mính"], None),
        ("trường số 1", ["trường số 2"], None),
        ("y tế", ["y tá"], "y tá"),
        ("ban hành quy chế công tác văn thư", ["ban hành quy chế công tác lưu trữ"], None),
        ("ban hành kế hoạch công tác văn thư", ["ban hành kế hoach công tác văn thư", "báo cáo"], True),
    ],
)
def test_the_likely_name_is_near_and_the_only_one(key: str, known: list[str], code: object):
    found = likely(key, [(name, name) for name in known])
    assert found == (known[0] if code is True else code)


def test_another_unit_comes_with_a_line_to_fill_in():
    problems = harmonise([matrix(units=("Phường Hải Vân", WARDS[1]))], drafted(matrix()))[1]
    assert [(each.code, each.values["line"]) for each in problems] == [("unknown_unit", "Phường Hải Vân,<unit_code>")]


@pytest.mark.parametrize(
    ("place", "name", "line", "nearest"),
    [
        (4, "Nghiệp vụ II", "BTC-2014,Nghiệp vụ II,<criterion_code>", "II.1"),
        (4, "Lập hồ sơ công viêc", "BTC-2014,Lập hồ sơ công viêc,II.1", "II.1"),
        (3, "Nghiệp vu", "BTC-2014,Nghiệp vu,II", "II"),
    ],
)
def test_a_scored_line_is_never_suggested_to_be_a_group(place: int, name: str, line: str, nearest: str):
    criteria = [(number, name if here == place else was, top) for here, (number, was, top) in enumerate(CRITERIA)]
    (problem,) = harmonise([matrix(criteria=criteria)], drafted(matrix()))[1]
    assert problem.values["line"] == line
    assert nearest in problem.values["nearest"].split()
    assert ("II" in problem.values["nearest"].split()) == (nearest == "II")
