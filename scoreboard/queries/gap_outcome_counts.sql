-- What became of the shortfalls of the assessment before ($assessment's own), in one group or in all ($group null):
-- outcome (closed, improved, unchanged, worse, cannot_tell), shortfalls. Outcomes that nobody has are left out.

select
    gap_outcome.outcome,
    count(*) as shortfalls
from assessment
join gap_outcome
    on gap_outcome.from_assessment = assessment.previous_code
    and gap_outcome.to_assessment = assessment.assessment_code
where assessment.assessment_code = $assessment
  and ($group::varchar is null or gap_outcome.group_code = $group)
group by gap_outcome.outcome
order by list_position(['closed', 'improved', 'unchanged', 'worse', 'cannot_tell'], gap_outcome.outcome)
