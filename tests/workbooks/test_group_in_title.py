"""The group of units that a sheet's title names is the group of the units on it."""

from __future__ import annotations

import openpyxl
import pytest

from etl.layout import find_tables
from etl.read import read_workbook

HEADER = ["STT", "Nội dung", "Điểm tối đa", "Phường Hòa Minh", "Phường Hòa Khánh Bắc"]
ROWS = [["1", "Lập hồ sơ công việc", 20, 15, 16], ["2", "Nộp lưu hồ sơ đúng hạn", 10, 8, 9]]


def groups(title: str, folder) -> set[str]:
    workbook = openpyxl.Workbook()
    for row in ([title], [], HEADER, *ROWS):
        workbook.active.append(row)
    path = folder / "bang-diem.xlsx"
    workbook.save(path)
    read, _ = read_workbook(path, path.name)
    (table,), _ = find_tables(read)
    return {unit.group_name for unit in table.units}


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("BẢNG CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2024 - KHỐI CÁC PHƯỜNG", "Khối các phường"),
        ("BẢNG CHẤM ĐIỂM KHỐI PHÒNG CHUYÊN MÔN NĂM 2024", "Khối phòng chuyên môn"),
        ("Kết quả chấm điểm Cụm số 4 (phường) năm 2018", "Cụm số 4"),
        ("BẢNG ĐIỂM KHỐI UBND PHƯỜNG, NĂM 2024", "Khối UBND phường"),
    ],
)
def test_the_title_names_the_group(title: str, group: str, tmp_path):
    assert groups(title, tmp_path) == {group}


@pytest.mark.parametrize(
    "title",
    [
        "BẢNG CHẤM ĐIỂM CÔNG TÁC VĂN THƯ, LƯU TRỮ NĂM 2024",
        "BẢNG TỔNG HỢP CHẤM ĐIỂM THEO KHỐI NĂM 2024",
        "BẢNG CHẤM ĐIỂM CÁC KHỐI ĐƠN VỊ NĂM 2024",
        "BẢNG CHẤM ĐIỂM KHỐI LƯỢNG CÔNG VIỆC NĂM 2024",
    ],
)
def test_a_title_that_names_none_or_all_gives_none(title: str, tmp_path):
    assert groups(title, tmp_path) == {""}
