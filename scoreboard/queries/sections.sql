-- The top level of an assessment's criteria set, in the order of the set: section_code, number, section_name (short
-- where a short form is given) and the criteria of kind normal that it scores. Sections without any are left out.

select
    section.criterion_code as section_code,
    section.number,
    coalesce(nullif(section.short_name, ''), section.criterion_name) as section_name,
    count(*) as criteria
from assessment
join criterion as section using (criteria_set_code)
join criterion as scored
    on scored.criteria_set_code = section.criteria_set_code and scored.top_code = section.criterion_code
where assessment.assessment_code = $assessment
    and section.parent_code is null
    and scored.is_scored
    and scored.kind = 'normal'
group by all
order by min(section.sort_order)
