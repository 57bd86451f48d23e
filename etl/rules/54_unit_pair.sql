-- unit_pair: for every two assessments, earlier and later, each unit that took part in either, with its two selves.
-- is_broken: between the two the unit was merged, split, dissolved or had its boundary moved, so it is not one unit.
-- Source: docs/methodology.md, "Đơn vị đổi tên, sáp nhập, chia tách".

create or replace temp table unit_pair as
with taking_part as (
    -- Two names of one series inside one assessment are two units there.
    select
        membership.assessment_code,
        membership.unit_code,
        membership.group_code,
        if(
            count(*) over (partition by membership.assessment_code, unit_series.series_code) = 1,
            unit_series.series_code,
            membership.unit_code
        ) as series_code,
    from membership
    join unit_series using (unit_code)
),

assessment_pair as (
    select
        earlier.assessment_code as from_assessment,
        later.assessment_code as to_assessment,
        earlier.criteria_set_code as from_set_code,
        later.criteria_set_code as to_set_code,
        later.previous_code = earlier.assessment_code as is_consecutive,
        stands_for(earlier.year, earlier.period_end, earlier.assessed_on) as from_day,
        stands_for(later.year, later.period_end, later.assessed_on) as to_day,
    from assessment as earlier
    join assessment as later
        on earlier.sort_order < later.sort_order
),

territory_change as (
    select distinct unit_series.series_code, unit_succession.effective_on
    from unit_succession
    join unit_series
        on unit_series.unit_code in (unit_succession.predecessor_code, unit_succession.successor_code)
    where unit_succession.status = 'confirmed' and unit_succession.kind <> 'rename'
),

either as (
    select assessment_pair.*, taking_part.series_code
    from assessment_pair
    join taking_part
        on taking_part.assessment_code = assessment_pair.from_assessment
    union
    select assessment_pair.*, taking_part.series_code
    from assessment_pair
    join taking_part
        on taking_part.assessment_code = assessment_pair.to_assessment
)

select
    either.* exclude (from_day, to_day),
    unit_batch.batch,
    coalesce(later.unit_code, earlier.unit_code) as unit_code,
    coalesce(later.group_code, earlier.group_code) as group_code,
    earlier.unit_code as from_unit_code,
    later.unit_code as to_unit_code,
    earlier.group_code as from_group_code,
    later.group_code as to_group_code,
    exists (
        select 1
        from territory_change
        where territory_change.series_code = either.series_code
            and territory_change.effective_on > either.from_day
            and territory_change.effective_on <= either.to_day
    ) as is_broken,
from either
join unit_batch
    on unit_batch.unit_code = either.series_code
left join taking_part as earlier
    on earlier.assessment_code = either.from_assessment
    and earlier.series_code = either.series_code
left join taking_part as later
    on later.assessment_code = either.to_assessment
    and later.series_code = either.series_code;
