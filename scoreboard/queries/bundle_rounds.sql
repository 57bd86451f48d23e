-- All that one criterion ($criterion, of the set of $assessment) was split into or merged of, as a whole, in every
-- assessment up to that one in which the whole is one by confirmed links, oldest first: assessment, year, sort_order,
-- criteria set, the criteria of that set in it (criterion_codes, criteria), max_points (their sum), scored_units (with
-- every one of them scored), done_well, not_well, not_done and share, in one group or in all ($group null). No row where
-- the criterion is one to one with all before it.

with own as (
    select assessment_code, criteria_set_code, sort_order
    from assessment
    where assessment_code = $assessment
),

-- The bundles that it is in with the sets before; of the latest of them it keeps those with the same parts today.
bundle as (
    select
        criterion_bundle.*,
        first(to_criteria) over (order by earlier.last_used desc) as parts_today,
        row_number() over (order by earlier.last_used desc) as place,
    from own
    join criterion_bundle
        on criterion_bundle.to_set_code = own.criteria_set_code
        and criterion_bundle.side = 'to'
        and criterion_bundle.criterion_code = $criterion
    join (
        select criteria_set_code, max(sort_order) as last_used
        from assessment
        where sort_order < (select sort_order from own)
        group by criteria_set_code
    ) as earlier
        on earlier.criteria_set_code = criterion_bundle.from_set_code
    where criterion_bundle.comparability <> 'not'
        and criterion_bundle.from_criteria + criterion_bundle.to_criteria > 2
),

side as (
    select from_set_code, to_set_code, bundle_code, 'from' as side, from_set_code as criteria_set_code
    from bundle
    where to_criteria = parts_today
    union all
    select from_set_code, to_set_code, bundle_code, 'to' as side, to_set_code as criteria_set_code
    from bundle
    where place = 1
),

whole as (
    select
        side.*,
        string_agg(criterion.criterion_code, ', ' order by criterion.sort_order) as criterion_codes,
        string_agg(criterion.criterion_code || ' ' || criterion.criterion_name, '; ' order by criterion.sort_order)
            as criteria,
        sum((criterion.max_points * criterion.weight)::decimal(18, 10)) as max_points,
    from side
    join criterion_bundle as member
        on member.from_set_code = side.from_set_code
        and member.to_set_code = side.to_set_code
        and member.bundle_code = side.bundle_code
        and member.side = side.side
    join criterion
        on criterion.criteria_set_code = side.criteria_set_code
        and criterion.criterion_code = member.criterion_code
    group by all
)

select
    assessment.assessment_code,
    assessment.assessment_name,
    assessment.year,
    assessment.sort_order,
    assessment.criteria_set_code,
    criteria_set.criteria_set_name,
    whole.criterion_codes,
    whole.criteria,
    whole.max_points,
    summary.scored_units,
    summary.done_well,
    summary.not_well,
    summary.not_done,
    summary.share
from whole
join assessment using (criteria_set_code)
join criteria_set using (criteria_set_code)
join bundle_summary as summary
    on summary.from_set_code = whole.from_set_code
    and summary.to_set_code = whole.to_set_code
    and summary.bundle_code = whole.bundle_code
    and summary.side = whole.side
    and summary.assessment_code = assessment.assessment_code
    and summary.group_code is not distinct from $group::varchar
where assessment.sort_order <= (select sort_order from own)
order by assessment.sort_order
