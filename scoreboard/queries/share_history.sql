-- The share of one unit ($unit) in every assessment up to one ($assessment), oldest first, beside the mean of its group
-- then (of $group where it did not take part): assessment, year, criteria set, unit_code (its own then), share,
-- mean_share, units (that the mean is of), and is_new_territory where the unit's territory changed since the assessment before. A full rename carries
-- the unit on.

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

dated as (
    select
        *,
        coalesce(period_end, assessed_on, make_date(year, 12, 31)) as held_on,
        lag(coalesce(period_end, assessed_on, make_date(year, 12, 31))) over (order by sort_order) as held_before
    from assessment
),

group_mean as (
    select
        assessment_code,
        group_code,
        count(share) as units,
        -- exact: the mean of decimals would go through double
        (sum((share * 1000000000000000000)::hugeint) // nullif(count(share), 0))::decimal(38, 0)
    * 0.000000000000000001 as share
    from total
    group by all
)

select
    dated.assessment_code,
    dated.assessment_name,
    dated.year,
    dated.criteria_set_code,
    criteria_set.criteria_set_name,
    own.unit_code,
    own.share,
    group_mean.share as mean_share,
    group_mean.units,
    exists (
        from unit_succession
        where (unit_succession.predecessor_code in (from name) or unit_succession.successor_code in (from name))
            and (unit_succession.kind <> 'rename' or unit_succession.extent <> 'full')
            and unit_succession.effective_on > dated.held_before
            and unit_succession.effective_on <= dated.held_on
    ) as is_new_territory
from dated
join criteria_set using (criteria_set_code)
left join own on own.assessment_code = dated.assessment_code
left join group_mean
    on group_mean.assessment_code = dated.assessment_code
    and group_mean.group_code = coalesce(own.group_code, $group)
where dated.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
order by dated.sort_order
