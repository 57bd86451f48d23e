-- bundle_change: every unit on every split or merged bundle in two assessments, all its parts together.
-- state is `scored` only when every part is scored both times; else what stands in the way. to_state likewise of the
-- later assessment alone.
-- Source: docs/methodology.md, "So sánh cùng tiêu chí".

create or replace temp table bundle_change as
with side_result as (
    select
        unit_pair.from_assessment,
        unit_pair.to_assessment,
        unit_pair.unit_code,
        bundle_member.bundle_code,
        bundle_member.side,
        sum(coalesce(criterion_result.points, 0)) as points,
        sum(criterion_result.max_points) as max_points,
        bool_or(criterion_result.state = 'not_submitted') as is_not_submitted,
        bool_or(criterion_result.state = 'not_applicable') as is_not_applicable,
        bool_and(criterion_result.state = 'scored') as is_scored,
        arg_min(bundle_member.criterion_code, bundle_member.sort_order) as criterion_code,
        any_value(bundle_member.from_criteria) as from_criteria,
    from unit_pair
    join bundle_member using (from_set_code, to_set_code)
    join criterion_result
        on criterion_result.assessment_code
            = if(bundle_member.side = 'from', unit_pair.from_assessment, unit_pair.to_assessment)
        and criterion_result.unit_code
            = if(bundle_member.side = 'from', unit_pair.from_unit_code, unit_pair.to_unit_code)
        and criterion_result.criterion_code = bundle_member.criterion_code
    where not unit_pair.is_broken
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
