-- What became of one criterion ($criterion) of every unit that has a result on it in an assessment ($assessment), since
-- the assessment before, the largest rise first: unit, from_verdict, to_verdict, from_share, to_share, share_change
-- (NULL where it cannot be told) and reason (absent_before where the unit or the criterion was not there). $group
-- narrows it, NULL takes all. No row for the first assessment.

select
    unit.unit_code,
    unit.unit_name,
    followed.from_verdict,
    result.verdict as to_verdict,
    followed.from_share,
    result.share as to_share,
    if(followed.reason is null, result.share - followed.from_share, null) as share_change,
    if(followed.unit_code is null, 'absent_before', followed.reason) as reason
from criterion_result as result
join assessment using (assessment_code)
join unit using (unit_code)
left join criterion_followed as followed
    on followed.to_assessment = result.assessment_code
    and followed.to_unit_code = result.unit_code
    and followed.to_criterion_code = result.criterion_code
where result.assessment_code = $assessment
    and result.criterion_code = $criterion
    and ($group::varchar is null or result.group_code = $group)
    and assessment.previous_code is not null
order by share_change desc nulls last, unit.unit_name collate vi, unit.unit_code
