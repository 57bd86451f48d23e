-- criterion_family: criteria of different sets that are one criterion through the years.
-- Connected by confirmed one-to-one links only (same, renamed, rescaled), each the only link of its two ends between the
-- two sets: what also gave a part to another criterion is not one with it. Equal numbers or names connect nothing. A
-- criterion without such a link is a family of its own. A family is named after its earliest member.
-- Source: docs/methodology.md, "Cùng một tiêu chí qua các bộ".

insert into criterion_family by name
with recursive one_to_one as (
    select from_set_code, from_criterion_code, to_set_code, to_criterion_code
    from criterion_link
    where status = 'confirmed'
        and from_criterion_code is not null
        and to_criterion_code is not null
    qualify kind in ('same', 'renamed', 'rescaled')
        and count(*) over (partition by from_set_code, from_criterion_code, to_set_code) = 1
        and count(*) over (partition by to_set_code, to_criterion_code, from_set_code) = 1
),

connected as (
    select from_set_code, from_criterion_code, to_set_code, to_criterion_code
    from one_to_one
    union all
    select to_set_code, to_criterion_code, from_set_code, from_criterion_code
    from one_to_one
),

reached as (
    select
        criteria_set_code,
        criterion_code,
        criteria_set_code as member_set_code,
        criterion_code as member_code,
    from criterion
    union
    select
        reached.criteria_set_code,
        reached.criterion_code,
        connected.to_set_code as member_set_code,
        connected.to_criterion_code as member_code,
    from reached
    join connected
        on connected.from_set_code = reached.member_set_code
        and connected.from_criterion_code = reached.member_code
),

first_use as (
    select criteria_set_code, min(sort_order) as first_used
    from assessment
    group by criteria_set_code
)

select
    reached.criteria_set_code,
    reached.criterion_code,
    reached.member_set_code || ':' || reached.member_code as family_code,
from reached
join criterion as member
    on member.criteria_set_code = reached.member_set_code
    and member.criterion_code = reached.member_code
left join first_use
    on first_use.criteria_set_code = reached.member_set_code
qualify row_number() over (
    partition by reached.criteria_set_code, reached.criterion_code
    order by first_use.first_used nulls last, member.criteria_set_code, member.sort_order
) = 1;
