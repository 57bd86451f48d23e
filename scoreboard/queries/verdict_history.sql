-- How many cells (a unit on a criterion) were done well, not well and not done in every assessment up to one
-- ($assessment), oldest first, and the units they belong to. Cells without a verdict are not in it. $group narrows it,
-- NULL takes all.

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    count(*) filter (total.done_well + total.not_well + total.not_done > 0) as units,
    sum(total.done_well)::bigint as done_well,
    sum(total.not_well)::bigint as not_well,
    sum(total.not_done)::bigint as not_done
from total
join assessment using (assessment_code)
join criteria_set using (criteria_set_code)
where ($group::varchar is null or total.group_code = $group)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
group by all
having sum(total.done_well + total.not_well + total.not_done) > 0
order by min(assessment.sort_order)
