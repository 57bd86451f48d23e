-- Every assessment, the latest first, with its criteria set and the assessment before it (null for the first):
-- assessment_code, assessment_name, year, sort_order, decision, criteria_set_code, criteria_set_name,
-- criteria_decision, not_applicable_rule, done_well_min_share, not_done_max_share (0-1), grade_basis, total_rule,
-- partial_rule, max_points, previous_code, previous_name; and what its results rest on that was proposed from the
-- workbooks and that nobody has confirmed yet: is_set_proposed (whether the rules of its set are), proposed_criteria and
-- proposed_units (how many).

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    assessment.decision,
    criteria_set.criteria_set_code,
    criteria_set.criteria_set_name,
    criteria_set.decision as criteria_decision,
    criteria_set.not_applicable_rule,
    criteria_set.done_well_min_share,
    criteria_set.not_done_max_share,
    criteria_set.grade_basis,
    criteria_set.total_rule,
    criteria_set.partial_rule,
    criteria_set.max_points,
    previous.assessment_code as previous_code,
    previous.assessment_name as previous_name,
    criteria_set.status = 'proposed' as is_set_proposed,
    (
        select count(*)
        from criterion
        where criterion.criteria_set_code = assessment.criteria_set_code and criterion.status = 'proposed'
    ) as proposed_criteria,
    (
        select count(*)
        from membership
        join unit using (unit_code)
        where membership.assessment_code = assessment.assessment_code and unit.status = 'proposed'
    ) as proposed_units
from assessment
join criteria_set using (criteria_set_code)
left join assessment as previous on previous.assessment_code = assessment.previous_code
order by assessment.sort_order desc
