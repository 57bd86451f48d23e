-- How many units rose, stayed and fell in every assessment up to one ($assessment), each against the one before it,
-- oldest first, in one group or in all ($group null): assessment, year, criteria set; improved, unchanged, worse (units,
-- by the share that `unit_changes` compares: across two sets on the linked criteria only), not_compared; improved_share
-- (0-1, of those compared; NULL when none is); ceiling, floor (compared units that could hardly but fall, or rise). The
-- first assessment has no row.

with direction as (
    select
        assessment.*,
        change.caution,
        case
            when change.comparability = 'not' then null
            when before.criteria_set_code = assessment.criteria_set_code then sign(change.to_share - change.from_share)
            else sign(linked.share_change)
        end as direction
    from unit_change as change
    join assessment
        on assessment.assessment_code = change.to_assessment
        and assessment.previous_code = change.from_assessment
    join assessment as before on before.assessment_code = change.from_assessment
    left join like_for_like as linked
        on linked.from_assessment = change.from_assessment
        and linked.to_assessment = change.to_assessment
        and linked.unit_code = change.unit_code
    where ($group::varchar is null or change.group_code = $group)
        and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
),

counted as (
    select
        assessment_code,
        assessment_name,
        year,
        sort_order,
        criteria_set_code,
        count(*) filter (direction = 1) as improved,
        count(*) filter (direction = 0) as unchanged,
        count(*) filter (direction = -1) as worse,
        count(*) filter (direction is null) as not_compared,
        count(*) filter (direction is not null and caution = 'ceiling') as ceiling,
        count(*) filter (direction is not null and caution = 'floor') as floor
    from direction
    group by all
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
