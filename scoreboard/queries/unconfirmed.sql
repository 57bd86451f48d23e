-- What an assessment's results rest on that was proposed from the workbooks and that nobody has confirmed yet, one row:
-- is_set (whether the rules of its criteria set are), criteria and units (how many of them are).

select
    criteria_set.status = 'proposed' as is_set,
    (
        select count(*)
        from criterion
        where criterion.criteria_set_code = assessment.criteria_set_code and criterion.status = 'proposed'
    ) as criteria,
    (
        select count(*)
        from membership
        join unit using (unit_code)
        where membership.assessment_code = assessment.assessment_code and unit.status = 'proposed'
    ) as units
from assessment
join criteria_set using (criteria_set_code)
where assessment.assessment_code = $assessment
