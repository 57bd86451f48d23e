-- bundle_change: every unit on every split or merged bundle in two assessments, all its parts together.
-- state is `scored` only when every part is scored both times; else what stands in the way. to_state likewise of the
-- later assessment alone. Batch by batch.
-- Source: docs/methodology.md, "So sánh cùng tiêu chí".

create or replace temp table bundle_change as
with member as (
    select
        from_set_code::set_key as from_set_code,
        to_set_code::set_key as to_set_code,
        bundle_code,
        side,
        criterion_code::criterion_key as criterion_code,
        sort_order,
        from_criteria,
    from bundle_member
),

pair as (
    select
        from_assessment::assessment_key as from_assessment,
        to_assessment::assessment_key as to_assessment,
        from_unit_code::unit_key as from_unit_code,
        to_unit_code::unit_key as to_unit_code,
        unit_code::unit_key as unit_code,
        from_set_code::set_key as from_set_code,
        to_set_code::set_key as to_set_code,
    from unit_pair
    where batch = getvariable('batch') and not is_broken
),

side_result as (
    select
        pair.from_assessment,
        pair.to_assessment,
        pair.unit_code,
        member.bundle_code,
        member.side,
        sum(coalesce(result.points, 0)) as points,
        sum(result.max_points) as max_points,
        bool_or(result.state = 'not_submitted') as is_not_submitted,
        bool_or(result.state = 'not_applicable') as is_not_applicable,
        bool_and(result.state = 'scored') as is_scored,
        arg_min(member.criterion_code, member.sort_order) as criterion_code,
        any_value(member.from_criteria) as from_criteria,
    from pair
    join member using (from_set_code, to_set_code)
    join narrow_result as result
        on result.assessment_code = if(member.side = 'from', pair.from_assessment, pair.to_assessment)
        and result.unit_code = if(member.side = 'from', pair.from_unit_code, pair.to_unit_code)
        and result.criterion_code = member.criterion_code
    group by all
)

select
    earlier.from_assessment,
    earlier.to_assessment,
    earlier.unit_code,
    earlier.bundle_code,
    earlier.from_criteria,
    earlier.criterion_code as from_criterion_code,
    later.criterion_code as to_criterion_code,
    earlier.points as from_points,
    earlier.max_points as from_max_points,
    later.points as to_points,
    later.max_points as to_max_points,
    case
        when earlier.is_not_submitted or later.is_not_submitted then 'not_submitted'
        when earlier.is_not_applicable or later.is_not_applicable then 'not_applicable'
        when earlier.is_scored and later.is_scored then 'scored'
        else 'blank'
    end as state,
    case
        when later.is_not_submitted then 'not_submitted'
        when later.is_not_applicable then 'not_applicable'
        when later.is_scored then 'scored'
        else 'blank'
    end as to_state,
from side_result as earlier
join side_result as later using (from_assessment, to_assessment, unit_code, bundle_code)
where earlier.side = 'from' and later.side = 'to';
