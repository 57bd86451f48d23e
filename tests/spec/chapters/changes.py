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
là thay đổi tính trên điểm tối đa mới; *đổi điểm tối đa* là phần chỉ do điểm tối đa hoặc hệ số khác đi (tỷ lệ cũ nhân
điểm tối đa mới trừ điểm cũ). Tiêu chí không đi tiếp: *bỏ ra*, *thêm vào*. Ngoài ra: *không áp dụng*, *thiếu điểm* (một
trong hai kỳ không có điểm chấm), *điểm cộng và điểm trừ*, *quy đổi thang điểm*, và *số in* khi tổng điểm in được lấy
làm tổng điểm.
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
            title="Hệ số từ 1 lên 2, điểm tối đa không đổi: 5 thành 6 × 2 = 12 điểm; 5 là do hệ số, 2 là thay đổi thực",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": """
                criteria_set_code | criterion_code | max_points | weight
                CU                | a              | 10         | 1
                MOI               | a              | 10         | 2
                """,
                "assessments": CHANGED_SET,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                CU            | a                   | MOI         | a                 | same
                """,
                "scores": """
                assessment_code | a
                2020            | 5
                2021            | 6
                """,
            },
            result={
                "unit_change": """
                from_points | to_points | points_change | comparability
                5           | 12        | 7             | by_share
                """,
                "criterion_bundle": """
                side | criterion_code | comparability
                from | a              | by_share
                to   | a              | by_share
                """,
                "change_part": """
                part        | from_criterion_code | to_criterion_code | points_change
                real        | a                   | a                 | 2
                max_changed | a                   | a                 | 5
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

GROUPS = Section(
    title="Trung bình của khối",
    rule="""
Thay đổi trung bình của khối được tách thành các phần cộng lại **đúng bằng** thay đổi đó: *đơn vị rời đi* và *đơn vị mới
vào* làm trung bình khác đi bao nhiêu; còn lại là trung bình từng phần thay đổi của các đơn vị chung, tức những đơn vị
vẫn là một và vẫn ở trong khối. Trung bình cắt sau 10 chữ số; *phần dư* là phần do cắt số. Khối không còn đơn vị chung
nào thì toàn bộ là *thay cả khối*. Thay đổi trung bình chỉ được nêu khi vẫn là những đơn vị đó; nếu không, nêu trung
bình của các đơn vị chung. Đơn vị tăng, giữ nguyên, giảm chỉ được đếm khi so được, theo tỷ lệ đạt (khác bộ tiêu chí thì
trên các tiêu chí kế thừa), nên điểm thưởng, điểm trừ không làm một đơn vị thành tăng hay giảm. Đơn vị kỳ trước đạt từ
95% trở lên gần như chỉ có thể giảm, từ 5% trở xuống gần như chỉ có thể tăng: được ghi chú riêng.
""",
    examples=(
        Example(
            title="C rời đi, D mới vào: 60 thành 84,66…; 10 + 0,5 + 6,5 + 7,66…",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 50
                2              | 50
                """,
                "assessments": """
                assessment_code
                2020
                2021
                """,
                "scores": """
                assessment_code | unit_code | 1  | 2
                2020            | A         | 30 | 30
                2020            | B         | 40 | 40
                2020            | C         | 20 | 20
                2021            | A         | 30 | 40
                2021            | B         | 41 | 43
                2021            | D         | 50 | 50
                """,
            },
            result={
                "group_change": """
                from_mean | to_mean       | mean_change   | common_units | common_mean_change | reason
                60        | 84.6666666666 | 24.6666666666 | 2            | 7                  | members_changed
                """,
                "group_change_part": """
                part           | from_criterion_code | points_change
                members_left   |                     | 10
                real           | 1                   | 0.5
                real           | 2                   | 6.5
                members_joined |                     | 7.6666666666
                """,
            },
        ),
        Example(
            title="Cùng các đơn vị: so được; phép cắt để lại phần dư; B đã đạt 95%",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                """,
                "assessments": """
                assessment_code
                2020
                2021
                """,
                "scores": """
                assessment_code | unit_code | 1 | 2
                2020            | A         | 5 | 5
                2020            | B         | 9 | 10
                2020            | C         | 5 | 5
                2021            | A         | 7 | 7
                2021            | B         | 9 | 10
                2021            | C         | 5 | 5
                """,
            },
            result={
                "group_change": """
                mean_change  | improved | unchanged | worse | not_compared | ceiling | comparability | reason
                1.3333333333 | 1        | 2         | 0     | 0            | 1       | comparable    |
                """,
                "group_change_part": """
                part      | from_criterion_code | points_change
                real      | 1                   | 0.6666666666
                real      | 2                   | 0.6666666666
                remainder |                     | 0.0000000001
                """,
                "unit_change": """
                unit_code | points_change | caution
                A         | 4             |
                B         | 0             | ceiling
                C         | 0             |
                """,
            },
        ),
        Example(
            title="Đếm theo tỷ lệ đạt: A chỉ thêm điểm thưởng thì giữ nguyên; B mất điểm thưởng mà tỷ lệ tăng là tăng",
            given={
                "criteria": """
                criterion_code | max_points | kind
                1              | 10         | normal
                2              | 2          | bonus
                """,
                "assessments": """
                assessment_code
                2020
                2021
                """,
                "scores": """
                assessment_code | unit_code | 1 | 2
                2020            | A         | 5 | 0
                2020            | B         | 6 | 2
                2021            | A         | 5 | 1
                2021            | B         | 7 | 0
                """,
            },
            result={
                "unit_change": """
                unit_code | points_change | share_change
                A         | 1             | 0
                B         | -1            | 0.1
                """,
                "group_change": """
                mean_change | improved | unchanged | worse | comparability
                0           | 1        | 1         | 0     | comparable
                """,
            },
        ),
        Example(
            title="Cả khối sáp nhập: không còn đơn vị chung",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 100
                """,
                "assessments": """
                assessment_code
                2020
                2021
                """,
                "unit_successions": """
                predecessor_code | successor_code | kind  | effective_on
                A                | C              | merge | 2021-07-01
                B                | C              | merge | 2021-07-01
                """,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 60
                2020            | B         | 70
                2021            | C         | 90
                """,
            },
            result={
                "group_change": """
                from_units | to_units | common_units | mean_change | not_compared | comparability | reason
                2          | 1        | 0            | 25          | 3            | not           | no_common_units
                """,
                "group_change_part": """
                part             | points_change
                members_replaced | 25
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Thành phần của thay đổi", (PARTS, GROUPS))
