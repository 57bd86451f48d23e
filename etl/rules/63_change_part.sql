-- change_part: what the change in a unit's total is made of; the parts add up to unit_change.points_change exactly.
-- Per criterion that goes on: `real` is the change at the later maximum, `max_changed` what the earlier share is worth
-- more or less at the later maximum, whether the maximum or the weight is another; a split or merged bundle is one,
-- under its first criterion on each side; `not_applicable` and `missing` where one side has no score. Per criterion without
-- a link: `criteria_in`, `criteria_out`. Per unit: `bonus_penalty`, `rescaling` of excluded criteria, and `printed`,
-- what a printed total that rules differs from its parts. Parts that are zero are left out. Batch by batch.
-- Source: docs/methodology.md, "Điểm thay đổi do đâu".

-- What points are worth at another maximum; at the same, which is most often, there is nothing to divide.
create or replace temp macro at_maximum(points, from_max_points, to_max_points) as
    if(
        from_max_points = to_max_points,
        points,
        coalesce(cut_points(points, to_max_points, from_max_points), points)
    );

create or replace temp table batch_part as
with part as not materialized (
    select
        * exclude (from_points, to_points, from_max_points, to_max_points),
        to_points - if(part = 'real', at_maximum(from_points, from_max_points, to_max_points), from_points)
            as points_change,
    from linked_change
    union all by name
    select
        * exclude (from_points, to_points, from_max_points, to_max_points) replace ('max_changed'::part_key as part),
        at_maximum(from_points, from_max_points, to_max_points) - from_points as points_change,
    from linked_change
    where part = 'real' and from_max_points <> to_max_points
    union all by name
    select
        batch_pair.from_assessment,
        batch_pair.to_assessment,
        batch_pair.unit_code,
        if(is_out, 'criteria_out', 'criteria_in')::part_key as part,
        if(is_out, result.criterion_code, null) as from_criterion_code,
        if(is_out, null, result.criterion_code) as to_criterion_code,
        if(is_out, -coalesce(result.points, 0), coalesce(result.points, 0)) as points_change,
    from unlinked_criterion as unlinked
    join batch_pair using (from_set_code, to_set_code)
    join narrow_result as result
        on result.assessment_code = if(is_out, batch_pair.from_assessment, batch_pair.to_assessment)
        and result.unit_code = if(is_out, batch_pair.from_unit_code, batch_pair.to_unit_code)
        and result.criterion_code = unlinked.criterion_code
    union all by name
    select * replace (part::part_key as part)
    from (
        unpivot (select * exclude (batch) from total_change where batch = getvariable('batch'))
        on bonus_penalty, rescaling, printed into name part value points_change
    )
)

select *
from part
where points_change <> 0;

insert into change_part by name
from batch_part;

insert into group_part_sum by name
select
    batch_part.from_assessment,
    batch_part.to_assessment,
    batch_pair.group_code,
    batch_part.part,
    batch_part.from_criterion_code,
    batch_part.to_criterion_code,
    sum(batch_part.points_change) as points_change,
from batch_part
join batch_pair using (from_assessment, to_assessment, unit_code)
where batch_pair.is_same_group
group by all;
