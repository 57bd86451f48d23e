"""Chapter: when two assessments may be compared."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

TWO_YEARS = """
assessment_code
2020
2021
"""
ONE_CRITERION = """
criterion_code | max_points
1              | 100
"""

COMPARABLE = Section(
    title="Khi nào được so sánh",
    rule="""
Thay đổi tổng điểm chỉ được nêu khi cùng bộ tiêu chí, đơn vị không thay đổi địa giới ở giữa và cả hai tổng điểm đều
đủ; nếu không thì nêu lý do. Thay đổi thứ hạng chỉ được nêu khi cùng khối, cùng bộ tiêu chí và cùng các đơn vị được
xếp hạng; đơn vị giữ tên mà thay đổi địa giới không còn là đơn vị cũ.
""",
    examples=(
        Example(
            title="So sánh được; chưa đủ điểm; chưa nộp; mới có; không còn",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 50
                2              | 50
                """,
                "assessments": TWO_YEARS,
                "memberships": """
                assessment_code | unit_code | is_submitted
                2021            | C         | false
                """,
                "scores": """
                assessment_code | unit_code | 1  | 2
                2020            | A         | 40 | 40
                2020            | B         | 30 | 30
                2020            | C         | 20 | 20
                2020            | D         | 10 | 10
                2021            | A         | 42 | 45.5
                2021            | B         | 45 |
                2021            | E         | 50 | 50
                """,
            },
            result={
                "unit_change": """
                unit_code | points_change | places_up | comparability | reason        | rank_reason
                ----------+---------------+-----------+---------------+---------------+----------------
                A         | 7.5           |           | comparable    |               | members_changed
                B         | -15           |           | not           | partial       | members_changed
                C         |               |           | not           | not_submitted | unranked
                D         |               |           | not           | absent_now    | unranked
                E         |               |           | not           | absent_before | unranked
                """,
            },
        ),
        Example(
            title="Tăng điểm mà giảm bậc, cùng các đơn vị: thứ hạng so sánh được",
            given={
                "criteria": ONE_CRITERION,
                "assessments": TWO_YEARS,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 80
                2020            | B         | 70
                2021            | A         | 81
                2021            | B         | 90
                """,
            },
            result={
                "unit_change": """
                unit_code | points_change | from_rank | to_rank | places_up | rank_comparability
                A         | 1             | 1         | 2       | -1        | comparable
                B         | 20            | 2         | 1       | 1         | comparable
                """,
            },
        ),
        Example(
            title="Chuyển khối: không so thứ hạng",
            given={
                "criteria": ONE_CRITERION,
                "assessments": TWO_YEARS,
                "memberships": """
                assessment_code | unit_code | group_code
                2020            | A         | phong
                2021            | A         | su-nghiep
                """,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 80
                2021            | A         | 81
                """,
            },
            result={
                "unit_change": """
                unit_code | points_change | places_up | comparability | rank_comparability | rank_reason
                A         | 1             |           | comparable    | not                | group_changed
                """,
            },
        ),
        Example(
            title="B giữ tên nhưng mất địa giới: khối không còn là những đơn vị đó, nên hạng của A cũng không so được",
            given={
                "criteria": ONE_CRITERION,
                "assessments": TWO_YEARS,
                "unit_successions": """
                predecessor_code | successor_code | kind     | effective_on | extent
                B                |                | boundary | 2021-01-01   | partial
                """,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 70
                2020            | B         | 80
                2021            | A         | 81
                2021            | B         | 75
                """,
            },
            result={
                "unit_change": """
                unit_code | points_change | places_up | comparability | rank_comparability | rank_reason
                A         | 11            |           | comparable    | not                | members_changed
                B         |               |           | not           | not                | members_changed
                """,
            },
        ),
    ),
)

UNITS = Section(
    title="Đơn vị đổi tên, sáp nhập, chia tách",
    rule="""
Đổi tên toàn bộ thì chuỗi số liệu nối tiếp dưới tên mới. Sáp nhập, chia tách, giải thể hoặc điều chỉnh địa giới thì
chuỗi đứt, kể cả khi đơn vị giữ nguyên tên: điểm của các đơn vị cũ không bao giờ được lấy trung bình thành điểm cũ của
đơn vị mới. Chuỗi đứt khi ngày có hiệu lực rơi vào sau kỳ trước và không muộn hơn kỳ sau.
""",
    examples=(
        Example(
            title="A đổi tên thành A2; B sáp nhập vào C, C giữ tên; D không đổi",
            given={
                "criteria": ONE_CRITERION,
                "assessments": TWO_YEARS,
                "unit_successions": """
                predecessor_code | successor_code | kind   | effective_on
                A                | A2             | rename | 2021-03-01
                B                | C              | merge  | 2021-07-01
                """,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 60
                2020            | B         | 70
                2020            | C         | 80
                2020            | D         | 90
                2021            | A2        | 65
                2021            | C         | 85
                2021            | D         | 90
                """,
            },
            result={
                "unit_series": """
                unit_code | series_code
                A         | A2
                A2        | A2
                B         | B
                C         | C
                D         | D
                """,
                "unit_change": """
                unit_code | from_points | to_points | points_change | comparability | reason
                A2        | 60          | 65        | 5             | comparable    |
                B         | 70          |           |               | not           | territory_changed
                C         | 80          | 85        |               | not           | territory_changed
                D         | 90          | 90        | 0             | comparable    |
                """,
            },
        ),
        Example(
            title="Sáp nhập từ 01/7: kỳ sáu tháng đầu năm không bị đứt, kỳ cả năm thì đứt",
            given={
                "criteria": ONE_CRITERION,
                "assessments": """
                assessment_code | period_end
                2020            | 2020-12-31
                2021-6T         | 2021-06-30
                2021            | 2021-12-31
                """,
                "unit_successions": """
                predecessor_code | successor_code | kind  | effective_on | extent
                B                | A              | merge | 2021-07-01   | partial
                """,
                "scores": """
                assessment_code | unit_code | 1
                2020            | A         | 60
                2021-6T         | A         | 62
                2021            | A         | 65
                """,
            },
            result={
                "unit_change": """
                from_assessment | to_assessment | points_change | reason
                2020            | 2021-6T       | 2             |
                2020            | 2021          |               | territory_changed
                2021-6T         | 2021          |               | territory_changed
                """,
                "like_for_like": """
                from_assessment | to_assessment | unit_code
                2020            | 2021-6T       | A
                """,
            },
        ),
        Example(
            title="Quận Liên Chiểu: Hòa Minh giữ tên mà mất địa giới từ 01/01/2025; sáp nhập từ 01/7/2025",
            given={
                "criteria": ONE_CRITERION,
                "assessments": """
                assessment_code | period_end
                2011            | 2011-12-31
                2024            | 2024-12-31
                2025-6T         | 2025-06-30
                2025            | 2025-12-31
                """,
                "unit_successions": """
                predecessor_code | successor_code | kind     | effective_on | extent
                Hòa Minh         |                | boundary | 2025-01-01   | partial
                Hòa Hiệp Bắc     | Hải Vân        | merge    | 2025-07-01   | full
                Hòa Hiệp Nam     | Hải Vân        | merge    | 2025-07-01   | full
                Hòa Khánh Bắc    | Liên Chiểu     | merge    | 2025-07-01   | full
                Hòa Khánh Nam    | Hòa Khánh      | merge    | 2025-07-01   | full
                Hòa Minh         | Hòa Khánh      | merge    | 2025-07-01   | full
                """,
                "scores": """
                assessment_code | unit_code     | 1
                2011            | Hòa Minh      | 80
                2011            | Hòa Khánh Bắc | 70
                2024            | Hòa Minh      | 90
                2024            | Hòa Khánh Bắc | 85
                2025-6T         | Hòa Minh      | 91
                2025-6T         | Hòa Khánh Bắc | 86
                2025            | Hải Vân       | 88
                2025            | Liên Chiểu    | 87
                2025            | Hòa Khánh     | 92
                """,
            },
            result={
                "unit_change": """
                from_assessment | to_assessment | unit_code     | points_change | comparability | reason
                ----------------+---------------+---------------+---------------+---------------+------------------
                2011            | 2024          | Hòa Minh      | 10            | comparable    |
                2011            | 2024          | Hòa Khánh Bắc | 15            | comparable    |
                2011            | 2025-6T       | Hòa Minh      |               | not           | territory_changed
                2011            | 2025-6T       | Hòa Khánh Bắc | 16            | comparable    |
                2011            | 2025          | Hòa Minh      |               | not           | territory_changed
                2011            | 2025          | Hòa Khánh Bắc |               | not           | territory_changed
                2011            | 2025          | Hải Vân       |               | not           | territory_changed
                2011            | 2025          | Liên Chiểu    |               | not           | territory_changed
                2011            | 2025          | Hòa Khánh     |               | not           | territory_changed
                2024            | 2025-6T       | Hòa Minh      |               | not           | territory_changed
                2024            | 2025-6T       | Hòa Khánh Bắc | 1             | comparable    |
                2024            | 2025          | Hòa Minh      |               | not           | territory_changed
                2024            | 2025          | Hòa Khánh Bắc |               | not           | territory_changed
                2024            | 2025          | Hải Vân       |               | not           | territory_changed
                2024            | 2025          | Liên Chiểu    |               | not           | territory_changed
                2024            | 2025          | Hòa Khánh     |               | not           | territory_changed
                2025-6T         | 2025          | Hòa Minh      |               | not           | territory_changed
                2025-6T         | 2025          | Hòa Khánh Bắc |               | not           | territory_changed
                2025-6T         | 2025          | Hải Vân       |               | not           | territory_changed
                2025-6T         | 2025          | Liên Chiểu    |               | not           | territory_changed
                2025-6T         | 2025          | Hòa Khánh     |               | not           | territory_changed
                """,
                "unit_series": """
                unit_code     | series_code
                Hòa Minh      | Hòa Minh
                Hòa Hiệp Bắc  | Hòa Hiệp Bắc
                Hòa Hiệp Nam  | Hòa Hiệp Nam
                Hòa Khánh Bắc | Hòa Khánh Bắc
                Hòa Khánh Nam | Hòa Khánh Nam
                Hải Vân       | Hải Vân
                Liên Chiểu    | Liên Chiểu
                Hòa Khánh     | Hòa Khánh
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("So sánh giữa các kỳ", (COMPARABLE, UNITS))
