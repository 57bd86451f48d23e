-- Units whose points, rank, grade or group in an assessment are others: both sides, codes and names, and reasons: those of their changed
-- scores, then criteria_set (its criteria, rules or grades), group (the unit was put into another one), method (the
-- rules of the programme), and others (nothing of the unit itself: only its place among the others).

with both_sides as (
    select
        assessment_code,
        unit_code,
        old_total.group_code as old_group,
        new_total.group_code as new_group,
        old_total.points as old_points,
        new_total.points as new_points,
        new_total.points - old_total.points as points_change,
        old_total.rank as old_rank,
        new_total.rank as new_rank,
        old_total.grade_code as old_grade,
        new_total.grade_code as new_grade,
    from old_version.total as old_total
    full join new_version.total as new_total using (assessment_code, unit_code)
    where old_total.group_code is distinct from new_total.group_code
        or old_total.points is distinct from new_total.points
        or old_total.rank is distinct from new_total.rank
        or old_total.grade_code is distinct from new_total.grade_code
),

own_scores as (
    select assessment_code, unit_code, list(distinct reason order by reason) as reasons
    from changed_score
    group by all
),

explained as (
    select
        both_sides.*,
        old_assessment.criteria_set_code as old_set,
        new_assessment.criteria_set_code as new_set,
        list_concat(
            coalesce(own_scores.reasons, []),
            if(changed_set.criteria_set_code is not null, ['criteria_set'], []),
            if(old_group <> new_group, ['group'], []),
            if(old_assessment.criteria_set_code <> new_assessment.criteria_set_code, ['assessment'], []),
            if(
                both_sides.old_points is distinct from both_sides.new_points
                    and old_info.method_sha256 <> new_info.method_sha256,
                ['method'],
                []
            )
        ) as own_reasons,
    from both_sides
    cross join old_version.build_info as old_info
    cross join new_version.build_info as new_info
    left join own_scores using (assessment_code, unit_code)
    left join old_version.assessment as old_assessment using (assessment_code)
    left join new_version.assessment as new_assessment using (assessment_code)
    left join changed_set
        on changed_set.criteria_set_code = coalesce(new_assessment.criteria_set_code, old_assessment.criteria_set_code)
)

select
    explained.* exclude (own_reasons, old_set, new_set),
    coalesce(new_unit.unit_name, old_unit.unit_name) as unit_name,
    coalesce(old_grade_row.grade_name, old_grade) as old_grade_name,
    coalesce(new_grade_row.grade_name, new_grade) as new_grade_name,
    coalesce(old_group_row.group_name, old_group) as old_group_name,
    coalesce(new_group_row.group_name, new_group) as new_group_name,
    if(len(own_reasons) = 0, ['others'], own_reasons) as reasons,
from explained
left join old_version.unit as old_unit on old_unit.unit_code = explained.unit_code
left join new_version.unit as new_unit on new_unit.unit_code = explained.unit_code
left join old_version.grade as old_grade_row
    on old_grade_row.criteria_set_code = explained.old_set and old_grade_row.grade_code = explained.old_grade
left join new_version.grade as new_grade_row
    on new_grade_row.criteria_set_code = explained.new_set and new_grade_row.grade_code = explained.new_grade
left join old_version.peer_group as old_group_row on old_group_row.group_code = explained.old_group
left join new_version.peer_group as new_group_row on new_group_row.group_code = explained.new_group
order by explained.assessment_code desc, abs(points_change) desc nulls last, unit_name collate vi
