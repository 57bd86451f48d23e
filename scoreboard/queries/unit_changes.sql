-- One row per unit of the later assessment: the published result of both rounds, whether the change between them may
-- be shown as a change (comparability, reason), and the same on the linked criteria alone (like_for_like_*). Biggest
-- like-for-like change first, units without one last. $group narrows it, NULL takes all; the group is the later one.

select
    unit.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    peer_group.group_code,
    peer_group.group_name,
    unit_change.from_points,
    unit_change.to_points,
    unit_change.points_change,
    unit_change.from_share,
    unit_change.to_share,
    unit_change.share_change,
    unit_change.from_rank,
    unit_change.to_rank,
    unit_change.places_up,
    unit_change.comparability,
    unit_change.reason,
    unit_change.rank_comparability,
    unit_change.rank_reason,
    like_for_like.linked_criteria,
    like_for_like.from_share as like_for_like_from_share,
    like_for_like.to_share as like_for_like_to_share,
    like_for_like.share_change as like_for_like_change,
    like_for_like.from_linked_max_share,
    like_for_like.to_linked_max_share
from unit_change
join unit using (unit_code)
join peer_group on peer_group.group_code = unit_change.group_code
left join like_for_like using (from_assessment, to_assessment, unit_code)
where unit_change.from_assessment = $baseline
    and unit_change.to_assessment = $assessment
    and ($group::varchar is null or unit_change.group_code = $group)
order by like_for_like.share_change desc nulls last, peer_group.sort_order, unit.unit_name collate vi
