"""Chapter: why a printed result is not the computed one."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

ONE_CRITERION = """
criterion_code | max_points
1              | 100
"""
FOUR_UNITS = """
unit_code | 1
A         | 90
B         | 80
C         | 80
D         | 70
"""

TOTALS = Section(
    title="Khác với kết quả in",
    rule="""
Khi số in khác số tính lại, lý do được nêu nếu chứng minh được, nếu không thì ghi là chưa giải thích được. Tổng điểm in:
làm tròn đến số chữ số thập phân mà các tổng điểm của kỳ được in; chưa áp trần; chưa quy đổi; không gồm điểm cộng, điểm
trừ; là tổng của giai đoạn khác. Thứ hạng in: xếp chung mọi khối; cách xếp đồng hạng khác; xếp theo tổng điểm in. Cách
xếp hạng tìm được phải đúng với ít nhất 19 trên 20 thứ hạng in của kỳ, trừ khi bộ tiêu chí ghi rõ cách của mình. Xếp
loại in: bị hạ loại; theo tổng điểm in.
""",
    examples=(
        Example(
            title="Tổng in: làm tròn, chưa áp trần, bỏ điểm cộng, lấy điểm tự chấm, và không giải thích được",
            given={
                "criteria_sets": """
                criteria_set_code | bonus_cap
                BTC               | 2
                """,
                "criteria": """
                criterion_code | max_points | kind
                1              | 100        | normal
                C              | 5          | bonus
                """,
                "scores": """
                unit_code | stage_code | 1       | C
                A         | self       | 90      | 0
                A         | appraised  | 81.3456 | 0
                B         | appraised  | 80      | 5
                C         | appraised  | 70      | 1
                D         | self       | 65      | 0
                D         | appraised  | 60      | 0
                E         | appraised  | 50      | 0
                F         | appraised  | 40      | 0
                """,
                "printed_results": """
                unit_code | what  | raw_text
                A         | total | 81.35
                B         | total | 85
                C         | total | 70
                D         | total | 65
                E         | total | 52
                F         | total | 40
                """,
            },
            result={
                "total": """
                unit_code | points  | printed_points | printed_points_reason
                A         | 81.3456 | 81.35          | rounding
                B         | 82      | 85             | cap
                C         | 71      | 70             | without_bonus_penalty
                D         | 60      | 65             | other_stage
                E         | 50      | 52             | unexplained
                F         | 40      | 40             |
                """,
            },
        ),
        Example(
            title="Hạng in 1, 2, 2, 3: cách xếp đồng hạng khác",
            given={
                "criteria": ONE_CRITERION,
                "scores": FOUR_UNITS,
                "printed_results": """
                unit_code | what | raw_text
                A         | rank | 1
                B         | rank | 2
                C         | rank | 2
                D         | rank | 3
                """,
            },
            result={
                "total": """
                unit_code | rank | printed_rank | printed_rank_reason
                A         | 1    | 1            |
                B         | 2    | 2            |
                C         | 2    | 2            |
                D         | 4    | 3            | tie_rule
                """,
            },
        ),
        Example(
            title="Hạng in 1, 2, 3, 4: không ai đồng hạng",
            given={
                "criteria": ONE_CRITERION,
                "scores": FOUR_UNITS,
                "printed_results": """
                unit_code | what | raw_text
                A         | rank | 1
                B         | rank | 3
                C         | rank | 2
                D         | rank | 4
                """,
            },
            result={
                "total": """
                unit_code | rank | printed_rank | printed_rank_reason
                A         | 1    | 1            |
                B         | 2    | 3            | tie_rule
                C         | 2    | 2            |
                D         | 4    | 4            |
                """,
            },
        ),
        Example(
            title="Hạng in theo tổng điểm đã làm tròn: B và C thành bằng nhau",
            given={
                "criteria": ONE_CRITERION,
                "scores": """
                unit_code | 1
                A         | 90
                B         | 80.04
                C         | 80.01
                """,
                "printed_results": """
                unit_code | what  | raw_text
                A         | total | 90
                A         | rank  | 1
                B         | total | 80.0
                B         | rank  | 2
                C         | total | 80.0
                C         | rank  | 2
                """,
            },
            result={
                "total": """
                unit_code | rank | printed_rank | printed_points_reason | printed_rank_reason
                A         | 1    | 1            |                       |
                B         | 2    | 2            | rounding              |
                C         | 3    | 2            | rounding              | rounding
                """,
            },
        ),
        Example(
            title="Hạng in xếp chung hai khối, do bộ tiêu chí ghi rõ; một hạng in sai vẫn chưa giải thích được",
            given={
                "criteria_sets": """
                criteria_set_code | printed_scope
                BTC               | all
                """,
                "criteria": ONE_CRITERION,
                "memberships": """
                unit_code | group_code
                A         | phuong
                B         | phong
                C         | phuong
                D         | phong
                """,
                "scores": """
                unit_code | 1
                A         | 90
                B         | 85
                C         | 80
                D         | 70
                """,
                "printed_results": """
                unit_code | what | raw_text
                A         | rank | 1
                B         | rank | 2
                C         | rank | 3
                D         | rank | 5
                """,
            },
            result={
                "total": """
                unit_code | rank | printed_rank | printed_rank_reason
                A         | 1    | 1            |
                B         | 1    | 2            | scope
                C         | 2    | 3            | scope
                D         | 2    | 5            | unexplained
                """,
            },
        ),
        Example(
            title="Xếp loại in thấp hơn điểm: A bị hạ loại, B không rõ vì sao; C theo tổng in làm tròn",
            given={
                "criteria": ONE_CRITERION,
                "grades": """
                grade_code | grade_name | min_value
                tot        | Tốt        | 80
                kha        | Khá        | 0
                """,
                "grade_overrides": """
                unit_code | highest_grade_code | reason
                A         | kha                | Mất tài liệu
                """,
                "scores": """
                unit_code | 1
                A         | 90
                B         | 85
                C         | 79.96
                D         | 60
                """,
                "printed_results": """
                unit_code | what  | raw_text
                A         | grade | Khá
                B         | grade | Khá
                C         | grade | Tốt
                C         | total | 80
                D         | grade | khá
                D         | total | 60.0
                """,
            },
            result={
                "total": """
                unit_code | grade_code | printed_grade | printed_points_reason | printed_grade_reason
                A         | kha        | Khá           |                       | override
                B         | tot        | Khá           |                       | unexplained
                C         | kha        | Tốt           | rounding              | rounding
                D         | kha        | khá           |                       |
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Kết quả in khác kết quả tính lại", (TOTALS,))
