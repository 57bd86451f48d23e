-- One criterion ($criterion, of the set of $assessment) in every assessment up to that one, oldest first: assessment,
-- year, sort_order, criteria set, and the criterion of that set that is the same by confirmed one-to-one links
-- (criterion_code, criterion_name, max_points; NULL where none or several are) with its scored_units, done_well,
-- not_well, not_done, not_applicable, missing and share, in one group or in all ($group null).

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
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    assessment.criteria_set_code,
    criteria_set.criteria_set_name,
    criterion.criterion_code,
    criterion.criterion_name,
    (criterion.max_points * criterion.weight)::decimal(18, 10) as max_points,
    summary.scored_units,
    summary.done_well,
    summary.not_well,
    summary.not_done,
    summary.not_applicable,
    summary.missing,
    summary.share
from assessment
join criteria_set using (criteria_set_code)
left join member using (criteria_set_code)
left join criterion
    on criterion.criteria_set_code = member.criteria_set_code and criterion.criterion_code = member.criterion_code
left join criterion_summary as summary
    on summary.assessment_code = assessment.assessment_code
    and summary.criterion_code = member.criterion_code
    and summary.group_code is not distinct from $group::varchar
where assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by assessment.sort_order
