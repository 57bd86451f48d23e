-- The share of the maximum on one criterion ($criterion, of the set of $assessment) that each group reached in every
-- assessment up to that one which has the criterion by confirmed one-to-one links: group, assessment, year, sort_order,
-- criteria set, units (scored), mean_share, and is_other_units where none of the group's units was in it the assessment
-- before and is still the same unit. $group narrows it, NULL takes all.

with own as (
    select criterion_family.criteria_set_code, criterion_family.criterion_code, criterion_family.family_code
    from assessment
    join criterion_family using (criteria_set_code)
    where assessment.assessment_code = $assessment and criterion_family.criterion_code = $criterion
),

member as (
    select criterion_family.criteria_set_code, criterion_family.criterion_code
    from criterion_family
    join own using (family_code)
    where criterion_family.criteria_set_code <> own.criteria_set_code
        -- what links through a third set make one is not shown as one where the two may not be compared
        and not exists (
            from criterion_bundle as bundle
            where bundle.from_set_code = criterion_family.criteria_set_code
                and bundle.to_set_code = own.criteria_set_code
                and bundle.side = 'to'
                and bundle.criterion_code = own.criterion_code
                and bundle.comparability = 'not'
        )
    qualify count(*) over (partition by criterion_family.criteria_set_code) = 1
    union all
    select criteria_set_code, criterion_code from own
)

select
    peer_group.group_code,
    peer_group.group_name,
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    assessment.criteria_set_code,
    criteria_set.criteria_set_name,
    summary.scored_units as units,
    summary.share as mean_share,
    change.reason is not distinct from 'no_common_units' as is_other_units
from assessment
join criteria_set using (criteria_set_code)
join member using (criteria_set_code)
join criterion_summary as summary
    on summary.assessment_code = assessment.assessment_code and summary.criterion_code = member.criterion_code
join peer_group on peer_group.group_code = summary.group_code
left join group_change as change
    on change.from_assessment = assessment.previous_code
    and change.to_assessment = assessment.assessment_code
    and change.group_code = summary.group_code
where assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
    and summary.share is not null
    and ($group::varchar is null or summary.group_code = $group)
order by peer_group.sort_order, peer_group.group_code, assessment.sort_order
