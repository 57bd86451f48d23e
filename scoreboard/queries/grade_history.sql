-- How many units each grade had in every assessment, oldest first and the highest grade first: assessment, criteria
-- set, grade_code, grade_name, units, and graded_units, the base. Units without a grade are not in it; assessments whose
-- set has no grades have no row. $group narrows it, NULL takes all.

select
    assessment.assessment_code,
    assessment.assessment_name,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    grade.grade_code,
    grade.grade_name,
    count(total.unit_code) as units,
    sum(count(total.unit_code)) over (partition by assessment.assessment_code)::bigint as graded_units
from assessment
join criteria_set using (criteria_set_code)
join grade using (criteria_set_code)
left join total
    on total.assessment_code = assessment.assessment_code
    and total.grade_code = grade.grade_code
    and ($group::varchar is null or total.group_code = $group)
group by all
order by min(assessment.sort_order), min(grade.min_value) desc
