-- What became of the shortfalls of the round before, in every assessment up to one ($assessment), oldest first, in one
-- group or in all ($group null): assessment, year, criteria set; gaps (shortfalls of the round before) and of them closed,
-- improved, unchanged, worse, cannot_tell; closed_share (0-1, of those of which it can be told; NULL when of none).

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    closure.gaps,
    closure.closed,
    closure.improved,
    closure.unchanged,
    closure.worse,
    closure.cannot_tell,
    closure.closed_share
from gap_closure as closure
join assessment
    on assessment.assessment_code = closure.to_assessment
    and assessment.previous_code = closure.from_assessment
join criteria_set using (criteria_set_code)
where closure.group_code is not distinct from $group::varchar
    and closure.unit_code is null
    and closure.from_criterion_code is null
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by assessment.sort_order
