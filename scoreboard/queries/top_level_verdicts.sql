-- How often each top-level section was done well, not well and not done in an assessment ($assessment), in one group
-- or in all ($group null), the section with the smallest share done well first: top_code, number, section_name,
-- done_well, not_well, not_done, verdicts (their sum: absences are outside it; 0 for a section that applies to nobody).

select
    section.criterion_code as top_code,
    section.number,
    coalesce(nullif(section.short_name, ''), section.criterion_name) as section_name,
    count(*) filter (result.verdict = 'done_well') as done_well,
    count(*) filter (result.verdict = 'not_well') as not_well,
    count(*) filter (result.verdict = 'not_done') as not_done,
    count(result.verdict) as verdicts
from criterion_result as result
join criterion using (criteria_set_code, criterion_code)
join criterion as section
    on section.criteria_set_code = criterion.criteria_set_code
    and section.criterion_code = criterion.top_code
where result.assessment_code = $assessment
  and ($group::varchar is null or result.group_code = $group)
  and result.kind = 'normal'
group by all
order by
    count(*) filter (result.verdict = 'done_well') / nullif(count(result.verdict), 0) nulls last,
    min(section.sort_order)
