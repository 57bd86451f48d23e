-- unit_series: units that are one unit through the years, under one name after another.
-- Only a confirmed full rename carries a series on; a merger, a split or a moved boundary never does. The series has
-- the code of its last name.
-- Source: docs/methodology.md, "Đơn vị đổi tên, sáp nhập, chia tách".

insert into unit_series by name
with recursive rename as (
    select predecessor_code, successor_code
    from unit_succession
    where status = 'confirmed'
        and kind = 'rename'
        and extent = 'full'
        and successor_code is not null
),

connected as (
    select predecessor_code as unit_code, successor_code as other_code
    from rename
    union all
    select successor_code as unit_code, predecessor_code as other_code
    from rename
),

reached as (
    select unit_code, unit_code as member_code
    from unit
    union
    select reached.unit_code, connected.other_code as member_code
    from reached
    join connected
        on connected.unit_code = reached.member_code
)

select
    reached.unit_code,
    reached.member_code as series_code,
from reached
qualify row_number() over (
    partition by reached.unit_code
    order by reached.member_code in (select predecessor_code from rename), reached.member_code
) = 1;
