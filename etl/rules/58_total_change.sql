-- total_change: what the total of a unit changed by apart from its normal criteria, for every two assessments.
-- bonus_penalty, rescaling of excluded criteria, and printed, what a printed total that rules differs from its parts.
-- Source: docs/methodology.md, "Điểm thay đổi do đâu".

create or replace temp table total_change as
with made_of as (
    select
        total.assessment_code,
        total.unit_code,
        total.points,
        coalesce(total.bonus_points + total.penalty_points, 0) as bonus_penalty,
        coalesce(total.normal_points, 0) as normal_points,
        coalesce(cut_points(total.normal_points, total.max_points, total.applicable_max_points), 0) as rescaled_points,
    from total
)

select
    compared_unit.batch,
    compared_unit.from_assessment,
    compared_unit.to_assessment,
    compared_unit.unit_code,
    later.bonus_penalty - earlier.bonus_penalty as bonus_penalty,
    (later.rescaled_points - later.normal_points) - (earlier.rescaled_points - earlier.normal_points) as rescaling,
    (later.points - later.rescaled_points - later.bonus_penalty)
        - (earlier.points - earlier.rescaled_points - earlier.bonus_penalty) as printed,
from compared_unit
join made_of as earlier
    on earlier.assessment_code = compared_unit.from_assessment
    and earlier.unit_code = compared_unit.from_unit_code
join made_of as later
    on later.assessment_code = compared_unit.to_assessment
    and later.unit_code = compared_unit.to_unit_code;
