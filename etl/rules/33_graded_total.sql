-- graded_total: the grade of every unit, and how near it is to the next.
-- The points reach the highest band whose bound they attain, bounds included. Where an office declared a condition that
-- holds a unit down, its grade is no higher than the one allowed; the grade by points stays beside it. What is missing
-- to the next band is in total points, or, in a set that grades shares, in points of the normal criteria that apply.
-- A band above the one allowed is no next one.
-- Source: docs/methodology.md, "Xếp loại" and "Bị hạ loại".

create or replace temp table graded_total as
with valued as (
    select
        ranked_total.*,
        grade_override.highest_grade_code,
        grade_override.reason as grade_override_reason,
        grade_override.legal_source as grade_override_source,
        allowed.min_value as allowed_value,
    from ranked_total
    left join grade_override
        on grade_override.assessment_code = ranked_total.assessment_code
        and grade_override.unit_code = ranked_total.unit_code
        and grade_override.status = 'confirmed'
    left join grade as allowed
        on allowed.criteria_set_code = ranked_total.criteria_set_code
        and allowed.grade_code = grade_override.highest_grade_code
)

select
    valued.assessment_code,
    valued.unit_code,
    reached.grade_code as points_grade_code,
    if(reached.min_value > valued.allowed_value, valued.highest_grade_code, reached.grade_code) as grade_code,
    if(reached.min_value > valued.allowed_value, valued.grade_override_reason, null) as grade_override_reason,
    if(reached.min_value > valued.allowed_value, valued.grade_override_source, null) as grade_override_source,
    if(above.min_value > valued.allowed_value, null, above.grade_code) as next_grade_code,
    case
        when above.min_value > valued.allowed_value then null
        when valued.grade_basis = 'share'
            then percent_reached(valued.applicable_max_points, above.min_value) - valued.normal_points
        else above.min_value - valued.points
    end::decimal(18, 10) as points_to_next_grade,
from valued
asof left join grade as reached
    on reached.criteria_set_code = valued.criteria_set_code
    and valued.graded_value >= reached.min_value
asof left join grade as above
    on above.criteria_set_code = valued.criteria_set_code
    and valued.graded_value < above.min_value;
