"""Chapter: one criterion through the criteria sets."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

TWO_SETS = """
criteria_set_code
CU
MOI
"""
CHANGED_SET = """
assessment_code | criteria_set_code
2020            | CU
2021            | MOI
"""
OLD_AND_NEW = """
criteria_set_code | criterion_code | max_points
------------------+----------------+-----------
CU                | 1              | 10
CU                | 2              | 10
MOI               | 1              | 20
MOI               | 2              | 10
"""
FAMILIES = Section(
    title="Cùng một tiêu chí qua các bộ",
    rule="""
Hai tiêu chí của hai bộ là một khi có liên kết một – một **đã được xác nhận** (giữ nguyên, đổi tên, đổi điểm tối đa),
trực tiếp hoặc qua bộ ở giữa. Trùng số thứ tự hay trùng tên không có nghĩa gì; liên kết mới đề xuất chưa được dùng;
tách hoặc gộp không phải là một – một.
""",
    examples=(
        Example(
            title="Số 1 cũ thành số 2 mới; số 2 cũ và số 1 mới trùng số với nhau nhưng không phải một",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": OLD_AND_NEW,
                "assessments": CHANGED_SET,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind    | status
                CU            | 1                   | MOI         | 2                 | renamed | confirmed
                CU            | 2                   | MOI         | 1                 | same    | proposed
                """,
                "scores": """
                assessment_code | 1 | 2
                2020            | 5 | 5
                2021            | 5 | 5
                """,
            },
            result={
                "criterion_family": """
                criteria_set_code | criterion_code | family_code
                CU                | 1              | CU:1
                CU                | 2              | CU:2
                MOI               | 1              | MOI:1
                MOI               | 2              | CU:1
                """,
            },
        ),
        Example(
            title="Nối qua bộ ở giữa; một tiêu chí tách làm hai thì đứt",
            given={
                "criteria_sets": """
                criteria_set_code
                B1
                B2
                B3
                """,
                "criteria": """
                criteria_set_code | criterion_code | max_points
                B1                | a              | 10
                B1                | b              | 10
                B2                | a2             | 10
                B2                | b2             | 5
                B2                | b3             | 5
                B3                | a3             | 20
                """,
                "assessments": """
                assessment_code | criteria_set_code
                2020            | B1
                2021            | B2
                2022            | B3
                """,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                B1            | a                   | B2          | a2                | same
                B2            | a2                  | B3          | a3                | rescaled
                B1            | b                   | B2          | b2                | split
                B1            | b                   | B2          | b3                | split
                """,
                "scores": """
                assessment_code | a              | b
                2020            | 5              | 5
                2021            | (không có ô)   | (không có ô)
                2022            | (không có ô)   | (không có ô)
                """,
            },
            result={
                "criterion_family": """
                criteria_set_code | criterion_code | family_code
                B1                | a              | B1:a
                B1                | b              | B1:b
                B2                | a2             | B1:a
                B2                | b2             | B2:b2
                B2                | b3             | B2:b3
                B3                | a3             | B1:a
                """,
            },
        ),
    ),
)

LIKE_FOR_LIKE = Section(
    title="So sánh cùng tiêu chí",
    rule="""
Khi bộ tiêu chí đổi, chỉ so những tiêu chí có liên kết và được chấm cả hai kỳ, bằng tỷ lệ đạt trên điểm tối đa của
chúng, kèm phần điểm của mỗi bộ mà phép so bao quát. Thứ hạng so theo cách này chỉ là thứ hạng trên các tiêu chí đó.
""",
    examples=(
        Example(
            title="Bộ mới nhân đôi điểm tối đa của tiêu chí 1; tiêu chí 2 không có liên kết",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": OLD_AND_NEW,
                "assessments": CHANGED_SET,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                CU            | 1                   | MOI         | 1                 | rescaled
                """,
                "scores": """
                assessment_code | unit_code | 1  | 2
                2020            | A         | 5  | 10
                2020            | B         | 8  | 0
                2021            | A         | 18 | 0
                2021            | B         | 16 | 10
                """,
            },
            result={
                "like_for_like": """
                unit_code | from_share | to_share | from_linked_max_share | to_linked_max_share  | from_rank | to_rank
                ----------+------------+----------+-----------------------+----------------------+-----------+--------
                A         | 0.5        | 0.9      | 0.5                   | 0.666666666666666666 | 2         | 1
                B         | 0.8        | 0.8      | 0.5                   | 0.666666666666666666 | 1         | 2
                """,
                "unit_change": """
                unit_code | from_points | to_points | points_change | comparability | rank_comparability | rank_reason
                A         | 15          | 18        | 3             | by_share      | not                | set_changed
                B         | 8           | 26        | 18            | by_share      | not                | set_changed
                """,
            },
        ),
        Example(
            title="Bộ mới trùng số thứ tự nhưng không có liên kết nào: không so sánh được",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": OLD_AND_NEW,
                "assessments": CHANGED_SET,
                "scores": """
                assessment_code | 1 | 2
                2020            | 5 | 5
                2021            | 5 | 5
                """,
            },
            result={
                "like_for_like": """
                linked_criteria | from_share | to_share | from_rank | ranked_units
                0               |            |          |           | 0
                """,
                "unit_change": """
                comparability | reason
                not           | no_links
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("So sánh qua các bộ tiêu chí", (FAMILIES, LIKE_FOR_LIKE))
