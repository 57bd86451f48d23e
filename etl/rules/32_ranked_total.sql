-- ranked_total: the total and the place of every unit of an assessment, ranked or not.
-- Rank is 1, 2, 2, 4 on unrounded points inside the group. A missing part adds nothing, stays in the maximum and marks
-- the total partial. A unit without points has no rank and is listed with the reason. Where the set says that printed
-- totals rule, they are the points. A quarter of a point is worth the places between the unit and it: the units above
-- that are no further away.
-- Source: docs/methodology.md, "Tổng điểm", "Xếp hạng" and "Một phần tư điểm đáng mấy bậc".

create or replace temp table ranked_total as
with absent as (
    select assessment_code, unit_code, count(*) filter (is_missing(state)) as missing
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
        official.points is not null as is_scored,
        coalesce(absent.missing, 0) as missing,
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
    left join absent
        on absent.assessment_code = membership.assessment_code
        and absent.unit_code = membership.unit_code
    left join computed_total as self
        on self.basis = 'self'
        and self.assessment_code = membership.assessment_code
        and self.unit_code = membership.unit_code
    left join printed_total
        on printed_total.assessment_code = membership.assessment_code
        and printed_total.unit_code = membership.unit_code
),

judged as (
    select
        * exclude (is_scored, missing),
        (points is not null or is_scored) and missing > 0 as is_partial,
    from result
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
    from judged
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
    *,
    if(
        rank is null,
        null,
        count(*) over (
            partition by assessment_code, group_code, rank is null
            order by points
            range between current row and quarter_point() following
        ) - count(*) over (partition by assessment_code, group_code, rank is null, points)
    ) as places_per_quarter_point,
from ranked;
