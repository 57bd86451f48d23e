-- The grade bands of an assessment's criteria set ($assessment), the highest first: grade_code, grade_name, min_value
-- (inclusive; points, or percent of the maximum where the set's grade_basis is share). Empty when the set has none.

select
    grade.grade_code,
    grade.grade_name,
    grade.min_value
from assessment
join grade using (criteria_set_code)
where assessment.assessment_code = $assessment
order by grade.min_value desc
