-- linked_change: a unit's points on every criterion that goes on, in two assessments; a split or merged bundle is one,
-- under its first criterion on each side. part is `real` where both times scored; else `not_applicable` or `missing`.
-- linked_sum adds up the real ones. Batch by batch.
-- Source: docs/methodology.md, "So sánh cùng tiêu chí" and "Điểm thay đổi do đâu".

create or replace temp table linked_change as
select
    batch_pair.from_assessment,
    batch_pair.to_assessment,
    batch_pair.unit_code,
    linked_criterion.from_criterion_code,
    linked_criterion.to_criterion_code,
    case
        when earlier.state = 'scored' and later.state = 'scored' then 'real'
        when 'not_applicable' in (earlier.state, later.state) then 'not_applicable'
        else 'missing'
    end::part_key as part,
    coalesce(earlier.points, 0) as from_points,
    coalesce(later.points, 0) as to_points,
    linked_criterion.from_max_points,
    linked_criterion.to_max_points,
from batch_pair
join linked_criterion using (from_set_code, to_set_code)
join narrow_result as earlier
    on earlier.assessment_code = batch_pair.from_assessment
    and earlier.unit_code = batch_pair.from_unit_code
    and earlier.criterion_code = linked_criterion.from_criterion_code
join narrow_result as later
    on later.assessment_code = batch_pair.to_assessment
    and later.unit_code = batch_pair.to_unit_code
    and later.criterion_code = linked_criterion.to_criterion_code
union all by name
select
    batch_pair.from_assessment,
    batch_pair.to_assessment,
    batch_pair.unit_code,
    bundle_change.from_criterion_code,
    bundle_change.to_criterion_code,
    case bundle_change.state
        when 'scored' then 'real'
        when 'not_applicable' then 'not_applicable'
        else 'missing'
    end::part_key as part,
    bundle_change.from_points,
    bundle_change.to_points,
    bundle_change.from_max_points,
    bundle_change.to_max_points,
from bundle_change
join batch_pair using (from_assessment, to_assessment, unit_code);

insert into linked_sum by name
select
    from_assessment,
    to_assessment,
    unit_code,
    count(*) as linked_criteria,
    sum(from_points) as from_points,
    sum(from_max_points) as from_max_points,
    sum(to_points) as to_points,
    sum(to_max_points) as to_max_points,
from linked_change
where part = 'real'
group by all;
