-- Why units cannot be compared in every assessment up to one ($assessment), each against the one before it, in one group
-- or in all ($group null): assessment_code, reason, units (how many), oldest first, the commonest reason first.

select
    assessment.assessment_code,
    change.reason,
    count(*) as units
from unit_change as change
join assessment
    on assessment.assessment_code = change.to_assessment
    and assessment.previous_code = change.from_assessment
where change.comparability = 'not'
    and ($group::varchar is null or change.group_code = $group)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
group by assessment.assessment_code, change.reason, assessment.sort_order
order by assessment.sort_order, units desc, change.reason
