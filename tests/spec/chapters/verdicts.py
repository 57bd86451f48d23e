"""Chapter: how well a criterion was done, by a unit and by all."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

VERDICTS = Section(
    title="Mức độ thực hiện",
    rule="""
Tiêu chí thường đã chấm được xếp vào một trong ba mức theo tỷ lệ đạt của chính nó: **đã thực hiện tốt** (từ ngưỡng tốt
trở lên, mặc định 80%), **chưa thực hiện được** (không quá ngưỡng thấp, mặc định 0) và **chưa thực hiện tốt** (ở
giữa). Ngưỡng thuộc về bộ tiêu chí. Điểm cộng, điểm trừ không có mức độ thực hiện. Điểm mất là điểm tối đa trừ điểm
đạt.
""",
    examples=(
        Example(
            title="Ngưỡng mặc định: đúng 80% là tốt",
            given={
                "criteria": """
                criterion_code | max_points | kind
                1              | 10         | normal
                2              | 10         | normal
                3              | 10         | normal
                4              | 10         | normal
                C              | 5          | bonus
                """,
                "scores": """
                unit_code | 1 | 2    | 3    | 4 | C
                A         | 8 | 7.99 | 0.25 | 0 | 5
                """,
            },
            result={
                "criterion_result": """
                criterion_code | share | gap_points | verdict
                1              | 0.8   | 2          | done_well
                2              | 0.799 | 2.01       | not_well
                3              | 0.025 | 9.75       | not_well
                4              | 0     | 10         | not_done
                C              |       |            |
                """,
                "total": """
                done_well | not_well | not_done | gap_points
                1         | 2        | 1        | 23.76
                """,
            },
        ),
        Example(
            title="Ngưỡng do bộ tiêu chí quy định",
            given={
                "criteria_sets": """
                criteria_set_code | done_well_min_share | not_done_max_share
                BTC               | 0.7                 | 0.3
                """,
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                3              | 10
                """,
                "scores": """
                unit_code | 1 | 2 | 3
                A         | 7 | 5 | 3
                """,
            },
            result={
                "criterion_result": """
                criterion_code | verdict
                1              | done_well
                2              | not_well
                3              | not_done
                """,
            },
        ),
    ),
)

SYSTEMIC = Section(
    title="Tiêu chí nhiều đơn vị cùng yếu",
    rule="""
Một tiêu chí là **yếu kém hệ thống** khi có ít nhất ba đơn vị được chấm và từ 60% số đó trở lên chưa thực hiện tốt.
Đơn vị không áp dụng hoặc thiếu điểm không được tính. Xét riêng từng khối và xét chung mọi khối (dòng để trống khối).
""",
    examples=(
        Example(
            title="Ba trên năm đơn vị chưa tốt; tiêu chí 2 có ba đơn vị được chấm; tiêu chí 3 chỉ có hai",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                3              | 10
                """,
                "scores": """
                unit_code | 1  | 2   | 3
                A         | 10 | 10  | 0
                B         | 9  | 10  | 0
                C         | 5  | 4   | KAD
                D         | 0  | KAD |
                E         | 7  |     | -
                """,
            },
            result={
                "criterion_summary": """
                group_code | criterion_code | scored_units | not_well | not_done | missing | gap_points | is_systemic
                -----------+----------------+--------------+----------+----------+---------+------------+------------
                           | 1              | 5            | 2        | 1        | 0       | 19         | true
                           | 2              | 3            | 1        | 0        | 1       | 6          | false
                           | 3              | 2            | 0        | 2        | 2       | 20         | false
                khoi       | 1              | 5            | 2        | 1        | 0       | 19         | true
                khoi       | 2              | 3            | 1        | 0        | 1       | 6          | false
                khoi       | 3              | 2            | 0        | 2        | 2       | 20         | false
                """,
            },
        ),
        Example(
            title="Yếu trong một khối, chung thì chưa đến mức hệ thống",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                """,
                "memberships": """
                unit_code | group_code
                A         | phuong
                B         | phuong
                C         | phuong
                D         | phong
                E         | phong
                F         | phong
                """,
                "scores": """
                unit_code | 1
                A         | 5
                B         | 4
                C         | 9
                D         | 10
                E         | 10
                F         | 9
                """,
            },
            result={
                "criterion_summary": """
                group_code | scored_units | points | max_points | share                | best_points | is_systemic
                           | 6            | 47     | 60         | 0.783333333333333333 | 10          | false
                phuong     | 3            | 18     | 30         | 0.6                  | 9           | true
                phong      | 3            | 29     | 30         | 0.966666666666666666 | 10          | false
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Mức độ thực hiện và điểm mất", (VERDICTS, SYSTEMIC))
