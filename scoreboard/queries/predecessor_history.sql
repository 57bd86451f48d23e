-- The shares of the units that one unit ($unit) came from, as confirmed, in every assessment they took part in up to one
-- ($assessment), by name and oldest first: unit_code, short_name, assessment_code, share. What was only renamed in full
-- is the unit itself, not one it came from.

with name as (
    from unit_series
    select unit_code
    where series_code = (from unit_series select series_code where unit_code = $unit)
)

select
    unit.unit_code,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    total.assessment_code,
    total.share
from unit_succession
join unit on unit.unit_code = unit_succession.predecessor_code
join total on total.unit_code = unit.unit_code
join assessment using (assessment_code)
where unit_succession.status = 'confirmed'
    and unit_succession.successor_code in (from name)
    and unit_succession.predecessor_code not in (from name)
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
group by all
order by any_value(unit.unit_name) collate vi, unit.unit_code, min(assessment.sort_order)
