-- The units of an assessment ($assessment), of one group or of all ($group null): by group, then by rank, ties in
-- alphabetical order, units without a rank last. Totals as units scored themselves, as computed and as printed, with a
-- code for why they differ (NULL where they do not); the grade that the points alone reach (points_grade_name), what
-- holds it down and by what document (grade_override_*, NULL where nothing does); places_per_quarter_point, how many
-- places a quarter of a point more is worth; counts per verdict; the change since the assessment before, with what may
-- be said of it (null where there is none). name_place is the unit's place in Vietnamese alphabetical order.
-- share and share_change are 0-1; where the criteria set changed, share_change is that of the linked criteria only.
-- places_up is positive for a better place; it is null where places may not be compared.

select
    total.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    total.group_code,
    peer_group.group_name,
    membership.is_submitted,
    total.points,
    total.max_points,
    total.self_points,
    total.share,
    total.rank,
    total.ranked_units,
    total.is_tied,
    total.is_partial,
    total.unranked_reason,
    total.grade_code,
    grade.grade_name,
    points_grade.grade_name as points_grade_name,
    total.grade_override_reason,
    total.grade_override_source,
    total.bonus_points,
    total.penalty_points,
    total.done_well,
    total.not_well,
    total.not_done,
    total.not_applicable,
    total.missing,
    total.printed_points,
    total.printed_rank,
    total.printed_grade,
    total.printed_points_reason,
    total.printed_rank_reason,
    total.printed_grade_reason,
    total.places_per_quarter_point,
    change.comparability,
    change.reason,
    change.caution,
    change.quoted_share_change as share_change,
    if(change.comparability = 'comparable', change.points_change, null) as points_change,
    if(change.rank_comparability = 'comparable', change.places_up, null) as places_up,
    change.rank_comparability,
    change.rank_reason,
    row_number() over (order by unit.unit_name collate vi, total.unit_code) as name_place
from total
join membership using (assessment_code, unit_code)
join unit on unit.unit_code = total.unit_code
join peer_group on peer_group.group_code = total.group_code
join assessment on assessment.assessment_code = total.assessment_code
left join grade
    on grade.criteria_set_code = assessment.criteria_set_code
    and grade.grade_code = total.grade_code
left join grade as points_grade
    on points_grade.criteria_set_code = assessment.criteria_set_code
    and points_grade.grade_code = total.points_grade_code
left join unit_change as change
    on change.from_assessment = assessment.previous_code
    and change.to_assessment = total.assessment_code
    and change.unit_code = total.unit_code
where total.assessment_code = $assessment
  and ($group::varchar is null or total.group_code = $group)
order by
    peer_group.sort_order,
    total.rank nulls last,
    membership.is_submitted desc,
    unit.unit_name collate vi,
    total.unit_code
