-- peer_comparison: every scored normal criterion of a unit beside the other units of its group.
-- Points lost are ranked inside the unit. The gap to the best and to the mean of the group count the unit itself in.
-- claim says strength or weakness: the share is at least a tenth above or below the mean of the other units, and fewer
-- than half of them do as well (or as badly). A zero is never a strength. Where nothing may be claimed the reason says
-- why: too_few_peers (fewer than three others scored), all_equal, near_mean, shared_by_many.
-- Source: docs/methodology.md, "So với các đơn vị cùng khối".

insert into peer_comparison by name
with scored as (
    select *
    from criterion_result
    where kind = 'normal' and state = 'scored'
),

-- Units that have the same points share a place, so places are counted over the different points only.
level as (
    select
        assessment_code,
        group_code,
        criterion_code,
        points,
        any_value(max_points) as max_points,
        count(*) as equals,
    from scored
    group by all
),

placed as (
    select
        *,
        sum(equals) over (
            partition by assessment_code, group_code, criterion_code order by points desc
        )::bigint - equals + 1 as place,
    from level
),

-- What points are beside the group's, once for all units that have them.
valued as (
    select
        placed.* exclude (max_points),
        summary.scored_units - 1 as peers,
        (summary.best_points - placed.points)::decimal(18, 10) as gap_to_best_points,
        (cut_points(summary.points, 1, summary.scored_units) - placed.points)::decimal(18, 10) as gap_to_mean_points,
        cut_share(summary.points - placed.points, summary.max_points - placed.max_points) as peer_share,
        -- Others that do at least as well, and others that do at most as well.
        placed.place - 1 + placed.equals - 1 as as_well,
        peers - (placed.place - 1) as as_badly,
    from placed
    join criterion_summary as summary
        on summary.assessment_code = placed.assessment_code
        and summary.group_code = placed.group_code
        and summary.criterion_code = placed.criterion_code
),

loss as (
    select assessment_code, unit_code, gap_points, count(*) as equals
    from scored
    where gap_points > 0
    group by all
),

ranked_loss as (
    select
        * exclude (equals),
        sum(equals) over (
            partition by assessment_code, unit_code order by gap_points desc
        )::bigint - equals + 1 as gap_rank,
    from loss
),

beside as (
    select
        result.assessment_code,
        result.unit_code,
        result.group_code,
        result.criterion_code,
        result.share,
        valued.* exclude (assessment_code, group_code, criterion_code, points, place),
        ranked_loss.gap_rank,
    from scored as result
    join valued using (assessment_code, group_code, criterion_code, points)
    left join ranked_loss using (assessment_code, unit_code, gap_points)
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
    from beside
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
