-- Where every score of one unit in one assessment was read: criterion, stage_code (the earliest stage first), state,
-- points, the text as seen, file, sheet, cell, and whether it is a declared correction. Criteria in the order of the set.

select
    score.criterion_code,
    criterion.criterion_name,
    score.stage_code,
    score.state,
    score.points,
    score.raw_text,
    score.file,
    score.sheet,
    score.cell,
    score.is_corrected
from score
join assessment using (assessment_code)
join criterion using (criteria_set_code, criterion_code)
where score.assessment_code = $assessment and score.unit_code = $unit
order by
    criterion.sort_order,
    list_position(['self', 'appraised', 'appealed', 'final'], score.stage_code)
