-- The inspectors' remarks on one criterion ($criterion) in an assessment, in one group or in all ($group null), units in
-- Vietnamese alphabetical order: unit, criterion_code, stage_code, remark, file, sheet, cell.

select
    unit.unit_code,
    unit.unit_name,
    score.criterion_code,
    score.stage_code,
    score.remark,
    score.file,
    score.sheet,
    score.cell
from score
join membership using (assessment_code, unit_code)
join unit using (unit_code)
where score.assessment_code = $assessment
    and score.criterion_code = $criterion
    and score.remark <> ''
    and ($group::varchar is null or membership.group_code = $group)
order by
    unit.unit_name collate vi,
    unit.unit_code,
    list_position(['self', 'appraised', 'appealed', 'final'], score.stage_code)
