"""Chapter: what the scored criteria of a unit add up to."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

ADDENDS = Section(
    title="Chỉ cộng tiêu chí được chấm",
    rule="""
Tổng điểm là tổng điểm của các tiêu chí được chấm. Tiêu chí cha (dòng nhóm, dòng cộng) không phải là số hạng, dù trên
bảng có in điểm; các phương án a), b) để chọn một cũng không phải là số hạng. Tiêu chí chỉ có phương án bên dưới thì
chính nó được chấm.
""",
    examples=(
        Example(
            title="Điểm in ở dòng nhóm và ở phương án không được cộng",
            given={
                "criteria": """
                criterion_code | parent_code | max_points | kind
                ---------------+-------------+------------+------------
                I              |             | 20         | normal
                I.1            | I           | 12         | normal
                I.2            | I           | 8          | normal
                I.2.a          | I.2         | 8          | alternative
                I.2.b          | I.2         | 4          | alternative
                """,
                "scores": """
                unit_code | I  | I.1 | I.2 | I.2.a | I.2.b
                A         | 14 | 10  | 4   |       | 4
                """,
            },
            result={
                "total": """
                unit_code | points | max_points | share
                A         | 14     | 20         | 0.7
                """,
                "parent_result": """
                criterion_code | points | max_points | share | gap_points | is_partial
                I              | 14     | 20         | 0.7   | 6          | false
                """,
            },
        ),
    ),
)

SECTIONS = Section(
    title="Điểm các phần",
    rule="""
Điểm của một phần (tiêu chí cha) là tổng điểm các tiêu chí được chấm nằm dưới nó, ở mọi cấp; điểm tối đa là tổng điểm
tối đa của các tiêu chí đó. Phần có tiêu chí thiếu điểm được đánh dấu chưa đủ điểm.
""",
    examples=(
        Example(
            title="Hai cấp phần; một tiêu chí để trống",
            given={
                "criteria": """
                criterion_code | parent_code | max_points
                I              |             |
                I.1            | I           |
                I.1.1          | I.1         | 4
                I.1.2          | I.1         | 6
                I.2            | I           | 10
                """,
                "scores": """
                unit_code | I.1.1 | I.1.2 | I.2
                A         | 3     | 6     |
                """,
            },
            result={
                "parent_result": """
                criterion_code | points | max_points | share | gap_points | is_partial
                I              | 9      | 20         | 0.45  | 1          | true
                I.1            | 9      | 10         | 0.9   | 1          | false
                """,
            },
        ),
    ),
)

BONUS = Section(
    title="Điểm cộng, điểm trừ",
    rule="""
Điểm cộng được cộng và điểm trừ được trừ vào tổng điểm, trong mức trần của bộ tiêu chí (nếu có); tổng điểm có thể vượt
điểm tối đa. Tỷ lệ đạt chỉ tính trên tiêu chí thường, không gồm điểm cộng, điểm trừ.
""",
    examples=(
        Example(
            title="Có trần điểm cộng 5 và trần điểm trừ 10",
            given={
                "criteria_sets": """
                criteria_set_code | bonus_cap | penalty_cap
                BTC               | 5         | 10
                """,
                "criteria": """
                criterion_code | max_points | kind
                1              | 100        | normal
                C1             | 4          | bonus
                C2             | 4          | bonus
                T              | 20         | penalty
                """,
                "scores": """
                unit_code | 1  | C1 | C2 | T
                A         | 98 | 4  | 3  | 0
                B         | 80 | 2  |    | -6
                C         | 80 |    |    | -15
                """,
            },
            result={
                "total": """
                unit_code | points | share | bonus_points | penalty_points | is_partial
                A         | 103    | 0.98  | 5            | 0              | false
                B         | 76     | 0.8   | 2            | -6             | false
                C         | 70     | 0.8   | 0            | -10            | false
                """,
            },
        ),
        Example(
            title="Không quy định trần",
            given={
                "criteria": """
                criterion_code | max_points | kind
                1              | 100        | normal
                C              | 4          | bonus
                T              | 20         | penalty
                """,
                "scores": """
                unit_code | 1  | C | T
                A         | 98 | 4 | -15
                """,
            },
            result={
                "total": """
                unit_code | points
                A         | 87
                """,
            },
        ),
    ),
)

PARTIAL = Section(
    title="Tổng điểm chưa đủ",
    rule="""
Tiêu chí để trống, gạch ngang hoặc không đọc được không cộng gì vào tổng điểm và vẫn nằm trong điểm tối đa; tổng điểm
được đánh dấu **chưa đủ**. Đơn vị vẫn được xếp hạng như trên bảng, trừ khi bộ tiêu chí quy định không xếp hạng. Đơn vị
không có số nào ở tiêu chí thường thì không có tổng điểm, không xếp hạng nhưng vẫn có tên trong danh sách.
""",
    examples=(
        Example(
            title="Thiếu một tiêu chí, chưa nộp, và không có số nào",
            given={
                "criteria": """
                criterion_code | max_points | kind
                1              | 60         | normal
                2              | 40         | normal
                T              | 10         | penalty
                """,
                "memberships": """
                unit_code | is_submitted
                D         | false
                """,
                "scores": """
                unit_code | 1  | 2  | T
                A         | 55 | 30 | 0
                B         | 60 |    | 0
                C         |    |    | 0
                """,
            },
            result={
                "total": """
                unit_code | points | share | rank | ranked_units | is_partial | unranked_reason | missing
                ----------+--------+-------+------+--------------+------------+-----------------+--------
                A         | 85     | 0.85  | 1    | 2            | false      |                 | 0
                B         | 60     | 0.6   | 2    | 2            | true       |                 | 1
                C         |        |       |      | 2            | false      | no_points       | 2
                D         |        |       |      | 2            | false      | not_submitted   | 2
                """,
            },
        ),
        Example(
            title="Bộ tiêu chí không xếp hạng đơn vị chưa đủ điểm",
            given={
                "criteria_sets": """
                criteria_set_code | partial_rule
                BTC               | not_ranked
                """,
                "criteria": """
                criterion_code | max_points
                1              | 60
                2              | 40
                """,
                "scores": """
                unit_code | 1  | 2
                A         | 55 | 30
                B         | 60 | -
                """,
            },
            result={
                "total": """
                unit_code | points | rank | ranked_units | unranked_reason
                A         | 85     | 1    | 1            |
                B         | 60     |      | 1            | partial
                """,
            },
        ),
    ),
)

GROUP = Section(
    title="Tỷ lệ đạt bình quân của khối",
    rule="""
Tỷ lệ đạt bình quân của khối là bình quân cộng tỷ lệ đạt của các đơn vị có tỷ lệ đạt, bỏ các chữ số sau chữ số thập phân
thứ 18. Đơn vị không có tỷ lệ đạt không được tính; khối không có đơn vị nào có tỷ lệ đạt thì không có bình quân.
""",
    examples=(
        Example(
            title="Bình quân của ba đơn vị; đơn vị không có số nào; khối chưa ai nộp",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                """,
                "memberships": """
                unit_code | group_code | is_submitted
                A         | phuong     | true
                B         | phuong     | true
                C         | phuong     | true
                D         | phuong     | true
                E         | phong      | false
                """,
                "scores": """
                unit_code | 1
                A         | 9
                B         | 7
                C         | 4
                D         |
                """,
            },
            result={
                "group_summary": """
                group_code | units | mean_share           | lowest_share | highest_share
                -----------+-------+----------------------+--------------+--------------
                phong      | 0     |                      |              |
                phuong     | 3     | 0.666666666666666666 | 0.4          | 0.9
                """,
            },
        ),
    ),
)

PRINTED = Section(
    title="Kết quả in trên bảng",
    rule="""
Tổng điểm, thứ hạng và xếp loại in trên bảng cũng là dữ liệu: được giữ bên cạnh kết quả tính lại; khác nhau thì nêu
ra, không sửa. Nếu bộ tiêu chí quy định lấy tổng điểm in thì tổng điểm là số in; tỷ lệ đạt vẫn tính từ các tiêu chí.
Tổng điểm tự chấm in trên bảng không thay cho tổng điểm chính thức.
""",
    examples=(
        Example(
            title="Số in khác số tính lại",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 100
                """,
                "grades": """
                grade_code | grade_name | min_value
                tot        | Tốt        | 80
                kha        | Khá        | 0
                """,
                "scores": """
                unit_code | stage_code | 1
                A         | self       | 95
                A         | appraised  | 85
                """,
                "printed_results": """
                unit_code | stage_code | what  | raw_text
                A         | self       | total | 95
                A         | appraised  | total | 86
                A         | appraised  | rank  | 2
                A         | appraised  | grade | Khá
                """,
            },
            result={
                "total": """
                unit_code | points | rank | grade_code | printed_points | printed_rank | printed_grade
                A         | 85     | 1    | tot        | 86             | 2            | Khá
                """,
            },
        ),
        Example(
            title="Bộ tiêu chí lấy tổng điểm in",
            given={
                "criteria_sets": """
                criteria_set_code | total_rule
                BTC               | printed
                """,
                "criteria": """
                criterion_code | max_points
                1              | 60
                2              | 40
                """,
                "scores": """
                unit_code | 1  | 2
                A         | 50 | 30
                B         | 50 | 35
                """,
                "printed_results": """
                unit_code | what  | raw_text
                A         | total | 82.5
                """,
            },
            result={
                "total": """
                unit_code | points | share | rank | unranked_reason
                A         | 82.5   | 0.8   | 1    |
                B         |        | 0.85  |      | no_points
                """,
            },
        ),
        Example(
            title="Lấy tổng điểm in; đơn vị chưa có điểm ở tiêu chí nào là chưa đủ điểm",
            given={
                "criteria_sets": """
                criteria_set_code | total_rule | partial_rule
                BTC               | printed    | not_ranked
                """,
                "criteria": """
                criterion_code | max_points
                1              | 60
                2              | 40
                """,
                "scores": """
                unit_code | 1  | 2
                A         | 50 | 30
                B         |    |
                """,
                "printed_results": """
                unit_code | what  | raw_text
                A         | total | 80
                B         | total | 90
                """,
            },
            result={
                "total": """
                unit_code | points | share | rank | is_partial | missing | unranked_reason
                ----------+--------+-------+------+------------+---------+----------------
                A         | 80     | 0.8   | 1    | false      | 0       |
                B         | 90     |       |      | true       | 2       | partial
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Tổng điểm", (ADDENDS, SECTIONS, BONUS, PARTIAL, GROUP, PRINTED))
