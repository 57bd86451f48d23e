-- group_change_part: what the change in a group's mean is made of; the parts add up to mean_change exactly.
-- members_left: what the mean gains or loses by those who are no longer compared in it; members_joined likewise by the
-- new; between them the parts of the common units, each the mean over them. What cutting the means after ten decimals
-- leaves over is `remainder`. Without one common unit all is `members_replaced`. Parts that are zero are left out.
-- Source: docs/methodology.md, "Trung bình của khối".

insert into group_change_part by name
with summed as (
    select * replace (sum(points_change) as points_change)
    from group_part_sum
    group by all
),

common_part as (
    select
        summed.* replace (cut_mean(summed.points_change, group_change.common_units) as points_change),
    from summed
    join group_change using (from_assessment, to_assessment, group_code)
    where summed.points_change is not null
),

added as (
    select from_assessment, to_assessment, group_code, sum(points_change) as points_change
    from common_part
    group by all
),

part as (
    select *
    from common_part
    union all by name
    select
        from_assessment,
        to_assessment,
        group_code,
        'remainder' as part,
        group_change.common_mean_change - coalesce(added.points_change, 0) as points_change,
    from group_change
    left join added using (from_assessment, to_assessment, group_code)
    where group_change.common_units > 0
    union all by name
    select
        from_assessment,
        to_assessment,
        group_code,
        'members_left' as part,
        common_from_mean - from_mean as points_change,
    from group_change
    where common_units > 0
    union all by name
    select
        from_assessment,
        to_assessment,
        group_code,
        'members_joined' as part,
        to_mean - common_to_mean as points_change,
    from group_change
    where common_units > 0
    union all by name
    select
        from_assessment,
        to_assessment,
        group_code,
        'members_replaced' as part,
        mean_change as points_change,
    from group_change
    where common_units = 0
)

select *
from part
where points_change <> 0;
