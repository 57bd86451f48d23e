-- The scored criteria that a unit's result in one assessment is made of, in the order of the set: those below one
-- criterion ($criterion), or all ($criterion null). criterion_code, criterion_name, kind, state, points, max_points, and
-- file, sheet and cell of the score that counts (NULL where no cell was found).

with recursive below as (
    select criterion.criteria_set_code, criterion.criterion_code
    from assessment
    join criterion using (criteria_set_code)
    where assessment.assessment_code = $assessment
        and ($criterion::varchar is null or criterion.criterion_code = $criterion)
    union
    select criterion.criteria_set_code, criterion.criterion_code
    from below
    join criterion
        on criterion.criteria_set_code = below.criteria_set_code and criterion.parent_code = below.criterion_code
)

select
    result.criterion_code,
    criterion.criterion_name,
    result.kind,
    result.state,
    result.points,
    result.max_points,
    score.file,
    score.sheet,
    score.cell
from criterion_result as result
join below using (criteria_set_code, criterion_code)
join criterion using (criteria_set_code, criterion_code)
left join score using (assessment_code, unit_code, criterion_code, stage_code)
where result.assessment_code = $assessment and result.unit_code = $unit
order by criterion.sort_order
