-- What became of the shortfalls of the assessment before ($assessment's own), in one group or in all ($group null):
-- outcome (closed, improved, unchanged, worse, cannot_tell), shortfalls. Outcomes that nobody has are left out.

with counted as (
    select
        closure.closed,
        closure.improved,
        closure.unchanged,
        closure.worse,
        closure.cannot_tell
    from assessment
    join gap_closure as closure
        on closure.from_assessment = assessment.previous_code
        and closure.to_assessment = assessment.assessment_code
    where assessment.assessment_code = $assessment
        and closure.group_code is not distinct from $group::varchar
        and closure.unit_code is null
        and closure.from_criterion_code is null
)

select outcome, shortfalls
from (unpivot counted on closed, improved, unchanged, worse, cannot_tell into name outcome value shortfalls)
where shortfalls > 0
order by list_position(['closed', 'improved', 'unchanged', 'worse', 'cannot_tell'], outcome)
