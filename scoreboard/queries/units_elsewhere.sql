-- The units that do not take part in an assessment ($assessment), in Vietnamese alphabetical order, each with the
-- assessment that it last took part in: unit_code, unit_name, assessment_code, assessment_name.

select
    unit.unit_code,
    unit.unit_name,
    assessment.assessment_code,
    assessment.assessment_name
from membership
join unit using (unit_code)
join assessment using (assessment_code)
where membership.unit_code not in (select unit_code from membership where assessment_code = $assessment)
qualify row_number() over (partition by membership.unit_code order by assessment.sort_order desc) = 1
order by unit.unit_name collate vi, unit.unit_code
