-- What became of the shortfalls of the assessment before ($assessment's own), by criterion of that assessment, in one
-- group or in all ($group null): criterion_code, criterion_name, short_name, assessment_code (that it is of), gaps, closed,
-- improved, unchanged, worse, cannot_tell, closed_share (0-1, of those of which it can be told; NULL when of none). Those
-- of which the least was closed come first, of equals the one with the most shortfalls; nothing to be told comes last.

select
    closure.from_criterion_code as criterion_code,
    criterion.criterion_name,
    coalesce(nullif(criterion.short_name, ''), criterion.criterion_name) as short_name,
    closure.from_assessment as assessment_code,
    closure.gaps,
    closure.closed,
    closure.improved,
    closure.unchanged,
    closure.worse,
    closure.cannot_tell,
    closure.closed_share
from assessment
join gap_closure as closure
    on closure.from_assessment = assessment.previous_code
    and closure.to_assessment = assessment.assessment_code
join assessment as before on before.assessment_code = closure.from_assessment
join criterion
    on criterion.criteria_set_code = before.criteria_set_code
    and criterion.criterion_code = closure.from_criterion_code
where assessment.assessment_code = $assessment
    and closure.group_code is not distinct from $group::varchar
    and closure.unit_code is null
order by closure.closed_share nulls last, closure.gaps - closure.cannot_tell desc, criterion.sort_order
