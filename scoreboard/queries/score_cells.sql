-- Every cell that was read for one unit on one criterion in one assessment, the earliest stage first: stage_code,
-- is_official (the stage that counts), state, points, raw_text as read, remark, file, sheet, cell, the file's sha256,
-- and where a declared correction was applied: expect, seen (what the cell holds), value, correction_reason,
-- decided_by, decided_on; NULL elsewhere.

select
    score.stage_code,
    score.stage_code = official_score.stage_code as is_official,
    score.state,
    score.points,
    score.raw_text,
    score.remark,
    score.is_corrected,
    score.file,
    score.sheet,
    score.cell,
    source_file.sha256,
    correction.expect,
    correction.seen,
    correction.value,
    correction.reason as correction_reason,
    correction.decided_by,
    correction.decided_on
from score
left join official_score using (assessment_code, unit_code, criterion_code)
left join source_file using (file)
left join correction using (file, sheet, cell)
where score.assessment_code = $assessment
    and score.unit_code = $unit
    and score.criterion_code = $criterion
order by list_position(['self', 'appraised', 'appealed', 'final'], score.stage_code)
