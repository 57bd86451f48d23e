-- Cells of scoresheets that are read otherwise: whose they are (with names), state, points and text before and after, the
-- place in each version, and the reason: correction, file_added, file_removed, file_replaced, or reading (the same file
-- under other reference rows or another programme). What is on one side only is NULL on the other.

select
    changed_score.* exclude (reason),
    coalesce(new_unit.unit_name, old_unit.unit_name) as unit_name,
    [changed_score.reason] as reasons,
from changed_score
left join old_version.unit as old_unit on old_unit.unit_code = changed_score.unit_code
left join new_version.unit as new_unit on new_unit.unit_code = changed_score.unit_code
order by changed_score.assessment_code desc, unit_name collate vi, changed_score.criterion_code, changed_score.stage_code
