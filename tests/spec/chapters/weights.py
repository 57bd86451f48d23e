"""Chapter: sets that weigh their criteria."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

WEIGHTS = Section(
    title="Hệ số",
    rule="""
Bộ tiêu chí có thể quy định hệ số. Điểm và điểm tối đa của tiêu chí đều được nhân với hệ số trước khi cộng; hệ số ghi ở
dòng nhóm nhân cho mọi tiêu chí bên dưới; để trống là 1. Điểm mất cũng theo điểm đã nhân. Tỷ lệ đạt và mức độ thực hiện
của tiêu chí vẫn tính trên điểm chấm, nên hệ số không làm thay đổi.
""",
    examples=(
        Example(
            title="Phần I hệ số 2, riêng I.2 thêm hệ số 1,5; phần II không có hệ số",
            given={
                "criteria": """
                criterion_code | parent_code | max_points | weight | kind
                ---------------+-------------+------------+--------+-------
                I              |             |            | 2      | normal
                I.1            | I           | 10         |        | normal
                I.2            | I           | 5          | 1.5    | normal
                II             |             | 10         |        | normal
                C              |             | 2          | 2      | bonus
                """,
                "scores": """
                unit_code | I.1 | I.2 | II | C
                A         | 8   | 2   | 7  | 1
                B         | 9   | KAD | 0  | 0
                """,
            },
            result={
                "criterion_result": """
                unit_code | criterion_code | points | max_points | share | gap_points | verdict
                ----------+----------------+--------+------------+-------+------------+----------
                A         | I.1            | 16     | 20         | 0.8   | 4          | done_well
                A         | I.2            | 6      | 15         | 0.4   | 9          | not_well
                A         | II             | 7      | 10         | 0.7   | 3          | not_well
                A         | C              | 2      | 4          |       |            |
                B         | I.1            | 18     | 20         | 0.9   | 2          | done_well
                B         | I.2            | 0      | 15         |       | 0          |
                B         | II             | 0      | 10         | 0     | 10         | not_done
                B         | C              | 0      | 4          |       |            |
                """,
                "parent_result": """
                unit_code | criterion_code | points | max_points | gap_points
                A         | I              | 22     | 35         | 13
                B         | I              | 18     | 35         | 2
                """,
                "total": """
                unit_code | points | max_points | normal_points | bonus_points | share                | gap_points
                A         | 31     | 45         | 29            | 2            | 0.644444444444444444 | 16
                B         | 18     | 45         | 18            | 0            | 0.4                  | 12
                """,
            },
        ),
        Example(
            title="Hệ số đổi giữa hai bộ là đổi điểm tối đa, không phải đơn vị làm tốt hơn",
            given={
                "criteria_sets": """
                criteria_set_code
                CU
                MOI
                """,
                "criteria": """
                criteria_set_code | criterion_code | max_points | weight
                CU                | 1              | 10         |
                MOI               | 1              | 10         | 2
                """,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                CU            | 1                   | MOI         | 1                 | rescaled
                """,
                "assessments": """
                assessment_code | criteria_set_code
                2020            | CU
                2021            | MOI
                """,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 8
                2021            | A         | 9
                """,
            },
            result={
                "change_part": """
                part        | points_change
                max_changed | 8
                real        | 2
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Hệ số của tiêu chí", (WEIGHTS,))
