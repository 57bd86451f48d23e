-- How many units rose, stayed and fell in every assessment up to one ($assessment), each against the one before it,
-- oldest first, in one group or in all ($group null): assessment, year, criteria set; improved, unchanged, worse (units,
-- by the share that `unit_changes` compares: across two sets on the linked criteria only), not_compared; improved_share
-- (0-1, of those compared; NULL when none is); ceiling, floor (compared units that could hardly but fall, or rise). The
-- first assessment has no row.

with counted as (
    select
        assessment.assessment_code,
        assessment.assessment_name,
        assessment.year,
        assessment.sort_order,
        assessment.criteria_set_code,
        sum(change.improved)::bigint as improved,
        sum(change.unchanged)::bigint as unchanged,
        sum(change.worse)::bigint as worse,
        sum(change.not_compared)::bigint as not_compared,
        sum(change.ceiling)::bigint as ceiling,
        sum(change.floor)::bigint as floor
    from group_change as change
    join assessment
        on assessment.assessment_code = change.to_assessment
        and assessment.previous_code = change.from_assessment
    where ($group::varchar is null or change.group_code = $group)
        and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
    group by all
    having sum(change.improved + change.unchanged + change.worse + change.not_compared) > 0
)

select
    assessment_code,
    assessment_name,
    year,
    criteria_set_code,
    criteria_set_name,
    improved,
    unchanged,
    worse,
    not_compared,
    -- exact: a quotient of counts would go through double
    (improved::hugeint * 1000000000000000000 // nullif(improved + unchanged + worse, 0))::decimal(38, 0)
    * 0.000000000000000001 as improved_share,
    ceiling,
    floor
from counted
join criteria_set using (criteria_set_code)
order by sort_order
