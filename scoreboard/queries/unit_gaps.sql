-- The shortfalls of one unit ($unit) in one assessment, by points lost, the most first: criterion_code, criterion_name,
-- short_name, points, max_points, gap_points, verdict (not_well, not_done), weak_rounds (assessments in a row without
-- doing it well, up to this one), is_systemic (whether it is shared among the units of $group, NULL for all units),
-- was_split (whether it is a part of what was one criterion in the assessment before, so that its rounds are counted
-- anew). $section narrows it, NULL takes all.

select
    result.criterion_code,
    criterion.criterion_name,
    coalesce(nullif(criterion.short_name, ''), criterion.criterion_name) as short_name,
    result.points,
    result.max_points,
    result.gap_points,
    result.verdict,
    history.weak_rounds,
    summary.is_systemic,
    exists (
        from criterion_bundle as part
        where part.from_set_code = previous.criteria_set_code
            and part.to_set_code = result.criteria_set_code
            and part.side = 'to'
            and part.criterion_code = result.criterion_code
            and part.to_criteria > 1
    ) as was_split
from criterion_result as result
join criterion using (criteria_set_code, criterion_code)
join assessment using (assessment_code)
left join assessment as previous on previous.assessment_code = assessment.previous_code
join criterion_history as history
    on history.assessment_code = result.assessment_code
    and history.unit_code = result.unit_code
    and history.criterion_code = result.criterion_code
join criterion_summary as summary
    on summary.assessment_code = result.assessment_code
    and summary.group_code is not distinct from $group::varchar
    and summary.criterion_code = result.criterion_code
where result.assessment_code = $assessment
    and result.unit_code = $unit
    and result.verdict in ('not_well', 'not_done')
    and ($section::varchar is null or criterion.top_code = $section)
order by result.gap_points desc, criterion.sort_order
