-- The mean share of each group in every assessment up to one ($assessment), oldest first: group, assessment, year,
-- sort_order, criteria set, the units that have a share, mean_share, lowest_share, highest_share. $group narrows it,
-- NULL takes all.

select
    peer_group.group_code,
    peer_group.group_name,
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    count(total.share) as units,
    -- exact: the mean of decimals would go through double
    (sum((total.share * 1000000000000000000)::hugeint) // nullif(count(total.share), 0))::decimal(38, 0)
    * 0.000000000000000001 as mean_share,
    min(total.share) as lowest_share,
    max(total.share) as highest_share
from total
join assessment using (assessment_code)
join criteria_set using (criteria_set_code)
join peer_group on peer_group.group_code = total.group_code
where ($group::varchar is null or total.group_code = $group)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
group by all
order by min(peer_group.sort_order), peer_group.group_code, assessment.sort_order
