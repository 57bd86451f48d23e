-- unit_batch: units a thousand at a time, all of one series together.
-- What a unit was given is held against what it was given before, so the rules about changes need no other unit: they run
-- batch by batch, and what they join stays small enough for the caches of a processor, however many units there are.
-- Source: docs/methodology.md, "Đơn vị đổi tên, sáp nhập, chia tách".

create or replace temp table unit_batch as
select
    unit_code,
    (dense_rank() over (order by series_code) - 1) // coalesce(getvariable('units_a_batch'), 1000) as batch,
from unit_series;

-- batch_unit: the units of the batch at hand.
create or replace temp view batch_unit as
select unit_code
from unit_batch
where batch = getvariable('batch');
