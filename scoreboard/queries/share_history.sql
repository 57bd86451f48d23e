-- The share of one unit ($unit) in every assessment up to one ($assessment), oldest first, beside the mean of its group
-- then (of $group where it did not take part): assessment, year, criteria set, unit_code (its own then), share,
-- mean_share, units (that the mean is of), is_other_units where none of the group's units was in it the assessment
-- before and is still the same unit, and is_new_territory where the unit's territory changed since the assessment that
-- it took part in before. A full rename carries the unit on.

with name as (
    from unit_series
    select unit_code
    where series_code = (from unit_series select series_code where unit_code = $unit)
),

own as (
    from total
    select *
    where unit_code in (from name)
    qualify row_number() over (partition by assessment_code order by unit_code <> $unit, unit_code) = 1
),

followed as (
    select own.*, lag(assessment_code) over (order by assessment.sort_order) as assessment_before
    from own
    join assessment using (assessment_code)
)

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.criteria_set_code,
    criteria_set.criteria_set_name,
    followed.unit_code,
    followed.share,
    summary.mean_share,
    summary.units,
    of_group.reason is not distinct from 'no_common_units' as is_other_units,
    change.reason is not distinct from 'territory_changed' as is_new_territory
from assessment
join criteria_set using (criteria_set_code)
left join followed using (assessment_code)
left join group_summary as summary
    on summary.assessment_code = assessment.assessment_code
    and summary.group_code = coalesce(followed.group_code, $group)
left join unit_change as change
    on change.from_assessment = followed.assessment_before
    and change.to_assessment = assessment.assessment_code
    and change.unit_code = followed.unit_code
left join group_change as of_group
    on of_group.from_assessment = assessment.previous_code
    and of_group.to_assessment = assessment.assessment_code
    and of_group.group_code = summary.group_code
where assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by assessment.sort_order
