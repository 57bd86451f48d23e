-- The units of an assessment ($assessment), of one group or of all ($group null), that scored themselves and were then
-- scored by others: unit, group; self_points, points and claim_points (self less official, negative for a modest unit),
-- all three over the compared_criteria that both scored, before caps and rescaling, so points may differ from the unit's
-- total; one_sided_criteria (scored by one of the two only, in none of the sums) and is_partial: there are some. The
-- largest claim first.

select
    claim.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    peer_group.group_name,
    claim.compared_criteria,
    claim.only_self_criteria + claim.only_official_criteria as one_sided_criteria,
    claim.self_points,
    claim.points,
    claim.over_claim_points as claim_points,
    claim.is_partial
from over_claim_unit as claim
join unit using (unit_code)
join peer_group using (group_code)
where claim.assessment_code = $assessment
    and ($group::varchar is null or claim.group_code = $group)
order by claim_points desc, peer_group.sort_order, unit.unit_name collate vi
