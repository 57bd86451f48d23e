-- The shares of the units that one unit ($unit) came from, in every assessment they took part in up to one
-- ($assessment), by name and oldest first: unit_code, short_name, assessment_code, share.

select
    unit.unit_code,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    total.assessment_code,
    total.share
from unit_succession
join unit on unit.unit_code = unit_succession.predecessor_code
join total on total.unit_code = unit.unit_code
join assessment using (assessment_code)
where unit_succession.successor_code = $unit
    and assessment.sort_order <= (select sort_order from assessment where assessment_code = $assessment)
group by all
order by any_value(unit.unit_name) collate vi, unit.unit_code, min(assessment.sort_order)
