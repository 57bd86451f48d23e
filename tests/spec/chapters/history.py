"""Chapter: what recurs, what was lost and what recovered."""

from __future__ import annotations

from tests.spec.chapters.continuity import (
    CHANGED_SET,
    SPLIT_AND_MERGED,
    SPLIT_AND_MERGED_LINKS,
    SPLIT_AND_MERGED_SCORES,
    TWO_SETS,
)
from tests.spec.example import Chapter, Example, Section

HISTORY = Section(
    title="Tái diễn, mất đi, khắc phục được",
    rule="""
So với kỳ liền trước, trên cùng một đơn vị và cùng một tiêu chí (hoặc tiêu chí kế thừa một đối một đã xác nhận): chưa
thực hiện tốt cả hai kỳ là **tái diễn**; trước tốt, nay chưa tốt là **mất đi**; trước chưa tốt, nay tốt là **khắc phục
được**; tốt cả hai kỳ là **giữ được**. Không đủ căn cứ thì nêu lý do. Số kỳ liền chưa tốt đếm ngược từ kỳ này, dừng ở kỳ
làm tốt, kỳ không có điểm, hoặc chỗ chuỗi đơn vị, chuỗi tiêu chí bị đứt.
""",
    examples=(
        Example(
            title="Ba kỳ; D nhận một phần địa giới ngày 01/3/2022; E mới có từ kỳ 2022",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                """,
                "assessments": """
                assessment_code
                2020
                2021
                2022
                """,
                "unit_successions": """
                predecessor_code | successor_code | kind     | effective_on | extent
                D                |                | boundary | 2022-03-01   | partial
                """,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 5
                2020            | B         | 9
                2020            | C         | 9
                2020            | D         | 5
                2021            | A         | 0
                2021            | B         | 7
                2021            | C         | KAD
                2021            | D         | 5
                2022            | A         | 6
                2022            | B         | 8
                2022            | C         | 5
                2022            | D         | 5
                2022            | E         | 9
                """,
            },
            result={
                "criterion_history": """
            assessment_code | unit_code | previous_verdict | verdict   | history   | weak_rounds | reason
            ----------------+-----------+------------------+-----------+-----------+-------------+-----------------------
            2020            | A         |                  | not_well  |          | 1           | no_previous_assessment
            2020            | B         |                  | done_well |          | 0           | no_previous_assessment
            2020            | C         |                  | done_well |          | 0           | no_previous_assessment
            2020            | D         |                  | not_well  |          | 1           | no_previous_assessment
            2021            | A         | not_well         | not_done  | recurring | 2           |
            2021            | B         | done_well        | not_well  | lost      | 1           |
            2021            | D         | not_well         | not_well  | recurring | 2           |
            2022            | A         | not_done         | not_well  | recurring | 3           |
            2022            | B         | not_well         | done_well | recovered | 0           |
            2022            | C         |                  | not_well  |           | 1           | not_applicable
            2022            | D         |                  | not_well  |           | 1           | territory_changed
            2022            | E         |                  | done_well |           | 0           | absent_before
                """,
            },
        ),
        Example(
            title="Qua hai bộ: 1 thành 7, đơn vị đổi tên; tiêu chí 2 trùng số nhưng không kế thừa",
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
                MOI               | 7              | 5
                MOI               | 2              | 10
                """,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                CU            | 1                   | MOI         | 7                 | rescaled
                """,
                "unit_successions": """
                predecessor_code | successor_code | kind   | effective_on
                A                | A2             | rename | 2021-03-01
                """,
                "assessments": """
                assessment_code | criteria_set_code
                2020            | CU
                2021            | MOI
                """,
                "scores": """
                assessment_code | unit_code | 1            | 2 | 7
                2020            | A         | 3            | 4 | (không có ô)
                2021            | A2        | (không có ô) | 5 | 2
                """,
            },
            result={
                "criterion_history": """
                unit_code | criterion_code | history   | weak_rounds | reason
                A         | 1              |           | 1           | no_previous_assessment
                A         | 2              |           | 1           | no_previous_assessment
                A2        | 7              | recurring | 2           |
                A2        | 2              |           | 1           | no_links
                """,
            },
        ),
    ),
)

WHOLE = Section(
    title="Diễn biến của cả nhóm tiêu chí",
    rule="""
Tiêu chí đã tách hoặc gộp không có diễn biến riêng, nhưng cả nhóm thì có: ở mỗi kỳ, đơn vị được xét theo tổng điểm trên
tổng điểm tối đa của mọi tiêu chí trong nhóm, theo ngưỡng của bộ tiêu chí kỳ đó. Chỉ tính đơn vị được chấm mọi tiêu chí
trong nhóm. Xét riêng từng khối và xét chung mọi khối (dòng để trống khối).
""",
    examples=(
        Example(
            title="b tách làm hai, c và d gộp làm một; B để trống một phần của b nên kỳ sau không được tính ở nhóm đó",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": SPLIT_AND_MERGED,
                "assessments": CHANGED_SET,
                "criterion_links": SPLIT_AND_MERGED_LINKS,
                "scores": SPLIT_AND_MERGED_SCORES,
            },
            result={
                "bundle_summary": """
                bundle_code | side | assessment_code | group_code | units | scored_units | done_well | not_well | share
                CU:b        | from | 2020            |            | 2     | 2            | 0         | 2        | 0.35
                CU:b        | from | 2020            | khoi       | 2     | 2            | 0         | 2        | 0.35
                CU:b        | to   | 2021            |            | 2     | 1            | 0         | 1        | 0.7
                CU:b        | to   | 2021            | khoi       | 2     | 1            | 0         | 1        | 0.7
                CU:c        | from | 2020            |            | 2     | 2            | 1         | 1        | 0.65
                CU:c        | from | 2020            | khoi       | 2     | 2            | 1         | 1        | 0.65
                CU:c        | to   | 2021            |            | 2     | 2            | 1         | 1        | 0.75
                CU:c        | to   | 2021            | khoi       | 2     | 2            | 1         | 1        | 0.75
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Diễn biến của tiêu chí", (HISTORY, WHOLE))
