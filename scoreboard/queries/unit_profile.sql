-- One unit in one assessment, one row (none where it does not take part): its result as computed and as printed, with a
-- code for why they differ (NULL where they do not), its group, how many units of the group are ranked, the mean share of
-- the group, the grade, the one that the points alone reach (points_grade_name) and the grade above it (next_grade_name,
-- next_grade_min; NULL at the top and where a condition allows no more), what holds the grade below the points and by
-- what document (grade_override_*, NULL where nothing does), the condition declared for the unit whether it does or not
-- (highest_grade_*, NULL without one), the assessment before with the unit's share and rank then (under its name before a
-- full rename, too), the change of the share (0-1; on the linked criteria only where the criteria set changed), whether
-- the two may be compared, and the caution with it (ceiling, floor: had hardly any room to move).

select
    unit.unit_code,
    unit.unit_name,
    membership.printed_name,
    peer_group.group_code,
    peer_group.group_name,
    membership.is_submitted,
    total.points,
    total.max_points,
    total.share,
    total.normal_points,
    total.applicable_max_points,
    total.bonus_points,
    total.penalty_points,
    total.gap_points,
    total.self_points,
    total.rank,
    total.ranked_units,
    total.is_tied,
    total.is_partial,
    total.unranked_reason,
    total.missing,
    total.not_applicable,
    grade.grade_name,
    criteria_set.grade_basis,
    next_grade.grade_name as next_grade_name,
    next_grade.min_value as next_grade_min,
    points_grade.grade_name as points_grade_name,
    total.grade_override_reason,
    total.grade_override_source,
    highest_grade.grade_name as highest_grade_name,
    grade_override.reason as highest_grade_reason,
    nullif(grade_override.legal_source, '') as highest_grade_source,
    total.printed_points,
    total.printed_rank,
    total.printed_grade,
    total.printed_points_reason,
    total.printed_rank_reason,
    total.printed_grade_reason,
    summary.mean_share as group_mean_share,
    summary.units as group_mean_units,
    previous.assessment_name as previous_name,
    change.from_share as previous_share,
    change.from_rank as previous_rank,
    change.quoted_share_change as share_change,
    change.comparability,
    change.reason,
    change.caution,
    change.rank_comparability,
    change.rank_reason
from total
join membership using (assessment_code, unit_code)
join assessment using (assessment_code)
join criteria_set using (criteria_set_code)
join unit on unit.unit_code = total.unit_code
join peer_group on peer_group.group_code = total.group_code
join group_summary as summary
    on summary.assessment_code = total.assessment_code and summary.group_code = total.group_code
left join grade
    on grade.criteria_set_code = assessment.criteria_set_code and grade.grade_code = total.grade_code
left join grade as next_grade
    on next_grade.criteria_set_code = assessment.criteria_set_code and next_grade.grade_code = total.next_grade_code
left join grade as points_grade
    on points_grade.criteria_set_code = assessment.criteria_set_code
    and points_grade.grade_code = total.points_grade_code
left join grade_override
    on grade_override.assessment_code = total.assessment_code
    and grade_override.unit_code = total.unit_code
    and grade_override.status = 'confirmed'
left join grade as highest_grade
    on highest_grade.criteria_set_code = assessment.criteria_set_code
    and highest_grade.grade_code = grade_override.highest_grade_code
left join assessment as previous on previous.assessment_code = assessment.previous_code
left join unit_change as change
    on change.from_assessment = previous.assessment_code
    and change.to_assessment = total.assessment_code
    and change.unit_code = total.unit_code
where total.assessment_code = $assessment and total.unit_code = $unit
