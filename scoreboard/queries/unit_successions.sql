-- What a unit came from and what became of it, as confirmed, oldest first: relation (predecessor, successor), the other
-- unit (NULL where it was dissolved without one), kind, extent, effective_on, legal_source.

select
    'predecessor' as relation,
    unit.unit_code as other_code,
    unit.unit_name as other_name,
    unit_succession.kind,
    unit_succession.extent,
    unit_succession.effective_on,
    unit_succession.legal_source
from unit_succession
join unit on unit.unit_code = unit_succession.predecessor_code
where unit_succession.successor_code = $unit and unit_succession.status = 'confirmed'
union all
select
    'successor' as relation,
    unit.unit_code as other_code,
    unit.unit_name as other_name,
    unit_succession.kind,
    unit_succession.extent,
    unit_succession.effective_on,
    unit_succession.legal_source
from unit_succession
left join unit on unit.unit_code = unit_succession.successor_code
where unit_succession.predecessor_code = $unit and unit_succession.status = 'confirmed'
order by effective_on, relation, other_name collate vi
