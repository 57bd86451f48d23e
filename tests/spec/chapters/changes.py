"""Chapter: what a change in the total is made of."""

from __future__ import annotations

from tests.spec.chapters.continuity import SPLIT_AND_MERGED, SPLIT_AND_MERGED_LINKS, SPLIT_AND_MERGED_SCORES, TWO_SETS
from tests.spec.example import Chapter, Example, Section

CHANGED_SET = """
assessment_code | criteria_set_code
2020            | CU
2021            | MOI
"""

PARTS = Section(
    title="Điểm thay đổi do đâu",
    rule="""
Thay đổi tổng điểm được tách thành các phần cộng lại **đúng bằng** thay đổi đó. Với tiêu chí đi tiếp: *thay đổi thực*
là thay đổi tính trên điểm tối đa mới; *đổi điểm tối đa* là phần chỉ do điểm tối đa khác đi (tỷ lệ cũ nhân điểm tối đa
mới trừ điểm cũ). Tiêu chí không đi tiếp: *bỏ ra*, *thêm vào*. Ngoài ra: *không áp dụng*, *thiếu điểm* (một trong hai
kỳ không có điểm chấm), *điểm cộng và điểm trừ*, *quy đổi thang điểm*, và *số in* khi tổng điểm in được lấy làm tổng
điểm.
""",
    examples=(
        Example(
            title="Bộ tiêu chí đổi: 60 thành 71 điểm; 12 + 15 − 1 − 10 − 4 + 6 − 7 = 11",
            given={
                "criteria_sets": """
                criteria_set_code
                CU
                MOI
                """,
                "criteria": """
                criteria_set_code | criterion_code | max_points | kind
                CU                | a              | 40         | normal
                CU                | b              | 50         | normal
                CU                | c              | 10         | normal
                CU                | C              | 5          | bonus
                MOI               | a              | 60         | normal
                MOI               | b              | 30         | normal
                MOI               | d              | 10         | normal
                MOI               | T              | 10         | penalty
                """,
                "assessments": CHANGED_SET,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                CU            | a                   | MOI         | a                 | rescaled
                CU            | b                   | MOI         | b                 | rescaled
                """,
                "scores": """
                assessment_code | a  | b  | c            | C            | d            | T
                2020            | 30 | 25 | 4            | 1            | (không có ô) | (không có ô)
                2021            | 57 | 14 | (không có ô) | (không có ô) | 6            | -6
                """,
            },
            result={
                "unit_change": """
                from_points | to_points | points_change
                60          | 71        | 11
                """,
                "change_part": """
                part          | from_criterion_code | to_criterion_code | points_change
                --------------+---------------------+-------------------+--------------
                real          | a                   | a                 | 12
                max_changed   | a                   | a                 | 15
                real          | b                   | b                 | -1
                max_changed   | b                   | b                 | -10
                criteria_out  | c                   |                   | -4
                criteria_in   |                     | d                 | 6
                bonus_penalty |                     |                   | -7
                """,
            },
        ),
        Example(
            title="Tách và gộp được tính cả nhóm, ghi dưới tiêu chí đầu của nhóm; A: 2 + 2 + 5 = 9",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": SPLIT_AND_MERGED,
                "assessments": CHANGED_SET,
                "criterion_links": SPLIT_AND_MERGED_LINKS,
                "scores": SPLIT_AND_MERGED_SCORES,
            },
            result={
                "change_part": """
                unit_code | part        | from_criterion_code | to_criterion_code | points_change
                A         | real        | b                   | b1                | 2
                A         | real        | c                   | cd                | 2
                A         | max_changed | c                   | cd                | 5
                B         | missing     | b                   | b1                | 1
                B         | real        | c                   | cd                | 2
                B         | max_changed | c                   | cd                | 8
                """,
            },
        ),
        Example(
            title="Cùng bộ tiêu chí: một tiêu chí thành không áp dụng và bị loại ra, thang điểm được quy đổi",
            given={
                "criteria_sets": """
                criteria_set_code | not_applicable_rule
                BTC               | excluded
                """,
                "criteria": """
                criterion_code | max_points
                1              | 60
                2              | 30
                3              | 10
                """,
                "assessments": """
                assessment_code
                2020
                2021
                """,
                "scores": """
                assessment_code | 1  | 2  | 3
                2020            | 50 | 20 | 5
                2021            | 50 | 25 | KAD
                """,
            },
            result={
                "unit_change": """
                from_points | to_points     | points_change
                75          | 83.3333333333 | 8.3333333333
                """,
                "change_part": """
                part           | from_criterion_code | points_change
                real           | 2                   | 5
                not_applicable | 3                   | -5
                rescaling      |                     | 8.3333333333
                """,
            },
        ),
        Example(
            title="Một ô để trống ở kỳ sau là thiếu điểm, không phải thay đổi thực; tổng điểm in khác số cộng",
            given={
                "criteria_sets": """
                criteria_set_code | total_rule
                BTC               | printed
                """,
                "criteria": """
                criterion_code | max_points
                1              | 60
                2              | 40
                """,
                "assessments": """
                assessment_code
                2020
                2021
                """,
                "scores": """
                assessment_code | 1  | 2
                2020            | 50 | 30
                2021            | 55 |
                """,
                "printed_results": """
                assessment_code | what  | raw_text
                2020            | total | 80
                2021            | total | 56.5
                """,
            },
            result={
                "unit_change": """
                points_change | comparability | reason
                -23.5         | not           | partial
                """,
                "change_part": """
                part    | from_criterion_code | points_change
                real    | 1                   | 5
                missing | 2                   | -30
                printed |                     | 1.5
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Thành phần của thay đổi", (PARTS,))
