-- Every criterion of an assessment's set in the order of the set, parents before their children: criterion_code,
-- parent_code, section_code and section_name (of the top), number, criterion_name, kind, is_scored, level, max_points
-- and step (NULL where the office gave none) times the weight, as points are, the weight, sheet_max_points (the maximum
-- as scoresheets have it, without the weight), guidance, status.

select
    criterion.criterion_code,
    criterion.parent_code,
    criterion.top_code as section_code,
    coalesce(nullif(section.short_name, ''), section.criterion_name) as section_name,
    criterion.number,
    criterion.criterion_name,
    criterion.kind,
    criterion.is_scored,
    criterion.level,
    (criterion.max_points * criterion.weight)::decimal(18, 10) as max_points,
    (criterion.step * criterion.weight)::decimal(18, 10) as step,
    criterion.weight,
    criterion.max_points as sheet_max_points,
    criterion.guidance,
    criterion.status
from assessment
join criterion using (criteria_set_code)
join criterion as section
    on section.criteria_set_code = criterion.criteria_set_code and section.criterion_code = criterion.top_code
where assessment.assessment_code = $assessment
order by criterion.sort_order
