-- The units of an assessment ($assessment), of one group or of all ($group null), in Vietnamese alphabetical order
-- inside their group: unit_code, unit_name, short_name, group_code, group_name, is_submitted.

select
    unit.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    peer_group.group_code,
    peer_group.group_name,
    membership.is_submitted
from membership
join unit using (unit_code)
join peer_group using (group_code)
where membership.assessment_code = $assessment
  and ($group::varchar is null or membership.group_code = $group)
order by peer_group.sort_order, unit.unit_name collate vi, unit.unit_code
