"""Chapter: ranks."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

ONE_CRITERION = """
criterion_code | max_points
1              | 100
"""

PLACES = Section(
    title="Thứ hạng và đồng hạng",
    rule="""
Đơn vị được xếp hạng trong khối của mình, trong từng kỳ đánh giá, theo tổng điểm từ cao xuống thấp. Tổng điểm bằng
nhau thì đồng hạng và bỏ qua hạng kế tiếp: 1, 2, 2, 4. Đơn vị chưa nộp hoặc không có điểm không được xếp hạng, không
được tính vào số đơn vị xếp hạng, nhưng vẫn có tên.
""",
    examples=(
        Example(
            title="1, 2, 2, 4",
            given={
                "criteria": ONE_CRITERION,
                "memberships": """
                unit_code | is_submitted
                E         | false
                """,
                "scores": """
                unit_code | 1
                A         | 95
                B         | 86
                C         | 86
                D         | 70
                """,
            },
            result={
                "total": """
                unit_code | points | rank | is_tied | ranked_units | unranked_reason
                ----------+--------+------+---------+--------------+----------------
                A         | 95     | 1    | false   | 4            |
                B         | 86     | 2    | true    | 4            |
                C         | 86     | 2    | true    | 4            |
                D         | 70     | 4    | false   | 4            |
                E         |        |      | false   | 4            | not_submitted
                """,
            },
        ),
        Example(
            title="Mỗi khối một bảng xếp hạng",
            given={
                "criteria": ONE_CRITERION,
                "memberships": """
                unit_code | group_code
                A         | phuong
                B         | phuong
                C         | phong
                """,
                "scores": """
                unit_code | 1
                A         | 80
                B         | 90
                C         | 80
                """,
            },
            result={
                "total": """
                unit_code | group_code | rank | ranked_units | is_tied
                A         | phuong     | 2    | 2            | false
                B         | phuong     | 1    | 2            | false
                C         | phong      | 1    | 1            | false
                """,
            },
        ),
    ),
)

UNROUNDED = Section(
    title="Xếp hạng theo số chưa làm tròn",
    rule="""
Thứ hạng so trên tổng điểm chính xác, không so trên số đã làm tròn để hiển thị. Phép cộng là phép cộng thập phân chính
xác: 0,1 + 0,2 đúng bằng 0,3.
""",
    examples=(
        Example(
            title="Hiển thị hai chữ số đều là 80,25 nhưng không đồng hạng",
            given={
                "criteria": ONE_CRITERION,
                "scores": """
                unit_code | 1
                A         | 80.25
                B         | 80.251
                C         | 80.254
                """,
            },
            result={
                "total": """
                unit_code | points | rank | is_tied
                A         | 80.25  | 3    | false
                B         | 80.251 | 2    | false
                C         | 80.254 | 1    | false
                """,
            },
        ),
        Example(
            title="0,1 + 0,2 và 0,3 là đồng hạng; một phần ba của hai thang khác nhau cũng vậy",
            given={
                "criteria_sets": """
                criteria_set_code | not_applicable_rule
                BTC               | excluded
                """,
                "criteria": """
                criterion_code | max_points
                1              | 0.3
                2              | 0.3
                3              | 0.3
                """,
                "scores": """
                unit_code | 1   | 2   | 3
                A         | 0.1 | 0.2 | 0
                B         | 0.3 | 0   | 0
                C         | 0.2 | 0   | KAD
                """,
            },
            result={
                "total": """
                unit_code | points | share                | rank | is_tied
                A         | 0.3    | 0.333333333333333333 | 1    | true
                B         | 0.3    | 0.333333333333333333 | 1    | true
                C         | 0.3    | 0.333333333333333333 | 1    | true
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Xếp hạng", (PLACES, UNROUNDED))
