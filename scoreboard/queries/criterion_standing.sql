-- One unit's result on one criterion in one assessment, one row; a criterion that is not scored itself has what is
-- scored below it, and neither state nor verdict. kind, is_scored, state, verdict, points, max_points, share,
-- gap_points, is_partial. No row where the unit has no result there.

select
    result.kind,
    true as is_scored,
    result.state,
    result.verdict,
    result.points,
    result.max_points,
    result.share,
    result.gap_points,
    false as is_partial
from criterion_result as result
where result.assessment_code = $assessment and result.unit_code = $unit and result.criterion_code = $criterion
union all
select
    'normal' as kind,
    false as is_scored,
    null as state,
    null as verdict,
    parent.points,
    parent.max_points,
    parent.share,
    parent.gap_points,
    parent.is_partial
from parent_result as parent
where parent.assessment_code = $assessment and parent.unit_code = $unit and parent.criterion_code = $criterion
