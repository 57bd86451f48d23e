-- The mean share of each group in every assessment, oldest first: group, assessment, year, criteria set, the units that
-- have a share, mean_share, and the lowest and highest share. $group narrows it, NULL takes all.

select
    peer_group.group_code,
    peer_group.group_name,
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    count(total.share) as units,
    -- exact: the mean of decimals would go through double
    ((sum(total.share) * 1000000000000)::hugeint // nullif(count(total.share), 0)) * 0.000000000001 as mean_share,
    min(total.share) as lowest_share,
    max(total.share) as highest_share
from total
join assessment using (assessment_code)
join criteria_set using (criteria_set_code)
join peer_group on peer_group.group_code = total.group_code
where $group::varchar is null or total.group_code = $group
group by all
order by min(peer_group.sort_order), peer_group.group_code, min(assessment.sort_order)
