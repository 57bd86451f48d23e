-- The assessment nearest to one ($assessment) that a unit ($unit) takes part in, the last before it or else the first after:
-- unit_name, assessment_code, assessment_name, is_later (after $assessment). No row for a code that nobody knows.

select
    unit.unit_name,
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.sort_order > here.sort_order as is_later
from membership
join assessment using (assessment_code)
join unit on unit.unit_code = membership.unit_code
join assessment as here on here.assessment_code = $assessment
where membership.unit_code = $unit
order by is_later, abs(assessment.sort_order - here.sort_order)
limit 1
