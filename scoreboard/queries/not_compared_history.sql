-- Why units cannot be compared in every assessment up to one ($assessment), each against the one before it, in one group
-- or in all ($group null): assessment_code, reason (`missing` where a total was printed without the scores that a share
-- needs), units (how many), oldest first, the commonest reason first.

select
    assessment.assessment_code,
    coalesce(change.reason, 'missing') as reason,
    count(*) as units
from unit_change as change
join assessment
    on assessment.assessment_code = change.to_assessment
    and assessment.previous_code = change.from_assessment
where (change.comparability = 'not' or change.comparability = 'comparable' and change.share_change is null)
    and ($group::varchar is null or change.group_code = $group)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
group by assessment.assessment_code, coalesce(change.reason, 'missing'), assessment.sort_order
order by assessment.sort_order, units desc, reason
