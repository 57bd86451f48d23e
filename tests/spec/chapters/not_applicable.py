"""Chapter: criteria that do not apply to a unit."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

CRITERIA = """
criterion_code | max_points
---------------+-----------
1              | 60
2              | 30
3              | 10
"""
SCORES = """
unit_code | 1  | 2  | 3
----------+----+----+----
A         | 50 | 25 | KAD
"""


def _rule(code: str) -> dict[str, str]:
    return {
        "criteria_sets": f"""
        criteria_set_code | not_applicable_rule
        BTC               | {code}
        """,
        "criteria": CRITERIA,
        "scores": SCORES,
    }


THREE_RULES = Section(
    title="Ba quy tắc",
    rule="""
Bộ tiêu chí quy định tiêu chí không áp dụng (không phát sinh) được tính thế nào: **0 điểm** và giữ nguyên điểm tối đa;
**đủ điểm**; hoặc **loại ra** khỏi cả điểm và điểm tối đa rồi quy kết quả về thang điểm đầy đủ. Cùng một bảng điểm, ba
quy tắc cho ba kết quả. Tiêu chí không áp dụng không có mức độ thực hiện và không mất điểm.
""",
    examples=(
        Example(
            title="0 điểm: 75,00",
            given=_rule("zero"),
            result={
                "total": """
                points | max_points | share | applicable_max_points | is_partial | not_applicable
                75.00  | 100        | 0.75  | 100                   | false      | 1
                """,
            },
        ),
        Example(
            title="Đủ điểm: 85,00",
            given=_rule("full_marks"),
            result={
                "total": """
                points | max_points | share | applicable_max_points | is_partial | not_applicable
                85.00  | 100        | 0.85  | 100                   | false      | 1
                """,
            },
        ),
        Example(
            title="Loại ra và quy về thang đầy đủ: 83,33 (cắt sau 10 chữ số, không làm tròn lên)",
            given=_rule("excluded"),
            result={
                "total": """
                points        | share                | normal_points | applicable_max_points | not_applicable
                83.3333333333 | 0.833333333333333333 | 75            | 90                    | 1
                """,
                "criterion_result": """
                criterion_code | state          | points | max_points | share                | gap_points | verdict
                1              | scored         | 50     | 60         | 0.833333333333333333 | 10         | done_well
                2              | scored         | 25     | 30         | 0.833333333333333333 | 5          | done_well
                3              | not_applicable |        |            |                      | 0          |
                """,
            },
        ),
    ),
)

BONUS = Section(
    title="Điểm cộng và điểm trừ không áp dụng",
    rule="""
Điểm cộng, điểm trừ ghi “không áp dụng” không cộng và không trừ gì, kể cả khi bộ tiêu chí cho đủ điểm tiêu chí không
áp dụng.
""",
    examples=(
        Example(
            title="Quy tắc đủ điểm không cho thêm điểm cộng",
            given={
                "criteria_sets": """
                criteria_set_code | not_applicable_rule
                BTC               | full_marks
                """,
                "criteria": """
                criterion_code | max_points | kind
                1              | 100        | normal
                C              | 5          | bonus
                T              | 10         | penalty
                """,
                "scores": """
                unit_code | 1  | C   | T
                A         | 90 | KAD | KAD
                """,
            },
            result={
                "total": """
                points | bonus_points | penalty_points
                90     | 0            | 0
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Không áp dụng", (THREE_RULES, BONUS))
