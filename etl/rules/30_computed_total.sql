-- computed_total: what a unit's scored criteria add up to, on the official scores and stage by stage.
-- Normal points are rescaled to the set's full maximum where `excluded` criteria shrank it; bonus and penalty are added
-- up to their caps. Without one number among the normal criteria there is nothing to add up.
-- Source: docs/methodology.md, "Tổng điểm".

create or replace temp table computed_total as
with valued as (
    select 'official' as basis, assessment_code, unit_code, criteria_set_code, kind, state, points, max_points
    from criterion_result
    union all by name
    select basis, assessment_code, unit_code, criteria_set_code, kind, state, points, max_points
    from criterion_value
    where basis <> 'official'
),

added as (
    select
        basis,
        assessment_code,
        unit_code,
        criteria_set_code,
        sum(points) filter (kind = 'normal') as normal_points,
        sum(max_points) filter (kind = 'normal') as applicable_max_points,
        coalesce(sum(points) filter (kind = 'bonus'), 0) as bonus_points,
        coalesce(sum(points) filter (kind = 'penalty'), 0) as penalty_points,
        count(*) filter (kind = 'normal' and is_missing(state)) as missing,
    from valued
    group by all
    having count(*) filter (kind = 'normal' and state = 'scored') > 0
),

capped as (
    -- least and greatest pass over a cap that is NULL: the set has none.
    select
        added.* replace (
            added.normal_points::decimal(18, 10) as normal_points,
            added.applicable_max_points::decimal(18, 10) as applicable_max_points,
            least(added.bonus_points, criteria_set.bonus_cap)::decimal(18, 10) as bonus_points,
            greatest(added.penalty_points, -criteria_set.penalty_cap)::decimal(18, 10) as penalty_points
        ),
        (added.bonus_points + added.penalty_points)::decimal(18, 10) as uncapped_points,
        cut_points(added.normal_points, criteria_set.max_points, added.applicable_max_points) as rescaled_points,
    from added
    join criteria_set using (criteria_set_code)
)

select *, (rescaled_points + bonus_points + penalty_points)::decimal(18, 10) as points,
from capped;
