"""Chapter: grades."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

ONE_CRITERION = """
criterion_code | max_points
1              | 50
"""
SCORES = """
unit_code | 1
A         | 45
B         | 44.99
C         | 35
D         | 10
"""

BANDS = Section(
    title="Mức xếp loại",
    rule="""
Mỗi bộ tiêu chí có các mức xếp loại riêng, theo tổng điểm hoặc theo tỷ lệ đạt (phần trăm). Mức tối thiểu được tính vào
mức đó: đúng 90 là từ 90 trở lên. Thấp hơn mọi mức, không có tổng điểm, hoặc bộ tiêu chí không có mức nào thì không
xếp loại.
""",
    examples=(
        Example(
            title="Xếp loại theo tổng điểm",
            given={
                "criteria": ONE_CRITERION,
                "grades": """
                grade_code | grade_name | min_value
                tot        | Tốt        | 45
                kha        | Khá        | 35
                """,
                "scores": SCORES,
            },
            result={
                "total": """
                unit_code | points | grade_code
                A         | 45     | tot
                B         | 44.99  | kha
                C         | 35     | kha
                D         | 10     |
                """,
            },
        ),
        Example(
            title="Xếp loại theo tỷ lệ đạt",
            given={
                "criteria_sets": """
                criteria_set_code | grade_basis
                BTC               | share
                """,
                "criteria": ONE_CRITERION,
                "grades": """
                grade_code | grade_name | min_value
                tot        | Tốt        | 90
                kha        | Khá        | 70
                """,
                "scores": SCORES,
            },
            result={
                "total": """
                unit_code | share  | grade_code
                A         | 0.9    | tot
                B         | 0.8998 | kha
                C         | 0.7    | kha
                D         | 0.2    |
                """,
            },
        ),
        Example(
            title="Bộ tiêu chí không có mức xếp loại",
            given={"criteria": ONE_CRITERION, "scores": SCORES},
            result={
                "total": """
                unit_code | rank | grade_code
                A         | 1    |
                B         | 2    |
                C         | 3    |
                D         | 4    |
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Xếp loại", (BANDS,))
