-- peer_comparison: every scored normal criterion of a unit beside the other units of its group.
-- Points lost are ranked inside the unit. The gap to the best and to the mean of the group count the unit itself in.
-- claim says strength or weakness: the share is at least a tenth above or below the mean of the other units, and fewer
-- than half of them do as well (or as badly). A zero is never a strength. Where nothing may be claimed the reason says
-- why: too_few_peers (fewer than three others scored), all_equal, near_mean, shared_by_many.
-- Source: docs/methodology.md, "So với các đơn vị cùng khối".

insert into peer_comparison by name
with scored as (
    select
        result.assessment_code,
        result.unit_code,
        result.group_code,
        result.criterion_code,
        result.points,
        result.max_points,
        result.share,
        result.gap_points,
        summary.scored_units - 1 as peers,
        summary.best_points,
        summary.points as group_points,
        summary.max_points as group_max_points,
        rank() over (
            partition by result.assessment_code, result.group_code, result.criterion_code order by result.points desc
        ) as place,
        count(*) over (
            partition by result.assessment_code, result.group_code, result.criterion_code, result.points
        ) as equals,
        rank() over (partition by result.assessment_code, result.unit_code order by result.gap_points desc) as gap_rank,
    from criterion_result as result
    join criterion_summary as summary
        on summary.assessment_code = result.assessment_code
        and summary.group_code = result.group_code
        and summary.criterion_code = result.criterion_code
    where result.kind = 'normal' and result.state = 'scored'
),

compared as (
    select
        * replace (if(gap_points > 0, gap_rank, null) as gap_rank),
        (best_points - points)::decimal(18, 10) as gap_to_best_points,
        (cut_points(group_points, 1, peers + 1) - points)::decimal(18, 10) as gap_to_mean_points,
        cut_share(group_points - points, group_max_points - max_points) as peer_share,
        -- Others that do at least as well, and others that do at most as well.
        place - 1 + equals - 1 as as_well,
        peers - (place - 1) as as_badly,
    from scored
),

judged as (
    select
        *,
        case
            when peers < enough_peers() then 'too_few_peers'
            when equals = peers + 1 then 'all_equal'
            when abs(share - peer_share) < standing_out() then 'near_mean'
            when if(share > peer_share, as_well, as_badly) * 2 >= peers then 'shared_by_many'
        end as no_claim_reason,
    from compared
)

select
    assessment_code,
    unit_code,
    group_code,
    criterion_code,
    gap_rank,
    gap_to_best_points,
    gap_to_mean_points,
    peers,
    peer_share,
    (share - peer_share)::decimal(20, 18) as share_above_peers,
    case
        when no_claim_reason is not null then null
        when share > peer_share then 'strength'
        else 'weakness'
    end as claim,
    no_claim_reason,
from judged;
