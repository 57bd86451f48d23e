-- What changed for each unit between two assessments ($baseline, $assessment), in one group or in all ($group null), the
-- largest rise first: from_share, to_share and share_change (0-1) are those that may be compared, on the linked criteria
-- only (linked_criteria of them) where the criteria set differs; published_* are the results as they stood. Then
-- comparability (comparable, by_share, not) and reason of share_change (`missing` where a total was printed without the
-- scores that a share needs), caution (ceiling, floor: had hardly any room to move); ranks, places_up (positive for a
-- better place), rank_comparability, rank_reason. Units that took part in one of the two only are there too, without a
-- change.

select
    change.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    peer_group.group_code,
    peer_group.group_name,
    change.from_share as published_from_share,
    change.to_share as published_to_share,
    change.from_points as published_from_points,
    change.to_points as published_to_points,
    change.quoted_from_share as from_share,
    change.quoted_to_share as to_share,
    change.quoted_share_change as share_change,
    linked.linked_criteria,
    if(change.comparability = 'comparable' and change.share_change is null, 'not', change.comparability) as comparability,
    if(change.comparability = 'comparable' and change.share_change is null, 'missing', change.reason) as reason,
    change.caution,
    change.from_rank,
    change.to_rank,
    change.places_up,
    change.rank_comparability,
    change.rank_reason
from unit_change as change
join unit on unit.unit_code = change.unit_code
join peer_group on peer_group.group_code = change.group_code
left join like_for_like as linked
    on linked.from_assessment = change.from_assessment
    and linked.to_assessment = change.to_assessment
    and linked.unit_code = change.unit_code
where change.from_assessment = $baseline
    and change.to_assessment = $assessment
    and ($group::varchar is null or change.group_code = $group)
order by share_change desc nulls last, peer_group.sort_order, unit.unit_name collate vi
