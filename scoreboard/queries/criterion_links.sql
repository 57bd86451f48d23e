-- What analysts say became of one criterion ($criterion, of the set of $assessment) in other sets and what it came from:
-- direction (from, to), kind, status (confirmed, proposed), reason, the other set and the other criterion (NULL for none).

with own as (
    select criteria_set_code
    from assessment
    where assessment_code = $assessment
),

link as (
    select
        'from' as direction,
        from_set_code as other_set_code,
        from_criterion_code as other_criterion_code,
        kind,
        status,
        reason
    from criterion_link
    where to_set_code in (from own) and to_criterion_code = $criterion
    union all
    select
        'to' as direction,
        to_set_code as other_set_code,
        to_criterion_code as other_criterion_code,
        kind,
        status,
        reason
    from criterion_link
    where from_set_code in (from own) and from_criterion_code = $criterion
)

select
    link.direction,
    link.kind,
    link.status,
    link.reason,
    criteria_set.criteria_set_name,
    link.other_criterion_code,
    criterion.criterion_name as other_criterion_name
from link
join criteria_set on criteria_set.criteria_set_code = link.other_set_code
left join criterion
    on criterion.criteria_set_code = link.other_set_code and criterion.criterion_code = link.other_criterion_code
order by link.direction, link.other_set_code, criterion.sort_order nulls last
