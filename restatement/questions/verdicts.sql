-- Criteria of units that are judged otherwise: verdict (NULL without one) before and after, and reasons: those of the
-- changed scores, then criteria_set, then method.

with both_sides as (
    select
        assessment_code,
        unit_code,
        criterion_code,
        old_result.verdict as old_verdict,
        new_result.verdict as new_verdict,
        coalesce(new_result.criteria_set_code, old_result.criteria_set_code) as criteria_set_code,
    from old_version.criterion_result as old_result
    full join new_version.criterion_result as new_result using (assessment_code, unit_code, criterion_code)
    where old_result.verdict is distinct from new_result.verdict
),

own_scores as (
    select assessment_code, unit_code, criterion_code, list(distinct reason order by reason) as reasons
    from changed_score
    group by all
)

select
    both_sides.*,
    coalesce(new_unit.unit_name, old_unit.unit_name) as unit_name,
    coalesce(new_criterion.criterion_name, old_criterion.criterion_name) as criterion_name,
    case
        when own_scores.reasons is not null then own_scores.reasons
        when changed_set.criteria_set_code is not null then ['criteria_set']
        else ['method']
    end as reasons,
from both_sides
left join own_scores using (assessment_code, unit_code, criterion_code)
left join changed_set using (criteria_set_code)
left join old_version.unit as old_unit on old_unit.unit_code = both_sides.unit_code
left join new_version.unit as new_unit on new_unit.unit_code = both_sides.unit_code
left join old_version.criterion as old_criterion using (criteria_set_code, criterion_code)
left join new_version.criterion as new_criterion using (criteria_set_code, criterion_code)
order by both_sides.assessment_code desc, unit_name collate vi, both_sides.criterion_code
