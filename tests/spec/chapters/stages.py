"""Chapter: every stage of the scoring, and what units claim for themselves."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

TWO_CRITERIA = """
criterion_code | max_points
1              | 10
2              | 10
"""

TOTALS = Section(
    title="Tổng điểm từng giai đoạn",
    rule="""
Mỗi giai đoạn có điểm đều có tổng điểm, tính như tổng điểm chính thức. Tự chấm chỉ gồm điểm tự chấm. Các giai đoạn sau
là điểm còn lại sau giai đoạn đó: tiêu chí không được chấm lại thì giữ điểm của giai đoạn trước (không lấy điểm tự
chấm). Khi bộ tiêu chí quy định giai đoạn chính thức, mỗi giai đoạn chỉ gồm điểm của chính nó. Thiếu tiêu chí nào thì
tổng của giai đoạn đó được đánh dấu chưa đủ.
""",
    examples=(
        Example(
            title="Sau giải trình chỉ chấm lại tiêu chí 2 của A; B tự chấm thiếu một tiêu chí",
            given={
                "criteria": TWO_CRITERIA,
                "scores": """
                unit_code | stage_code | 1            | 2
                A         | self       | 10           | 9
                A         | appraised  | 8            | 5
                A         | appealed   | (không có ô) | 7
                B         | self       | 6            |
                B         | appraised  | 6            | 4
                """,
            },
            result={
                "stage_total": """
                unit_code | stage_code | points | share | is_official | missing | is_partial
                ----------+------------+--------+-------+-------------+---------+-----------
                A         | self       | 19     | 0.95  | false       | 0       | false
                A         | appraised  | 13     | 0.65  | false       | 0       | false
                A         | appealed   | 15     | 0.75  | true        | 0       | false
                B         | self       | 6      | 0.3   | false       | 1       | true
                B         | appraised  | 10     | 0.5   | false       | 0       | false
                B         | appealed   | 10     | 0.5   | true        | 0       | false
                """,
            },
        ),
        Example(
            title="Bộ tiêu chí quy định lấy điểm thẩm định",
            given={
                "criteria_sets": """
                criteria_set_code | official_stage
                BTC               | appraised
                """,
                "criteria": TWO_CRITERIA,
                "scores": """
                unit_code | stage_code | 1            | 2
                A         | appraised  | 8            | 5
                A         | final      | (không có ô) | 7
                """,
            },
            result={
                "stage_total": """
                stage_code | points | is_official | is_partial
                appraised  | 13     | true        | false
                final      | 7      | false       | true
                """,
            },
        ),
    ),
)

CLAIMS = Section(
    title="Tự chấm cao hơn thẩm định",
    rule="""
Điểm tự chấm cao hơn là điểm tự chấm trừ điểm chính thức, tính trên từng tiêu chí mà cả hai bên đều chấm bằng số; âm là
đơn vị tự chấm thấp hơn. Tiêu chí chỉ một bên chấm không được tính vào chênh lệch, nhưng được đếm, và chênh lệch của
đơn vị đó được đánh dấu chưa đủ. Không áp trần, không quy đổi. Kỳ chỉ có điểm tự chấm thì không có gì để so.
""",
    examples=(
        Example(
            title="A tự chấm cao hơn; B thấp hơn và còn một tiêu chí chưa tự chấm; C bằng",
            given={
                "criteria": TWO_CRITERIA,
                "scores": """
                unit_code | stage_code | 1  | 2
                A         | self       | 10 | 9
                A         | appraised  | 8  | 8.5
                B         | self       | 5  |
                B         | appraised  | 6  | 4
                C         | self       | 7  | KAD
                C         | appraised  | 7  |
                """,
            },
            result={
                "over_claim": """
                unit_code | criterion_code | self_points | points | over_claim_points
                A         | 1              | 10          | 8      | 2
                A         | 2              | 9           | 8.5    | 0.5
                B         | 1              | 5           | 6      | -1
                C         | 1              | 7           | 7      | 0
                """,
                "over_claim_unit": """
                unit_code | compared_criteria | only_official_criteria | over_claim_points | is_partial
                A         | 2                 | 0                      | 2.5               | false
                B         | 1                 | 1                      | -1                | true
                C         | 1                 | 0                      | 0                 | false
                """,
                "over_claim_group": """
                group_code | units | units_above | units_equal | units_below | partial_units | mean_over_claim_points
                           | 3     | 1           | 1           | 1           | 1             | 0.5
                khoi       | 3     | 1           | 1           | 1           | 1             | 0.5
                """,
            },
        ),
        Example(
            title="Không áp dụng được tính đủ điểm; chỉ một bên ghi không áp dụng",
            given={
                "criteria_sets": """
                criteria_set_code | not_applicable_rule
                BTC               | full_marks
                """,
                "criteria": TWO_CRITERIA,
                "scores": """
                unit_code | stage_code | 1 | 2
                A         | self       | 8 | KAD
                A         | appraised  | 7 | 6
                B         | self       | 8 | 5
                B         | appraised  | 7 | KAD
                """,
            },
            result={
                "over_claim_unit": """
                unit_code | compared_criteria | self_points | points | over_claim_points | is_partial
                A         | 1                 | 8           | 7      | 1                 | true
                B         | 1                 | 8           | 7      | 1                 | true
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Các giai đoạn chấm", (TOTALS, CLAIMS))
