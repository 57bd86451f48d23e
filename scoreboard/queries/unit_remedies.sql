-- What was asked of one unit, under any name it had, in an assessment and before, the latest first: the assessment, the
-- criterion, the remedy, due_on, legal_source, outcome (closed, improved, unchanged, worse, cannot_tell) as the next
-- assessment shows it, reason where it cannot be told, and the criterion's share then and after.

select
    assessment.assessment_code,
    assessment.assessment_name,
    remedy.criterion_code,
    criterion.criterion_name,
    remedy.remedy,
    remedy.due_on,
    remedy.legal_source,
    next_assessment.assessment_name as next_name,
    remedy.outcome,
    remedy.reason,
    remedy.from_share,
    remedy.to_share
from remedy
join assessment using (assessment_code)
join criterion using (criteria_set_code, criterion_code)
left join assessment as next_assessment on next_assessment.assessment_code = remedy.next_assessment_code
where remedy.unit_code in (
    from unit_series
    select unit_code
    where series_code = (from unit_series select series_code where unit_code = $unit)
)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by assessment.sort_order desc, criterion.sort_order
