-- change_part: what the change in a unit's total is made of; the parts add up to unit_change.points_change exactly.
-- Per criterion that goes on: `real` is the change at the later maximum, `max_changed` what the earlier share is worth
-- more or less at the later maximum, whether the maximum or the weight is another; a split or merged bundle is one,
-- under its first criterion on each side; `not_applicable` and `missing` where one side has no score. Per criterion without
-- a link: `criteria_in`, `criteria_out`. Per unit: `bonus_penalty`, `rescaling` of excluded criteria, and `printed`,
-- what a printed total that rules differs from its parts. Parts that are zero are left out.
-- Source: docs/methodology.md, "Điểm thay đổi do đâu".

-- What points are worth at another maximum; at the same, which is most often, there is nothing to divide.
create or replace temp macro at_maximum(points, from_max_points, to_max_points) as
    if(
        from_max_points = to_max_points,
        points,
        coalesce(cut_points(points, to_max_points, from_max_points), points)
    );

-- unlinked_criterion: what nothing of the other set goes on from, or into, alone or in a bundle.
create or replace temp table unlinked_criterion as
with set_pair as (
    select distinct from_set_code, to_set_code
    from compared_unit
),

normal as (
    select criteria_set_code::set_key as criteria_set_code, criterion_code::criterion_key as criterion_code
    from criterion
    where is_scored and kind = 'normal'
),

goes_on as (
    select from_set_code, to_set_code, 'from' as side, from_criterion_code as criterion_code
    from linked_criterion
    union all
    select from_set_code, to_set_code, 'to' as side, to_criterion_code as criterion_code
    from linked_criterion
    union all by name
    select
        from_set_code::set_key as from_set_code,
        to_set_code::set_key as to_set_code,
        side,
        criterion_code::criterion_key as criterion_code,
    from bundle_member
)

select set_pair.*, sides.side, normal.criterion_code
from set_pair
cross join (values ('from'), ('to')) as sides (side)
join normal
    on normal.criteria_set_code = if(sides.side = 'from', set_pair.from_set_code, set_pair.to_set_code)
anti join goes_on
    on goes_on.from_set_code = set_pair.from_set_code
    and goes_on.to_set_code = set_pair.to_set_code
    and goes_on.side = sides.side
    and goes_on.criterion_code = normal.criterion_code;

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

insert into change_part by name
with linked as not materialized (
    select
        compared_unit.from_assessment,
        compared_unit.to_assessment,
        compared_unit.unit_code,
        linked_criterion.from_criterion_code,
        linked_criterion.to_criterion_code,
        case
            when earlier.state = 'scored' and later.state = 'scored' then 'real'
            when 'not_applicable' in (earlier.state, later.state) then 'not_applicable'
            else 'missing'
        end as part,
        coalesce(earlier.points, 0) as from_points,
        coalesce(later.points, 0) as to_points,
        linked_criterion.from_max_points,
        linked_criterion.to_max_points,
    from compared_unit
    join linked_criterion using (from_set_code, to_set_code)
    join narrow_result as earlier
        on earlier.assessment_code = compared_unit.from_assessment
        and earlier.unit_code = compared_unit.from_unit_code
        and earlier.criterion_code = linked_criterion.from_criterion_code
    join narrow_result as later
        on later.assessment_code = compared_unit.to_assessment
        and later.unit_code = compared_unit.to_unit_code
        and later.criterion_code = linked_criterion.to_criterion_code
    union all by name
    select
        compared_unit.from_assessment,
        compared_unit.to_assessment,
        compared_unit.unit_code,
        bundle_change.from_criterion_code::criterion_key as from_criterion_code,
        bundle_change.to_criterion_code::criterion_key as to_criterion_code,
        case bundle_change.state
            when 'scored' then 'real'
            when 'not_applicable' then 'not_applicable'
            else 'missing'
        end as part,
        bundle_change.from_points,
        bundle_change.to_points,
        bundle_change.from_max_points,
        bundle_change.to_max_points,
    from bundle_change
    join compared_unit using (from_assessment, to_assessment, unit_code)
),

part as not materialized (
    select
        * exclude (from_points, to_points, from_max_points, to_max_points),
        to_points - if(part = 'real', at_maximum(from_points, from_max_points, to_max_points), from_points)
            as points_change,
    from linked
    union all by name
    select
        * exclude (from_points, to_points, from_max_points, to_max_points) replace ('max_changed' as part),
        at_maximum(from_points, from_max_points, to_max_points) - from_points as points_change,
    from linked
    where part = 'real' and from_max_points <> to_max_points
    union all by name
    select
        compared_unit.from_assessment,
        compared_unit.to_assessment,
        compared_unit.unit_code,
        if(is_out, 'criteria_out', 'criteria_in') as part,
        if(is_out, result.criterion_code, null) as from_criterion_code,
        if(is_out, null, result.criterion_code) as to_criterion_code,
        if(is_out, -coalesce(result.points, 0), coalesce(result.points, 0)) as points_change,
    from (select *, side = 'from' as is_out from unlinked_criterion) as unlinked
    join compared_unit using (from_set_code, to_set_code)
    join narrow_result as result
        on result.assessment_code = if(is_out, compared_unit.from_assessment, compared_unit.to_assessment)
        and result.unit_code = if(is_out, compared_unit.from_unit_code, compared_unit.to_unit_code)
        and result.criterion_code = unlinked.criterion_code
    union all by name
    select *
    from (unpivot total_change on bonus_penalty, rescaling, printed into name part value points_change)
)

select *
from part
where points_change <> 0;
