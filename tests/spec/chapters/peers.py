"""Chapter: where points are lost, and what a unit does better or worse than its peers."""

from __future__ import annotations

from tests.spec.example import Chapter, Example, Section

LOSSES = Section(
    title="Thứ hạng điểm mất",
    rule="""
Các tiêu chí mất điểm được xếp theo số điểm mất, nhiều nhất là 1, bằng nhau thì cùng hạng: cho từng đơn vị, từng khối và
chung mọi khối. Tiêu chí không mất điểm thì không có hạng.
""",
    examples=(
        Example(
            title="Hai đơn vị, bốn tiêu chí",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                3              | 5
                4              | 5
                """,
                "scores": """
                unit_code | 1 | 2 | 3 | 4
                A         | 6 | 6 | 4 | 5
                B         | 9 | 7 | 0 | 5
                """,
            },
            result={
                "peer_comparison": """
                unit_code | criterion_code | gap_rank | gap_to_best_points | gap_to_mean_points
                ----------+----------------+----------+--------------------+-------------------
                A         | 1              | 1        | 3                  | 1.5
                A         | 2              | 1        | 1                  | 0.5
                A         | 3              | 3        | 0                  | -2
                A         | 4              |          | 0                  | 0
                B         | 1              | 3        | 0                  | -1.5
                B         | 2              | 2        | 0                  | -0.5
                B         | 3              | 1        | 4                  | 2
                B         | 4              |          | 0                  | 0
                """,
                "criterion_summary": """
                group_code | criterion_code | gap_points | gap_rank
                           | 1              | 5          | 3
                           | 2              | 7          | 1
                           | 3              | 6          | 2
                           | 4              | 0          |
                khoi       | 1              | 5          | 3
                khoi       | 2              | 7          | 1
                khoi       | 3              | 6          | 2
                khoi       | 4              | 0          |
                """,
            },
        ),
    ),
)

CLAIMS = Section(
    title="So với các đơn vị cùng khối",
    rule="""
Một tiêu chí là **điểm mạnh** của đơn vị khi tỷ lệ đạt hơn bình quân các đơn vị khác cùng khối ít nhất 10 điểm phần trăm
và chưa đến một nửa số đơn vị đó làm được như vậy; **điểm yếu** thì ngược lại. Đây là cách nhìn khác với mức độ thực
hiện. Không nêu gì khi: có dưới ba đơn vị khác được chấm; mọi đơn vị bằng nhau (kể cả cùng 0 điểm); gần bình quân; hoặc
có từ một nửa đơn vị khác trở lên cũng như vậy. Tiêu chí 0 điểm không bao giờ là điểm mạnh.
""",
    examples=(
        Example(
            title="Nổi bật; bằng nhau cùng 0 điểm; gần bình quân; nhiều đơn vị như nhau; quá ít đơn vị",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                3              | 10
                4              | 10
                """,
                "scores": """
                unit_code | 1 | 2 | 3  | 4
                A         | 9 | 0 | 10 | 9
                B         | 5 | 0 | 10 | 1
                C         | 5 | 0 | 10 | KAD
                D         | 4 | 0 | 2  | -
                """,
            },
            result={
                "peer_comparison": """
                unit_code | criterion_code | peers | peer_share           | claim    | no_claim_reason
                ----------+----------------+-------+----------------------+----------+----------------
                A         | 1              | 3     | 0.466666666666666666 | strength |
                B         | 1              | 3     | 0.6                  |          | shared_by_many
                C         | 1              | 3     | 0.6                  |          | shared_by_many
                D         | 1              | 3     | 0.633333333333333333 | weakness |
                A         | 2              | 3     | 0                    |          | all_equal
                B         | 2              | 3     | 0                    |          | all_equal
                C         | 2              | 3     | 0                    |          | all_equal
                D         | 2              | 3     | 0                    |          | all_equal
                A         | 3              | 3     | 0.733333333333333333 |          | shared_by_many
                B         | 3              | 3     | 0.733333333333333333 |          | shared_by_many
                C         | 3              | 3     | 0.733333333333333333 |          | shared_by_many
                D         | 3              | 3     | 1                    | weakness |
                A         | 4              | 1     | 0.1                  |          | too_few_peers
                B         | 4              | 1     | 0.9                  |          | too_few_peers
                """,
            },
        ),
        Example(
            title="Hơn đúng 10 điểm phần trăm là điểm mạnh, hơn ít hơn thì gần bình quân",
            given={
                "criteria": """
                criterion_code | max_points
                1              | 10
                2              | 10
                """,
                "scores": """
                unit_code | 1 | 2
                A         | 8 | 7.99
                B         | 7 | 7
                C         | 7 | 7
                D         | 7 | 7
                """,
            },
            result={
                "peer_comparison": """
                unit_code | criterion_code | share_above_peers     | claim    | no_claim_reason
                A         | 1              | 0.1                   | strength |
                B         | 1              | -0.033333333333333333 |          | near_mean
                C         | 1              | -0.033333333333333333 |          | near_mean
                D         | 1              | -0.033333333333333333 |          | near_mean
                A         | 2              | 0.099                 |          | near_mean
                B         | 2              | -0.033                |          | near_mean
                C         | 2              | -0.033                |          | near_mean
                D         | 2              | -0.033                |          | near_mean
                """,
            },
        ),
    ),
)

CHAPTER = Chapter("Điểm mất, điểm mạnh và điểm yếu", (LOSSES, CLAIMS))
