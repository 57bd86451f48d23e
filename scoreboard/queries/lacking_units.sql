-- The units that did not do a criterion well, by name: criterion_code, unit_code, short_name, verdict. $group
-- narrows it, NULL takes all.

select
    criterion_result.criterion_code,
    unit.unit_code,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    criterion_result.verdict
from criterion_result
join unit using (unit_code)
where criterion_result.assessment_code = $assessment
    and ($group::varchar is null or criterion_result.group_code = $group)
    and criterion_result.verdict in ('not_well', 'not_done')
order by criterion_result.criterion_code, unit.unit_name collate vi
