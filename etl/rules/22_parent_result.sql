-- parent_result: what a section adds up to for a unit, from the scored normal criteria anywhere below it.
-- Points printed on a section's own line are never an addend. A section of a unit without any points has none.
-- Source: docs/methodology.md, "Điểm các phần".

insert into parent_result by name
with recursive descent as (
    select criteria_set_code, criterion_code, parent_code as ancestor_code
    from criterion
    where is_scored and kind = 'normal' and parent_code is not null
    union
    select descent.criteria_set_code, descent.criterion_code, criterion.parent_code as ancestor_code
    from descent
    join criterion
        on criterion.criteria_set_code = descent.criteria_set_code
        and criterion.criterion_code = descent.ancestor_code
    where criterion.parent_code is not null
)

select
    criterion_result.assessment_code,
    criterion_result.unit_code,
    criterion_result.group_code,
    descent.ancestor_code as criterion_code,
    sum(criterion_result.points) as points,
    sum(criterion_result.max_points) as max_points,
    cut_share(sum(criterion_result.points), sum(criterion_result.max_points)) as share,
    sum(criterion_result.gap_points) as gap_points,
    count(criterion_result.points) > 0 and bool_or(is_missing(criterion_result.state)) as is_partial,
from criterion_result
join descent using (criteria_set_code, criterion_code)
join criterion
    on criterion.criteria_set_code = descent.criteria_set_code
    and criterion.criterion_code = descent.ancestor_code
where criterion.kind = 'normal' and not criterion.is_scored
group by all;
