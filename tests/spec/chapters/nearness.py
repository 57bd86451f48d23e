"""Chapter: what holds a grade down, and what is missing to the next grade and the next places."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

ONE_CRITERION = """
criterion_code | max_points
1              | 50
"""
BANDS = """
grade_code | grade_name | min_value
tot        | Tốt        | 45
kha        | Khá        | 35
dat        | Đạt        | 25
"""

OVERRIDES = Section(
    title="Bị hạ loại",
    rule="""
Đơn vị gặp điều kiện khống chế (để mất tài liệu, bị xử lý vi phạm, ...) thì xếp loại không cao hơn mức được công nhận,
dù đủ điểm; xếp loại theo điểm vẫn được giữ bên cạnh, kèm lý do. Tổng điểm và thứ hạng không đổi. Đơn vị vốn đã ở mức đó
hoặc thấp hơn thì không có gì thay đổi. Dòng mới chỉ được đề xuất thì chưa có hiệu lực.
""",
    examples=(
        Example(
            title="A bị hạ xuống Khá; B vốn đã là Khá; C bị hạ nhưng mới chỉ là đề xuất",
            given={
                "criteria": ONE_CRITERION,
                "grades": BANDS,
                "grade_overrides": """
                unit_code | highest_grade_code | reason       | status
                A         | kha                | Mất tài liệu | confirmed
                B         | kha                | Mất tài liệu | confirmed
                C         | dat                | Mất tài liệu | proposed
                """,
                "scores": """
                unit_code | 1
                A         | 48
                B         | 40
                C         | 46
                """,
            },
            result={
                "total": """
                unit_code | rank | points_grade_code | grade_code | grade_override_reason
                A         | 1    | tot               | kha        | Mất tài liệu
                B         | 3    | kha               | kha        |
                C         | 2    | tot               | tot        |
                """,
            },
        ),
    ),
)

NEXT_GRADE = Section(
    title="Còn thiếu bao nhiêu điểm",
    rule="""
Điểm còn thiếu là khoảng cách đến mức xếp loại kế tiếp: theo tổng điểm, hoặc theo điểm của các tiêu chí áp dụng khi bộ
tiêu chí xếp loại theo tỷ lệ đạt. Đơn vị đã ở mức cao nhất, hoặc có mức kế tiếp cao hơn mức được công nhận, thì không có
mức kế tiếp.
""",
    examples=(
        Example(
            title="Theo tổng điểm; D bị khống chế ở mức Khá",
            given={
                "criteria": ONE_CRITERION,
                "grades": BANDS,
                "grade_overrides": """
                unit_code | highest_grade_code | reason       | status
                D         | kha                | Mất tài liệu | confirmed
                """,
                "scores": """
                unit_code | 1
                A         | 45
                B         | 44.99
                C         | 10
                D         | 36
                """,
            },
            result={
                "total": """
                unit_code | grade_code | next_grade_code | points_to_next_grade
                A         | tot        |                 |
                B         | kha        | tot             | 0.01
                C         |            | dat             | 15
                D         | kha        |                 |
                """,
            },
        ),
        Example(
            title="Theo tỷ lệ đạt, một tiêu chí bị loại ra: 90% của 30 là 27",
            given={
                "criteria_sets": """
                criteria_set_code | not_applicable_rule | grade_basis
                BTC               | excluded            | share
                """,
                "criteria": """
                criterion_code | max_points
                1              | 30
                2              | 20
                """,
                "grades": """
                grade_code | grade_name | min_value
                tot        | Tốt        | 90
                kha        | Khá        | 70
                """,
                "scores": """
                unit_code | 1  | 2
                A         | 24 | KAD
                """,
            },
            result={
                "total": """
                points | share | grade_code | next_grade_code | points_to_next_grade
                40     | 0.8   | kha        | tot             | 3
                """,
            },
        ),
    ),
)

QUARTER = Section(
    title="Một phần tư điểm đáng mấy bậc",
    rule="""
Số bậc của 0,25 điểm là số bậc mà đơn vị sẽ lên nếu riêng nó có thêm 0,25 điểm: số đơn vị đang hơn nó không quá 0,25
điểm. Số này lớn nghĩa là các đơn vị sát nhau, thứ hạng nói rất ít.
""",
    examples=(
        Example(
            title="B thêm 0,25 thì bằng A; E thêm 0,25 thì vượt ba đơn vị; G không xếp hạng",
            given={
                "criteria": ONE_CRITERION,
                "scores": """
                unit_code | 1
                A         | 40.25
                B         | 40
                C         | 30.25
                D         | 30.2
                E         | 30.1
                F         | 30.2
                G         |
                """,
            },
            result={
                "total": """
                unit_code | rank | places_per_quarter_point
                A         | 1    | 0
                B         | 2    | 1
                C         | 3    | 0
                D         | 4    | 1
                E         | 6    | 3
                F         | 4    | 1
                G         |      |
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Hạ loại và khoảng cách đến mức kế tiếp", (OVERRIDES, NEXT_GRADE, QUARTER))
