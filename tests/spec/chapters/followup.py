"""Chapter: what became of gaps and of what was asked."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

TWO_YEARS = """
assessment_code
2020
2021
"""

GAPS = Section(
    title="Theo dõi điểm yếu",
    rule="""
Mỗi tiêu chí chưa thực hiện tốt được xem lại ở kỳ kế tiếp: **đã khắc phục** (nay thực hiện tốt), **có tiến bộ** (tỷ lệ
tăng nhưng chưa tốt), **không đổi**, **kém hơn**, hoặc **chưa kết luận được** kèm lý do.
""",
    examples=(
        Example(
            title="Năm kết quả; tiêu chí đã tốt thì không phải theo dõi",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                3              | 10
                4              | 10
                5              | 10
                6              | 10
                7              | 10
                """,
                "assessments": TWO_YEARS,
                "scores": """
                assessment_code | 1 | 2 | 3 | 4 | 5 | 6   | 7
                2020            | 5 | 5 | 5 | 5 | 5 | 0   | 9
                2021            | 8 | 7 | 5 | 4 |   | KAD | 2
                """,
            },
            result={
                "gap_outcome": """
                from_criterion_code | from_verdict | to_verdict | outcome     | reason
                --------------------+--------------+------------+-------------+---------------
                1                   | not_well     | done_well  | closed      |
                2                   | not_well     | not_well   | improved    |
                3                   | not_well     | not_well   | unchanged   |
                4                   | not_well     | not_well   | worse       |
                5                   | not_well     |            | cannot_tell | missing
                6                   | not_done     |            | cannot_tell | not_applicable
                """,
            },
        ),
        Example(
            title="Không kết luận khi đơn vị sáp nhập, không còn, chưa nộp, hay tiêu chí không được nối tiếp",
            given={
                "criteria_sets": """
                criteria_set_code
                CU
                MOI
                """,
                "criteria": """
                criteria_set_code | criterion_code | max_points
                CU                | 1              | 10
                CU                | 2              | 10
                MOI               | 1              | 20
                """,
                "assessments": """
                assessment_code | criteria_set_code
                2020            | CU
                2021            | MOI
                """,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                CU            | 1                   | MOI         | 1                 | rescaled
                CU            | 2                   | MOI         |                   | dropped
                """,
                "unit_successions": """
                predecessor_code | successor_code | kind  | effective_on
                D                | C              | merge | 2021-07-01
                """,
                "memberships": """
                assessment_code | unit_code | is_submitted
                2021            | B         | false
                """,
                "scores": """
                assessment_code | unit_code | 1  | 2
                2020            | A         | 5  | 5
                2020            | B         | 5  | 10
                2020            | C         | 5  | 10
                2020            | D         | 5  | 10
                2020            | E         | 5  | 10
                2021            | A         | 12 | (không có ô)
                2021            | C         | 20 | (không có ô)
                """,
            },
            result={
                "gap_outcome": """
                unit_code | from_criterion_code | to_criterion_code | to_share | outcome     | reason
                A         | 1                   | 1                 | 0.6      | improved    |
                A         | 2                   |                   |          | cannot_tell | dropped
                B         | 1                   | 1                 |          | cannot_tell | not_submitted
                C         | 1                   | 1                 | 1        | cannot_tell | territory_changed
                D         | 1                   | 1                 |          | cannot_tell | territory_changed
                E         | 1                   | 1                 |          | cannot_tell | absent_now
                """,
            },
        ),
    ),
)

REMEDIES = Section(
    title="Kiến nghị khắc phục",
    rule="""
Kết quả của một kiến nghị do kỳ đánh giá kế tiếp đề xuất, theo cùng cách. Kiến nghị không nêu tên đơn vị được coi là
gửi đến mọi đơn vị chưa thực hiện tốt tiêu chí đó. Chưa có kỳ kế tiếp, hoặc kiến nghị về cả một phần không được chấm
trực tiếp, thì chưa kết luận được.
""",
    examples=(
        Example(
            title="Kiến nghị riêng, kiến nghị chung, kiến nghị của kỳ cuối và kiến nghị về một phần",
            given={
                "criteria": """
                criterion_code | parent_code | max_points
                I              |             | 20
                I.1            | I           | 10
                I.2            | I           | 10
                """,
                "assessments": TWO_YEARS,
                "remedies": """
                assessment_code | unit_code | criterion_code | remedy
                2020            | A         | I.1            | Lập hồ sơ công việc
                2020            |           | I.2            | Tập huấn
                2020            | B         | I              | Kiểm tra lại
                2021            | B         | I.1            | Chỉnh lý tài liệu
                """,
                "scores": """
                assessment_code | unit_code | I.1 | I.2
                2020            | A         | 2   | 9
                2020            | B         | 9   | 3
                2020            | C         | 9   | 0
                2021            | A         | 10  | 9
                2021            | B         | 5   | 3
                2021            | C         | 9   | 6
                """,
            },
            result={
                "remedy": """
                assessment_code | unit_code | criterion_code | remedy              | outcome     | reason
                ----------------+-----------+----------------+---------------------+-------------+-------------------
                2020            | A         | I.1            | Lập hồ sơ công việc | closed      |
                2020            | B         | I.2            | Tập huấn            | unchanged   |
                2020            | C         | I.2            | Tập huấn            | improved    |
                2020            | B         | I              | Kiểm tra lại        | cannot_tell | not_scored
                2021            | B         | I.1            | Chỉnh lý tài liệu   | cannot_tell | no_next_assessment
                """,
            },
        ),
    ),
)

CLOSED_GIVEN = {
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
    2020            | A         | 5 | 0
    2020            | B         | 9 | 5
    2021            | A         | 8 | 3
    2021            | B         | 2 |
    """,
}
CLOSED = Section(
    title="Tỷ lệ khắc phục",
    rule="""
Tỷ lệ khắc phục là số điểm yếu kỳ trước nay đã thực hiện tốt trên số điểm yếu kết luận được; điểm yếu chưa kết luận được
không nằm trong mẫu số. Tính cho tất cả, cho từng khối, từng tiêu chí và từng đơn vị.
""",
    examples=(
        Example(
            title="Ba điểm yếu: một đã khắc phục, một có tiến bộ, một chưa kết luận được",
            given=CLOSED_GIVEN,
            result={
                "gap_closure": """
                group_code | unit_code | from_criterion_code | gaps | closed | improved | cannot_tell | closed_share
                           |           |                     | 3    | 1      | 1        | 1           | 0.5
                           |           | 1                   | 1    | 1      | 0        | 0           | 1
                           |           | 2                   | 2    | 0      | 1        | 1           | 0
                khoi       |           |                     | 3    | 1      | 1        | 1           | 0.5
                khoi       |           | 1                   | 1    | 1      | 0        | 0           | 1
                khoi       |           | 2                   | 2    | 0      | 1        | 1           | 0
                khoi       | A         |                     | 2    | 1      | 1        | 0           | 0.5
                khoi       | B         |                     | 1    | 0      | 0        | 1           |
                """,
            },
        ),
    ),
)

BY_CRITERION = Section(
    title="Tiêu chí của khối qua hai kỳ",
    rule="""
Tỷ lệ đạt trung bình của một tiêu chí qua hai kỳ liền nhau chỉ tính trên những đơn vị so được cả hai kỳ; kèm số đơn vị
tăng, giữ nguyên, giảm và số đơn vị không so được.
""",
    examples=(
        Example(
            title="Tiêu chí 2 của B bị bỏ trống ở kỳ sau nên không tính",
            given=CLOSED_GIVEN,
            result={
                "criterion_summary_change": """
                group_code | from_criterion_code | common_units | from_share | to_share | worse | not_compared
                           | 1                   | 2            | 0.7        | 0.5      | 1     | 0
                           | 2                   | 1            | 0          | 0.3      | 0     | 1
                khoi       | 1                   | 2            | 0.7        | 0.5      | 1     | 0
                khoi       | 2                   | 1            | 0          | 0.3      | 0     | 1
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Theo dõi khắc phục", (GAPS, REMEDIES, CLOSED, BY_CRITERION))
