-- The ranks of a group ($group) in every assessment up to one ($assessment), oldest first: assessment_code,
-- assessment_name, year, sort_order, criteria_set_code, criteria_set_name, unit_code, unit_name, short_name, rank,
-- ranked_units, is_tied, share (0-1), is_submitted. A unit without a rank has null; a unit outside the group that
-- year has no row. A unit renamed in full has the code of $assessment throughout, and its name of the time.

with named as (
    -- two names of one series inside one assessment are two units there
    select
        total.assessment_code,
        total.unit_code,
        unit_series.series_code,
        count(*) over (partition by total.assessment_code, unit_series.series_code) = 1 as is_alone
    from total
    join unit_series using (unit_code)
),

latest as (
    from named
    select series_code, unit_code
    where assessment_code = $assessment and is_alone
)

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    if(named.is_alone, coalesce(latest.unit_code, total.unit_code), total.unit_code) as unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    total.rank,
    total.ranked_units,
    total.is_tied,
    total.share,
    membership.is_submitted
from total
join named using (assessment_code, unit_code)
left join latest using (series_code)
join assessment using (assessment_code)
join criteria_set using (criteria_set_code)
join membership using (assessment_code, unit_code)
join unit on unit.unit_code = total.unit_code
where total.group_code = $group
  and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by assessment.sort_order, total.rank nulls last, unit.unit_name collate vi, total.unit_code
