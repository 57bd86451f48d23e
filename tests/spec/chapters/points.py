"""Chapter: what a score cell is worth."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

STATES = Section(
    title="Trạng thái của ô điểm",
    rule="""
Ô điểm có số (kể cả số 0) là **đã chấm**. Ô trống, ô gạch ngang, “không áp dụng”, “chưa nộp” và ô không đọc được là
năm trường hợp khác nhau và khác số 0: không trường hợp nào được coi là 0 điểm của một tiêu chí đã chấm, không có tỷ
lệ đạt và không có mức độ thực hiện. Tiêu chí không tìm thấy ô nào trên bảng của đơn vị được coi là ô trống.
""",
    examples=(
        Example(
            title="Số 0 và năm kiểu vắng mặt",
            given={
                "criteria": """
                criterion_code | max_points
                ---------------+-----------
                1              | 10
                2              | 10
                3              | 10
                4              | 10
                5              | 10
                6              | 10
                7              | 10
                """,
                "scores": """
                unit_code | 1 | 2 | 3 | 4 | 5   | 6   | 7
                ----------+---+---+---+---+-----+-----+---
                A         | 8 | 0 |   | - | KAD | ??? | (không có ô)
                """,
            },
            result={
                "criterion_result": """
                criterion_code | state          | points | share | gap_points | verdict
                ---------------+----------------+--------+-------+------------+----------
                1              | scored         | 8      | 0.8   | 2          | done_well
                2              | scored         | 0      | 0     | 10         | not_done
                3              | blank          |        |       |            |
                4              | dash           |        |       |            |
                5              | not_applicable | 0      |       | 0          |
                6              | unreadable     |        |       |            |
                7              | blank          |        |       |            |
                """,
            },
        ),
        Example(
            title="Đơn vị chưa nộp bảng chấm: mọi tiêu chí là “chưa nộp”, dù trên bảng còn sót số",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                """,
                "memberships": """
                unit_code | is_submitted
                A         | false
                """,
                "scores": """
                unit_code | 1 | 2
                A         | 5 |
                """,
            },
            result={
                "criterion_result": """
                criterion_code | state         | points | gap_points | verdict
                1              | not_submitted |        |            |
                2              | not_submitted |        |            |
                """,
            },
        ),
    ),
)

OFFICIAL = Section(
    title="Điểm chính thức",
    rule="""
Một tiêu chí có thể có điểm tự chấm, điểm thẩm định, điểm sau giải trình và điểm chính thức. Điểm được tính là điểm
của giai đoạn mà bộ tiêu chí quy định; nếu không quy định thì là điểm của giai đoạn muộn nhất có ghi điểm. Ô trống
hoặc gạch ngang ở giai đoạn sau không xóa điểm của giai đoạn trước. Điểm tự chấm chỉ là điểm chính thức khi cả kỳ đánh
giá không có giai đoạn nào khác.
""",
    examples=(
        Example(
            title="Giai đoạn muộn nhất có ghi điểm được tính",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                3              | 10
                4              | 10
                """,
                "scores": """
                unit_code | stage_code | 1  | 2  | 3  | 4
                ----------+------------+----+----+----+---
                A         | self       | 10 | 10 | 10 | 10
                A         | appraised  | 6  | 7  | 8  |
                A         | appealed   | 9  |    | -  |
                """,
            },
            result={
                "criterion_result": """
                criterion_code | stage_code | state  | points
                1              | appealed   | scored | 9
                2              | appraised  | scored | 7
                3              | appraised  | scored | 8
                4              | appealed   | blank  |
                """,
                "total": """
                points | is_partial | self_points
                24     | true       | 40
                """,
            },
        ),
        Example(
            title="Cả kỳ chỉ có điểm tự chấm",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                """,
                "scores": """
                unit_code | stage_code | 1
                A         | self       | 9.5
                """,
            },
            result={
                "criterion_result": """
                criterion_code | stage_code | points
                1              | self       | 9.5
                """,
            },
        ),
        Example(
            title="Có đơn vị đã được thẩm định: đơn vị mới tự chấm chưa có điểm chính thức",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                """,
                "scores": """
                unit_code | stage_code | 1
                A         | appraised  | 8
                B         | self       | 9
                """,
            },
            result={
                "total": """
                unit_code | points | rank | unranked_reason | self_points
                A         | 8      | 1    |                 |
                B         |        |      | no_points       | 9
                """,
            },
        ),
        Example(
            title="Bộ tiêu chí quy định giai đoạn được tính",
            given={
                "criteria_sets": """
                criteria_set_code | official_stage
                BTC               | appraised
                """,
                "criteria": """
                criterion_code | max_points
                1              | 10
                """,
                "scores": """
                unit_code | stage_code | 1
                A         | appraised  | 6
                A         | appealed   | 9
                """,
            },
            result={
                "criterion_result": """
                criterion_code | stage_code | points
                1              | appraised  | 6
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Điểm của tiêu chí", (STATES, OFFICIAL))
