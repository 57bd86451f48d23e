-- What a unit ($unit) came from and what became of it, under every name that it bore, as confirmed, oldest first:
-- relation (predecessor, successor), the other unit (NULL where it was dissolved without one), kind, extent,
-- effective_on, legal_source. A renaming up to the name asked for is a predecessor, a later one a successor.

with name as (
    from unit_series
    select unit_code
    where series_code = (from unit_series select series_code where unit_code = $unit)
),

told as (
    select
        *,
        coalesce(successor_code in (from name), false) as is_arrival,
        predecessor_code in (from name) as is_departure
    from unit_succession
    where status = 'confirmed' and (successor_code in (from name) or predecessor_code in (from name))
),

related as (
    select
        *,
        case
            when not is_departure then 'predecessor'
            when not is_arrival then 'successor'
            when effective_on <= (select max(effective_on) from told where successor_code = $unit and is_departure)
                then 'predecessor'
            else 'successor'
        end as relation
    from told
)

select
    related.relation,
    unit.unit_code as other_code,
    unit.unit_name as other_name,
    related.kind,
    related.extent,
    related.effective_on,
    related.legal_source
from related
left join unit
    on unit.unit_code = if(related.relation = 'predecessor', related.predecessor_code, related.successor_code)
order by related.effective_on, related.relation, other_name collate vi
