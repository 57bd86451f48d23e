-- What the workbooks print for a unit in one assessment beside its scores: of one criterion ($criterion, a subtotal), or
-- its total, rank and grade ($criterion null): what, stage_code, raw_text, points (NULL where the text is no number),
-- file, sheet, cell.

select
    what,
    stage_code,
    raw_text,
    points,
    file,
    sheet,
    cell
from printed_result
where assessment_code = $assessment
    and unit_code = $unit
    and criterion_code is not distinct from $criterion::varchar
order by
    list_position(['total', 'rank', 'grade', 'subtotal'], what),
    list_position(['self', 'appraised', 'appealed', 'final'], stage_code),
    file,
    sheet,
    cell
