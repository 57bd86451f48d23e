"""An office small enough to be read: two groups, three rounds, the last under a new criteria set."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from etl.build import SCHEMA_VERSION
from etl.build.reference_rows import reference_rows
from etl.build.source_rows import source_rows
from etl.build.statements import comment_on_tables, create_tables, load_rows, run_rules
from etl.problem import Problem
from etl.read.cells import Workbook
from tests.spec.example import parse_table
from tests.spec.office import harmonised_of, reference_of

TABLES = {
    "criteria_sets": """
        criteria_set_code | criteria_set_name | grade_basis
        CU                | Bộ cũ             | share
        MOI               | Bộ mới            | share
    """,
    "criteria": """
        criteria_set_code | criterion_code | parent_code | criterion_name      | max_points | kind
        CU                | I              |             | Lập hồ sơ           |            | normal
        CU                | I.1            | I           | Mở hồ sơ công việc  | 10         | normal
        CU                | I.2            | I           | Nộp lưu đúng hạn    | 10         | normal
        CU                | II             |             | Con dấu             |            | normal
        CU                | II.1           | II          | Quản lý con dấu     | 5          | normal
        MOI               | I              |             | Lập hồ sơ           |            | normal
        MOI               | I.1            | I           | Mở hồ sơ công việc  | 20         | normal
        MOI               | I.3            | I           | Số hóa tài liệu     | 10         | normal
    """,
    "grades": """
        criteria_set_code | grade_code | grade_name | min_value
        CU                | tot        | Tốt        | 80
        CU                | kha        | Khá        | 60
        CU                | yeu        | Yếu        | 0
    """,
    "criterion_links": """
        from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
        CU            | I.1                 | MOI         | I.1               | rescaled
    """,
    "assessments": """
        assessment_code | assessment_name | criteria_set_code
        2020            | Năm 2020        | CU
        2021            | Năm 2021        | CU
        2022            | Năm 2022        | MOI
    """,
    "memberships": """
        assessment_code | unit_code | group_code | is_submitted
        2020            | A         | phuong     | true
        2020            | B         | phuong     | true
        2020            | C         | phuong     | true
        2020            | D         | phuong     | true
        2021            | A         | phuong     | true
        2021            | B         | phuong     | true
        2021            | C         | phuong     | true
        2021            | D         | phuong     | false
        2022            | A         | phuong     | true
        2022            | B         | phuong     | true
        2020            | E         | phong      | true
        2021            | E         | phong      | true
        2022            | E         | phong      | true
    """,
    "scores": """
        assessment_code | unit_code | I.1 | I.2          | II.1         | I.3
        2020            | A         | 4   | 10           | 5            | (không có ô)
        2020            | B         | 9   | 5            | 4            | (không có ô)
        2020            | C         | 5   | 0            | 4            | (không có ô)
        2020            | D         | 9   | 9            | 5            | (không có ô)
        2020            | E         | 2   | 2            | 2            | (không có ô)
        2021            | A         | 8   | 7            | 5            | (không có ô)
        2021            | B         | 9   | 7            | 4            | (không có ô)
        2021            | C         | 9   |              | 5            | (không có ô)
        2021            | E         | 10  | 0            | 5            | (không có ô)
        2022            | A         | 18  | (không có ô) | (không có ô) | 4
        2022            | B         | 12  | (không có ô) | (không có ô) | 10
        2022            | E         | 15  | (không có ô) | (không có ô) | KAD
    """,
    "printed_results": """
        assessment_code | unit_code | what  | raw_text
        2021            | B         | total | 21
    """,
}
NAMES = {
    "A": "UBND phường Hòa Minh",
    "B": "UBND phường Hòa Khánh Bắc",
    "C": "UBND phường Hòa Khánh Nam",
    "D": "UBND phường Hòa Hiệp Bắc",
    "E": "Phòng Nội vụ",
}
MARK = "Dữ liệu minh họa – không phải kết quả thật"
ABOUT = {
    "built_at": "2026-01-01 00:00:00",
    "office_code": "co-quan",
    "office_name": "Cơ quan",
    "office_name_en": "Office",
    "superior_name": "",
    "place": "",
    "is_illustrative": "true",
    "illustrative_mark": MARK,
    "illustrative_mark_en": "Illustrative data – not real results",
    "source_note": "Tổng hợp từ bảng chấm điểm",
    "source_note_en": "Compiled from scoresheets",
    "inputs_sha256": "0",
    "method_sha256": "0",
}


def write_version(
    folder: Path,
    version: str,
    *,
    tables: Mapping[str, str] = TABLES,
    names: dict[str, str] = NAMES,
    schema_version: int = SCHEMA_VERSION,
    rounds: bool = True,
    workbooks: Sequence[Workbook] = (),
    problems: Sequence[Problem] = (),
) -> Path:
    """Write one version into the office's `build/` and point to it; without `rounds` it holds no assessment."""
    build = folder / "build"
    build.mkdir(parents=True, exist_ok=True)
    file = build / f"{version}.duckdb"
    given = {name: parse_table(text) for name, text in tables.items()} if rounds else {}
    harmonised = harmonised_of(given)
    with duckdb.connect(str(file)) as connection:
        create_tables(connection)
        comment_on_tables(connection)
        about = {"version": version, "schema_version": str(schema_version)} | ABOUT
        load_rows(connection, {"build_info": [about]})
        if rounds:
            load_rows(connection, source_rows(list(workbooks), harmonised, list(problems)))
            load_rows(connection, reference_rows(reference_of(given), harmonised.memberships))
            for code, name in names.items():
                connection.execute(
                    "update unit set unit_name = $name where unit_code = $code", {"code": code, "name": name}
                )
            run_rules(connection)
    point_to(folder, version)
    return file


def point_to(folder: Path, version: str) -> None:
    """Make `version` the current one."""
    pointer = {"version": version, "file": f"{version}.duckdb", "schema_version": SCHEMA_VERSION}
    (folder / "build" / "current.json").write_text(json.dumps(pointer), "utf-8")
