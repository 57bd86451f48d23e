-- What became of units between two assessments ($baseline, $assessment), oldest first: effective_on, kind (rename, merge,
-- split, dissolve, boundary), extent (full, partial), legal_source, predecessor_name, successor_name (NULL where there is
-- none). Of one group those in which a unit took part in it at either time, of all groups ($group null) every one. An
-- assessment stands for its period's last day, the day it was held, or the last of its year, as comparability has it.

with stands_for as (
    select assessment_code, coalesce(period_end, assessed_on, make_date(year, 12, 31)) as day
    from assessment
),

taking_part as (
    select distinct unit_code
    from membership
    where assessment_code in ($baseline, $assessment) and ($group::varchar is null or group_code = $group)
)

select
    succession.effective_on,
    succession.kind,
    succession.extent,
    succession.legal_source,
    predecessor.unit_name as predecessor_name,
    successor.unit_name as successor_name
from unit_succession as succession
join unit as predecessor on predecessor.unit_code = succession.predecessor_code
left join unit as successor on successor.unit_code = succession.successor_code
where succession.status = 'confirmed'
    and succession.effective_on > (select day from stands_for where assessment_code = $baseline)
    and succession.effective_on <= (select day from stands_for where assessment_code = $assessment)
    and (
        succession.predecessor_code in (select unit_code from taking_part)
        or succession.successor_code in (select unit_code from taking_part)
    )
order by succession.effective_on, successor_name collate vi nulls last, predecessor_name collate vi
