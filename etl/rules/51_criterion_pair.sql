-- criterion_pair: which scored normal criterion of one set continues as which of another (or the same) set.
-- Inside a set a criterion continues as itself. Across sets it continues as the only member of its family there; a
-- family with two members in one set is ambiguous, and nothing is concluded from it.
-- Source: docs/methodology.md, "Cùng một tiêu chí qua các bộ".

create or replace temp table criterion_pair as
with set_pair as (
    select distinct
        earlier.criteria_set_code as from_set_code,
        later.criteria_set_code as to_set_code,
    from assessment as earlier
    join assessment as later
        on earlier.sort_order < later.sort_order
),

comparable as (
    select criteria_set_code, criterion_code, max_points, family_code
    from criterion
    join criterion_family using (criteria_set_code, criterion_code)
    where is_scored and kind = 'normal'
),

sole as (
    select *
    from comparable
    qualify count(*) over (partition by criteria_set_code, family_code) = 1
)

select
    set_pair.from_set_code,
    set_pair.to_set_code,
    comparable.criterion_code as from_criterion_code,
    comparable.criterion_code as to_criterion_code,
    comparable.max_points as from_max_points,
    comparable.max_points as to_max_points,
from set_pair
join comparable
    on comparable.criteria_set_code = set_pair.from_set_code
where set_pair.from_set_code = set_pair.to_set_code
union all
select
    set_pair.from_set_code,
    set_pair.to_set_code,
    earlier.criterion_code as from_criterion_code,
    later.criterion_code as to_criterion_code,
    earlier.max_points as from_max_points,
    later.max_points as to_max_points,
from set_pair
join sole as earlier
    on earlier.criteria_set_code = set_pair.from_set_code
join sole as later
    on later.criteria_set_code = set_pair.to_set_code
    and later.family_code = earlier.family_code
where set_pair.from_set_code <> set_pair.to_set_code;
