-- The peer groups of an assessment ($assessment) in the office's order: group_code, group_name, units.

select
    peer_group.group_code,
    peer_group.group_name,
    count(*)::integer as units
from membership
join peer_group using (group_code)
where membership.assessment_code = $assessment
group by all
order by min(peer_group.sort_order), peer_group.group_code
