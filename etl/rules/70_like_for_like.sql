-- like_for_like: two assessments compared on the criteria they share, as shares of the maximum.
-- One row per unit with a result in both and no break of territory between. A criterion counts when it is linked and
-- the unit was scored on it both times; a split or merged bundle when all its parts were.
-- The linked maxima tell how much of each criteria set the comparison covers.
-- Ranks are among the units of the group, on these shares; NULL shares where no criterion is linked.
-- Source: docs/methodology.md, "So sánh cùng tiêu chí".

insert into like_for_like by name
with shared as (
    select
        compared_unit.from_assessment,
        compared_unit.to_assessment,
        compared_unit.unit_code,
        compared_unit.group_code,
        coalesce(linked_sum.linked_criteria, 0) as linked_criteria,
        cut_share(linked_sum.from_points, linked_sum.from_max_points) as from_share,
        cut_share(linked_sum.to_points, linked_sum.to_max_points) as to_share,
        cut_share(linked_sum.from_max_points, from_set.max_points) as from_linked_max_share,
        cut_share(linked_sum.to_max_points, to_set.max_points) as to_linked_max_share,
    from compared_unit
    join criteria_set as from_set
        on from_set.criteria_set_code = compared_unit.from_set_code
    join criteria_set as to_set
        on to_set.criteria_set_code = compared_unit.to_set_code
    left join linked_sum using (from_assessment, to_assessment, unit_code)
)

select
    *,
    (to_share - from_share)::decimal(20, 18) as share_change,
    if(from_share + to_share is null, null, rank() over (competitors order by from_share desc)) as from_rank,
    if(from_share + to_share is null, null, rank() over (competitors order by to_share desc)) as to_rank,
    count(from_share + to_share) over (partition by from_assessment, to_assessment, group_code) as ranked_units,
from shared
window competitors as (
    partition by from_assessment, to_assessment, group_code, from_share + to_share is null
);
