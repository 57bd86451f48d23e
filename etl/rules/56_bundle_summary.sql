-- bundle_summary: what all units together, and each group, made of every bundle of several criteria, in each assessment
-- of either of its two sets. A unit counts where all criteria of its side were scored, by the sum of its points over the
-- sum of their maxima and by the thresholds of that set; a part is never judged for the whole.
-- group_code NULL stands for all groups.
-- Source: docs/methodology.md, "Diễn biến của cả nhóm tiêu chí".

insert into bundle_summary by name
with unit_side as (
    select
        bundle_member.from_set_code,
        bundle_member.to_set_code,
        bundle_member.bundle_code,
        bundle_member.side,
        criterion_result.assessment_code,
        criterion_result.unit_code,
        criterion_result.group_code,
        criterion_result.criteria_set_code,
        bool_and(criterion_result.state = 'scored') as is_scored,
        sum(criterion_result.points) as points,
        sum(criterion_result.max_points) as max_points,
    from bundle_member
    join criterion_result
        on criterion_result.criteria_set_code
            = if(bundle_member.side = 'from', bundle_member.from_set_code, bundle_member.to_set_code)
        and criterion_result.criterion_code = bundle_member.criterion_code
    group by all
),

judged as (
    select
        unit_side.*,
        verdict_of(
            if(is_scored, cut_share(points, unit_side.max_points), null), done_well_min_share, not_done_max_share
        ) as verdict,
    from unit_side
    join criteria_set using (criteria_set_code)
),

counted as (
    select
        from_set_code,
        to_set_code,
        bundle_code,
        side,
        assessment_code,
        group_code,
        count(*) as units,
        count(*) filter (is_scored) as scored_units,
        count(*) filter (verdict = 'done_well') as done_well,
        count(*) filter (verdict = 'not_well') as not_well,
        count(*) filter (verdict = 'not_done') as not_done,
        coalesce(sum(points) filter (is_scored), 0)::decimal(18, 10) as points,
        coalesce(sum(max_points) filter (is_scored), 0)::decimal(18, 10) as max_points,
    from judged
    group by grouping sets (
        (from_set_code, to_set_code, bundle_code, side, assessment_code),
        (from_set_code, to_set_code, bundle_code, side, assessment_code, group_code)
    )
)

select
    *,
    cut_share(points, max_points) as share,
from counted;
