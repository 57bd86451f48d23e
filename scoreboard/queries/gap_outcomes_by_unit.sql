-- What became of the shortfalls of the assessment before ($assessment's own), by unit, in one group or in all ($group
-- null), units group by group in alphabetical order: unit, closed, improved, unchanged, worse, cannot_tell, shortfalls
-- (their sum). Units without any are left out.

select
    unit.unit_code,
    unit.unit_name,
    gap_outcome.group_code,
    count(*) filter (gap_outcome.outcome = 'closed') as closed,
    count(*) filter (gap_outcome.outcome = 'improved') as improved,
    count(*) filter (gap_outcome.outcome = 'unchanged') as unchanged,
    count(*) filter (gap_outcome.outcome = 'worse') as worse,
    count(*) filter (gap_outcome.outcome = 'cannot_tell') as cannot_tell,
    count(*) as shortfalls
from assessment
join gap_outcome
    on gap_outcome.from_assessment = assessment.previous_code
    and gap_outcome.to_assessment = assessment.assessment_code
join unit on unit.unit_code = gap_outcome.unit_code
join peer_group on peer_group.group_code = gap_outcome.group_code
where assessment.assessment_code = $assessment
  and ($group::varchar is null or gap_outcome.group_code = $group)
group by unit.unit_code, unit.unit_name, gap_outcome.group_code, peer_group.sort_order
order by peer_group.sort_order, unit.unit_name collate vi, unit.unit_code
