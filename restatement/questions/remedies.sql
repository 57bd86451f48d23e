-- Requests to remedy whose outcome is another, or that are in one version only: outcome before and after, and reasons:
-- scores (of the unit in either round), link (of the criteria between the two sets), or request (it was added or removed).

with both_sides as (
    select
        assessment_code,
        unit_code,
        criterion_code,
        remedy,
        old_remedy.outcome as old_outcome,
        new_remedy.outcome as new_outcome,
        coalesce(new_remedy.next_assessment_code, old_remedy.next_assessment_code) as next_assessment_code,
    from old_version.remedy as old_remedy
    full join new_version.remedy as new_remedy using (assessment_code, unit_code, criterion_code, remedy)
    where old_remedy.outcome is distinct from new_remedy.outcome
)

select
    both_sides.*,
    coalesce(new_unit.unit_name, old_unit.unit_name) as unit_name,
    case
        when old_outcome is null or new_outcome is null then ['request']
        when exists (
            select 1
            from changed_score
            where changed_score.unit_code = both_sides.unit_code
                and changed_score.assessment_code in (both_sides.assessment_code, both_sides.next_assessment_code)
        ) then ['scores']
        else ['link']
    end as reasons,
from both_sides
left join old_version.unit as old_unit on old_unit.unit_code = both_sides.unit_code
left join new_version.unit as new_unit on new_unit.unit_code = both_sides.unit_code
order by both_sides.assessment_code desc, unit_name collate vi, both_sides.criterion_code
