-- The mean share of each group in every assessment up to one ($assessment), oldest first: group, assessment, year,
-- sort_order, criteria set, the units that have a share, mean_share, lowest_share, highest_share, and is_other_units
-- where none of the group's units was in it the assessment before and is still the same unit. $group narrows it, NULL
-- takes all.

select
    peer_group.group_code,
    peer_group.group_name,
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    summary.units,
    summary.mean_share,
    summary.lowest_share,
    summary.highest_share,
    change.reason is not distinct from 'no_common_units' as is_other_units
from group_summary as summary
join assessment using (assessment_code)
join criteria_set using (criteria_set_code)
join peer_group using (group_code)
left join group_change as change
    on change.from_assessment = assessment.previous_code
    and change.to_assessment = assessment.assessment_code
    and change.group_code = summary.group_code
where ($group::varchar is null or summary.group_code = $group)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by peer_group.sort_order, peer_group.group_code, assessment.sort_order
