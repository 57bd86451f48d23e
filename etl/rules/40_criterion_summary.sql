-- criterion_summary: what all units together, and each group, made of every scored normal criterion.
-- Points, maximum and gap add up over the units that were scored; a gap that most of them share is systemic.
-- Criteria that lost points are ranked by them, the most first, equal losses sharing a place.
-- group_code NULL stands for all groups.
-- Source: docs/methodology.md, "Tiêu chí nhiều đơn vị cùng yếu".

insert into criterion_summary by name
with counted as (
    select
        assessment_code,
        group_code,
        criterion_code,
        count(*) as units,
        count(*) filter (state = 'scored') as scored_units,
        count(*) filter (verdict = 'done_well') as done_well,
        count(*) filter (verdict = 'not_well') as not_well,
        count(*) filter (verdict = 'not_done') as not_done,
        count(*) filter (state = 'not_applicable') as not_applicable,
        count(*) filter (is_missing(state)) as missing,
        coalesce(sum(points) filter (state = 'scored'), 0)::decimal(18, 10) as points,
        coalesce(sum(max_points) filter (state = 'scored'), 0)::decimal(18, 10) as max_points,
        coalesce(sum(gap_points) filter (state = 'scored'), 0)::decimal(18, 10) as gap_points,
        max(points) filter (state = 'scored') as best_points,
    from criterion_result
    where kind = 'normal'
    group by grouping sets ((assessment_code, criterion_code), (assessment_code, group_code, criterion_code))
)

select
    *,
    cut_share(points, max_points) as share,
    is_systemic(not_well + not_done, scored_units) as is_systemic,
    if(gap_points > 0, rank() over (partition by assessment_code, group_code order by gap_points desc), null) as gap_rank,
from counted;
