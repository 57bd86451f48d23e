-- How many units had each grade in every assessment up to one ($assessment), oldest first and the highest grade first:
-- assessment, year, criteria set, place (1 for the highest grade of the set), grade_name, units. Units without a grade
-- are not counted; assessments without any grade have no row. $group narrows it, NULL takes all.

with graded as (
    select assessment_code, grade_code, count(*) as units
    from total
    where grade_code is not null and ($group::varchar is null or group_code = $group)
    group by all
)

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    row_number() over (partition by assessment.assessment_code order by grade.min_value desc) as place,
    grade.grade_name,
    coalesce(graded.units, 0) as units
from assessment
join criteria_set using (criteria_set_code)
join grade using (criteria_set_code)
left join graded
    on graded.assessment_code = assessment.assessment_code and graded.grade_code = grade.grade_code
where assessment.assessment_code in (select assessment_code from graded)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by assessment.sort_order, grade.min_value desc
