-- Every assessment, the latest first, with its criteria set and the assessment before it (null for the first):
-- assessment_code, assessment_name, year, sort_order, decision, criteria_set_code, criteria_set_name, grade_basis,
-- total_rule, partial_rule, max_points, previous_code, previous_name.

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    assessment.decision,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    criteria_set.grade_basis,
    criteria_set.total_rule,
    criteria_set.partial_rule,
    criteria_set.max_points,
    previous.assessment_code as previous_code,
    previous.assessment_name as previous_name
from assessment
join criteria_set using (criteria_set_code)
left join assessment as previous on previous.assessment_code = assessment.previous_code
order by assessment.sort_order desc
