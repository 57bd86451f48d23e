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
SPLIT_AND_MERGED = """
criteria_set_code | criterion_code | max_points
CU                | b              | 10
CU                | c              | 5
CU                | d              | 5
MOI               | b1             | 6
MOI               | b2             | 4
MOI               | cd             | 20
"""
SPLIT_AND_MERGED_LINKS = """
from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
CU            | b                   | MOI         | b1                | split
CU            | b                   | MOI         | b2                | split
CU            | c                   | MOI         | cd                | merged
CU            | d                   | MOI         | cd                | merged
"""
SPLIT_AND_MERGED_SCORES = """
assessment_code | unit_code | b            | c            | d            | b1           | b2           | cd
2020            | A         | 5            | 4            | 1            | (không có ô) | (không có ô) | (không có ô)
2020            | B         | 2            | 4            | 4            | (không có ô) | (không có ô) | (không có ô)
2021            | A         | (không có ô) | (không có ô) | (không có ô) | 6            | 1            | 12
2021            | B         | (không có ô) | (không có ô) | (không có ô) | 3            |              | 18
"""
FAMILIES = Section(
    title="Cùng một tiêu chí qua các bộ",
    rule="""
Hai tiêu chí của hai bộ là một khi có liên kết một – một **đã được xác nhận** (giữ nguyên, đổi tên, đổi điểm tối đa),
trực tiếp hoặc qua bộ ở giữa. Trùng số thứ tự hay trùng tên không có nghĩa gì; liên kết mới đề xuất chưa được dùng;
tách hoặc gộp không phải là một – một.

Tiêu chí tách hoặc gộp chỉ được so **cả nhóm**: tổng điểm trên tổng điểm tối đa của mọi tiêu chí được liên kết với
nhau ở mỗi bộ, không bao giờ so từng phần. Qua bộ ở giữa mà có phần bị bỏ hoặc có phần mới nhập vào thì chuỗi đứt,
không so được.
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
            title="Số 1 đổi điểm tối đa nhưng còn chuyển một phần sang số 2 mới: không còn là một, chỉ so cả nhóm",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": OLD_AND_NEW,
                "assessments": CHANGED_SET,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                CU            | 1                   | MOI         | 1                 | rescaled
                CU            | 1                   | MOI         | 2                 | split
                """,
                "scores": """
                assessment_code | unit_code | 1 | 2
                2020            | A         | 5 | 5
                2020            | B         | 5 | 9
                2021            | A         | 9 | 8
                """,
            },
            result={
                "criterion_family": """
                criteria_set_code | criterion_code | family_code
                CU                | 1              | CU:1
                CU                | 2              | CU:2
                MOI               | 1              | MOI:1
                MOI               | 2              | MOI:2
                """,
                "gap_outcome": """
                unit_code | from_criterion_code | to_criterion_code | to_share             | outcome     | reason
                A         | 1                   | 1                 | 0.566666666666666666 | improved    |
                A         | 2                   |                   |                      | cannot_tell | no_links
                B         | 1                   | 1                 |                      | cannot_tell | absent_now
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

BUNDLES = Section(
    title="Bảy loại liên kết",
    rule="""
Giữ nguyên, đổi tên: so được bằng điểm khi điểm tối đa không đổi. Đổi điểm tối đa, tách, gộp: chỉ so bằng tỷ lệ đạt.
Mới, bỏ: không có gì để so. Liên kết mới đề xuất không làm đổi con số nào; lý do nói rõ là còn chờ xác nhận.
""",
    examples=(
        Example(
            title="Đủ bảy loại, một liên kết còn đề xuất và một tiêu chí không có liên kết",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": """
                criteria_set_code | criterion_code | max_points
                CU                | 1              | 10
                CU                | 2              | 10
                CU                | 3              | 10
                CU                | 4              | 10
                CU                | 5              | 5
                CU                | 6              | 5
                CU                | 7              | 5
                CU                | 8              | 5
                CU                | 9              | 5
                MOI               | 1              | 10
                MOI               | 2              | 10
                MOI               | 3              | 20
                MOI               | 4a             | 6
                MOI               | 4b             | 4
                MOI               | 56             | 20
                MOI               | 8              | 5
                MOI               | 9              | 5
                MOI               | 10             | 5
                """,
                "assessments": CHANGED_SET,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind     | status
                CU            | 1                   | MOI         | 1                 | same     | confirmed
                CU            | 2                   | MOI         | 2                 | renamed  | confirmed
                CU            | 3                   | MOI         | 3                 | rescaled | confirmed
                CU            | 4                   | MOI         | 4a                | split    | confirmed
                CU            | 4                   | MOI         | 4b                | split    | confirmed
                CU            | 5                   | MOI         | 56                | merged   | confirmed
                CU            | 6                   | MOI         | 56                | merged   | confirmed
                CU            | 7                   | MOI         |                   | dropped  | confirmed
                CU            |                     | MOI         | 10                | new      | confirmed
                CU            | 8                   | MOI         | 8                 | same     | proposed
                """,
                "scores": """
                assessment_code | 1
                2020            | 5
                2021            | 5
                """,
            },
            result={
                "criterion_bundle": """
                side | criterion_code | bundle_code | from_criteria | to_criteria | comparability | reason
                -----+----------------+-------------+---------------+-------------+---------------+--------------
                from | 1              | CU:1        | 1             | 1           | comparable    |
                from | 2              | CU:2        | 1             | 1           | comparable    |
                from | 3              | CU:3        | 1             | 1           | by_share      |
                from | 4              | CU:4        | 1             | 2           | by_share      |
                from | 5              | CU:5        | 2             | 1           | by_share      |
                from | 6              | CU:5        | 2             | 1           | by_share      |
                from | 7              | CU:7        | 1             | 0           | not           | dropped
                from | 8              | CU:8        | 1             | 0           | not           | link_proposed
                from | 9              | CU:9        | 1             | 0           | not           | no_links
                to   | 1              | CU:1        | 1             | 1           | comparable    |
                to   | 2              | CU:2        | 1             | 1           | comparable    |
                to   | 3              | CU:3        | 1             | 1           | by_share      |
                to   | 4a             | CU:4        | 1             | 2           | by_share      |
                to   | 4b             | CU:4        | 1             | 2           | by_share      |
                to   | 56             | CU:5        | 2             | 1           | by_share      |
                to   | 8              | MOI:8       | 0             | 1           | not           | link_proposed
                to   | 9              | MOI:9       | 0             | 1           | not           | no_links
                to   | 10             | MOI:10      | 0             | 1           | not           | new
                """,
            },
        ),
        Example(
            title="Qua ba bộ: b tách rồi gộp lại vẫn là một; e tách rồi mất một phần thì đứt",
            given={
                "criteria_sets": """
                criteria_set_code
                B1
                B2
                B3
                """,
                "criteria": """
                criteria_set_code | criterion_code | max_points
                B1                | b              | 10
                B1                | e              | 10
                B2                | b1             | 5
                B2                | b2             | 5
                B2                | e1             | 5
                B2                | e2             | 5
                B3                | b              | 10
                B3                | e              | 10
                """,
                "assessments": """
                assessment_code | criteria_set_code
                2020            | B1
                2021            | B2
                2022            | B3
                """,
                "criterion_links": """
                from_set_code | from_criterion_code | to_set_code | to_criterion_code | kind
                B1            | b                   | B2          | b1                | split
                B1            | b                   | B2          | b2                | split
                B2            | b1                  | B3          | b                 | merged
                B2            | b2                  | B3          | b                 | merged
                B1            | e                   | B2          | e1                | split
                B1            | e                   | B2          | e2                | split
                B2            | e1                  | B3          | e                 | rescaled
                B2            | e2                  | B3          |                   | dropped
                """,
                "scores": """
                assessment_code|b           |e           |b1          |b2          |e1          |e2
                2020           |5           |5           |(không có ô)|(không có ô)|(không có ô)|(không có ô)
                2021           |(không có ô)|(không có ô)|4           |2           |4           |1
                2022           |7           |8           |(không có ô)|(không có ô)|(không có ô)|(không có ô)
                """,
            },
            result={
                "criterion_bundle": """
                from_set_code | to_set_code | side | criterion_code | bundle_code | comparability | reason
                --------------+-------------+------+----------------+-------------+---------------+-------------
                B1            | B2          | from | b              | B1:b        | by_share      |
                B1            | B2          | from | e              | B1:e        | by_share      |
                B1            | B2          | to   | b1             | B1:b        | by_share      |
                B1            | B2          | to   | b2             | B1:b        | by_share      |
                B1            | B2          | to   | e1             | B1:e        | by_share      |
                B1            | B2          | to   | e2             | B1:e        | by_share      |
                B2            | B3          | from | b1             | B2:b1       | by_share      |
                B2            | B3          | from | b2             | B2:b1       | by_share      |
                B2            | B3          | from | e1             | B2:e1       | by_share      |
                B2            | B3          | from | e2             | B2:e2       | not           | dropped
                B2            | B3          | to   | b              | B2:b1       | by_share      |
                B2            | B3          | to   | e              | B2:e1       | by_share      |
                B1            | B3          | from | b              | B1:b        | comparable    |
                B1            | B3          | from | e              | B1:e        | not           | chain_broken
                B1            | B3          | to   | b              | B1:b        | comparable    |
                B1            | B3          | to   | e              | B1:e        | not           | chain_broken
                """,
                "like_for_like": """
                from_assessment | to_assessment | linked_criteria | from_share | to_share
                2020            | 2021          | 2               | 0.5        | 0.55
                2020            | 2022          | 1               | 0.5        | 0.7
                2021            | 2022          | 2               | 0.666666666666666666 | 0.75
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
            title="b tách làm hai, c và d gộp làm một: so cả nhóm; B để trống một phần nên nhóm đó không được so",
            given={
                "criteria_sets": TWO_SETS,
                "criteria": SPLIT_AND_MERGED,
                "assessments": CHANGED_SET,
                "criterion_links": SPLIT_AND_MERGED_LINKS,
                "scores": SPLIT_AND_MERGED_SCORES,
            },
            result={
                "like_for_like": """
                unit_code | linked_criteria | from_share | to_share
                A         | 2               | 0.5        | 0.633333333333333333
                B         | 1               | 0.8        | 0.9
                """,
                "unit_change": """
                unit_code | points_change | comparability | reason
                A         | 9             | by_share      |
                B         | 11            | not           | partial
                """,
                "gap_outcome": """
                unit_code | from_criterion_code | to_criterion_code | to_share | to_verdict | outcome     | reason
                A         | b                   | b1                | 0.7      | not_well   | improved    |
                A         | d                   | cd                |          |            | cannot_tell | merged
                B         | b                   | b1                |          |            | cannot_tell | missing
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

CHAPTER = Chapter("So sánh qua các bộ tiêu chí", (FAMILIES, BUNDLES, LIKE_FOR_LIKE))
