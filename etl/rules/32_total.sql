-- total: the result of every unit of an assessment, ranked or not, with the printed result beside the computed one.
-- Rank is 1, 2, 2, 4 on unrounded points inside the group; the grade is the highest band reached, bounds included.
-- A missing part adds nothing, stays in the maximum and marks the total partial. A unit without points has no rank and
-- is listed with the reason. Where the set says that printed totals rule, they are the points.
-- Source: docs/methodology.md, "Tổng điểm", "Xếp hạng" and "Xếp loại".

insert into total by name
with counted as (
    select
        assessment_code,
        unit_code,
        count(*) filter (verdict = 'done_well') as done_well,
        count(*) filter (verdict = 'not_well') as not_well,
        count(*) filter (verdict = 'not_done') as not_done,
        count(*) filter (state = 'not_applicable') as not_applicable,
        count(*) filter (is_missing(state)) as missing,
        sum(gap_points) filter (state = 'scored') as gap_points,
    from criterion_result
    where kind = 'normal'
    group by assessment_code, unit_code
),

result as (
    select
        membership.assessment_code,
        membership.unit_code,
        membership.group_code,
        membership.is_submitted,
        criteria_set.criteria_set_code,
        criteria_set.max_points,
        criteria_set.grade_basis,
        criteria_set.partial_rule,
        case
            when not membership.is_submitted then null
            when criteria_set.total_rule = 'printed' then printed_total.printed_points
            else official.points
        end as points,
        cut_share(official.normal_points, official.applicable_max_points) as share,
        official.normal_points,
        official.applicable_max_points,
        official.bonus_points,
        official.penalty_points,
        coalesce(official.missing, 0) > 0 as is_partial,
        self.points as self_points,
        printed_total.printed_points,
        printed_total.printed_rank,
        printed_total.printed_grade,
    from membership
    join assessment using (assessment_code)
    join criteria_set using (criteria_set_code)
    left join computed_total as official
        on official.basis = 'official'
        and official.assessment_code = membership.assessment_code
        and official.unit_code = membership.unit_code
    left join computed_total as self
        on self.basis = 'self'
        and self.assessment_code = membership.assessment_code
        and self.unit_code = membership.unit_code
    left join printed_total
        on printed_total.assessment_code = membership.assessment_code
        and printed_total.unit_code = membership.unit_code
),

listed as (
    select
        *,
        case
            when not is_submitted then 'not_submitted'
            when points is null then 'no_points'
            when is_partial and partial_rule = 'not_ranked' then 'partial'
        end as unranked_reason,
        if(grade_basis = 'share', 100 * share, points) as graded_value,
    from result
),

ranked as (
    select
        *,
        if(unranked_reason is null, rank() over competitors, null) as rank,
        count(*) filter (unranked_reason is null) over (partition by assessment_code, group_code) as ranked_units,
        unranked_reason is null and count(*) over (
            partition by assessment_code, group_code, unranked_reason, points
        ) > 1 as is_tied,
    from listed
    window competitors as (
        partition by assessment_code, group_code, unranked_reason is null
        order by points desc
    )
)

select
    ranked.* exclude (is_submitted, criteria_set_code, grade_basis, partial_rule, graded_value),
    grade.grade_code,
    coalesce(counted.done_well, 0) as done_well,
    coalesce(counted.not_well, 0) as not_well,
    coalesce(counted.not_done, 0) as not_done,
    coalesce(counted.not_applicable, 0) as not_applicable,
    coalesce(counted.missing, 0) as missing,
    counted.gap_points,
from ranked
asof left join grade
    on grade.criteria_set_code = ranked.criteria_set_code
    and ranked.graded_value >= grade.min_value
left join counted
    on counted.assessment_code = ranked.assessment_code
    and counted.unit_code = ranked.unit_code;
