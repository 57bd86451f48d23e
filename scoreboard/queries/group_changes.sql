-- How each group's mean total changed between two assessments ($baseline, $assessment), one group or all ($group null),
-- in the order of the groups: from_units, to_units, common_units (the same units both times); from_mean, to_mean,
-- mean_change, common_mean_change (points, of the common units only); real_change (points, the part of mean_change that
-- is real: NULL where it has no parts); comparability (comparable, by_share, not) of mean_change, reason.

select
    change.group_code,
    peer_group.group_name,
    change.from_units,
    change.to_units,
    change.common_units,
    change.from_mean,
    change.to_mean,
    change.mean_change,
    change.common_mean_change,
    case
        when min(change.common_units) > 0 then coalesce(sum(part.points_change) filter (part.part = 'real'), 0)
    end as real_change,
    change.comparability,
    change.reason
from group_change as change
join peer_group using (group_code)
left join group_change_part as part
    on part.from_assessment = change.from_assessment
    and part.to_assessment = change.to_assessment
    and part.group_code = change.group_code
where change.from_assessment = $baseline
    and change.to_assessment = $assessment
    and ($group::varchar is null or change.group_code = $group)
group by all
order by min(peer_group.sort_order), change.group_code
