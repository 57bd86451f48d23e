-- What became of the shortfalls of the assessment before ($assessment's own), by unit, in one group or in all ($group
-- null): unit_code, unit_name, gaps, closed, improved, unchanged, worse, cannot_tell, closed_share (0-1, of those of which
-- it can be told; NULL when of none). Those of which the least was closed come first, of equals the one with the most
-- shortfalls; nothing to be told comes last.

select
    closure.unit_code,
    unit.unit_name,
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
join unit on unit.unit_code = closure.unit_code
where assessment.assessment_code = $assessment
    and ($group::varchar is null or closure.group_code = $group)
order by closure.closed_share nulls last, closure.gaps - closure.cannot_tell desc, unit.unit_name collate vi
