-- unit_change: how a unit's total and rank changed between two assessments, and whether that may be said at all.
-- comparability is about the total: `comparable`; `by_share` when only like_for_like may be quoted; `not`, with the
-- reason. rank_comparability is about the place. A change across a break of territory is not even computed, nor are
-- places between different fields; a unit whose territory changed is not the member that it was.
-- quoted_* are the shares that a change is told by: those of the totals on one set, those of like_for_like else.
-- Source: docs/methodology.md, "Khi nào được so sánh".

insert into unit_change by name
with ranked_members as (
    select
        total.assessment_code,
        total.group_code,
        list(unit_series.series_code order by unit_series.series_code) as members,
    from total
    join unit_series using (unit_code)
    where total.rank is not null
    group by all
),

side_by_side as (
    select
        unit_pair.*,
        earlier.points as from_points,
        later.points as to_points,
        earlier.share as from_share,
        later.share as to_share,
        earlier.rank as from_rank,
        later.rank as to_rank,
        earlier.is_partial or later.is_partial as is_partial,
        'not_submitted' in (earlier.unranked_reason, later.unranked_reason) as is_not_submitted,
        from_members.members = to_members.members as is_same_field,
        unit_pair.from_set_code = unit_pair.to_set_code as is_same_set,
        coalesce(like_for_like.linked_criteria, 0) > 0 as is_linked,
        like_for_like.from_share as linked_from_share,
        like_for_like.to_share as linked_to_share,
        like_for_like.share_change as linked_share_change,
    from unit_pair
    left join total as earlier
        on earlier.assessment_code = unit_pair.from_assessment
        and earlier.unit_code = unit_pair.from_unit_code
    left join total as later
        on later.assessment_code = unit_pair.to_assessment
        and later.unit_code = unit_pair.to_unit_code
    left join ranked_members as from_members
        on from_members.assessment_code = unit_pair.from_assessment
        and from_members.group_code = unit_pair.from_group_code
    left join ranked_members as to_members
        on to_members.assessment_code = unit_pair.to_assessment
        and to_members.group_code = unit_pair.to_group_code
    left join like_for_like
        on like_for_like.from_assessment = unit_pair.from_assessment
        and like_for_like.to_assessment = unit_pair.to_assessment
        and like_for_like.unit_code = unit_pair.unit_code
),

judged as (
    select
        *,
        coalesce(
            presence_reason(is_broken, from_unit_code, to_unit_code),
            total_reason(is_not_submitted, from_points, to_points, is_partial, is_same_set or is_linked)
        ) as reason,
        rank_reason(
            from_rank,
            to_rank,
            from_group_code = to_group_code,
            is_same_set,
            is_same_field and not bool_or(is_broken and to_rank is not null) over field
        ) as rank_reason,
    from side_by_side
    window field as (partition by from_assessment, to_assessment, to_group_code)
)

select
    from_assessment,
    to_assessment,
    unit_code,
    group_code,
    from_points,
    to_points,
    if(is_broken, null, to_points - from_points) as points_change,
    from_share,
    to_share,
    if(is_broken, null, to_share - from_share)::decimal(20, 18) as share_change,
    if(is_same_set, from_share, linked_from_share) as quoted_from_share,
    if(is_same_set, to_share, linked_to_share) as quoted_to_share,
    if(is_same_set, share_change, linked_share_change) as quoted_share_change,
    from_rank,
    to_rank,
    if(rank_reason is null, from_rank - to_rank, null) as places_up,
    comparability(reason, is_same_set) as comparability,
    reason,
    comparability(rank_reason, true) as rank_comparability,
    rank_reason,
    if(reason is null, caution(from_share), null) as caution,
from judged;
