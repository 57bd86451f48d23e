-- group_change_part: what the change in a group's mean is made of; the parts add up to mean_change exactly.
-- members_left: what the mean gains or loses by those who are no longer compared in it; members_joined likewise by the
-- new; between them the parts of the common units, each the mean over them. What cutting the means after ten decimals
-- leaves over is `remainder`. Without one common unit all is `members_replaced`. Parts that are zero are left out.
-- Source: docs/methodology.md, "Trung bình của khối".

insert into group_change_part by name
with common_part as (
    select
        group_change.from_assessment,
        group_change.to_assessment,
        group_change.group_code,
        change_part.part,
        change_part.from_criterion_code,
        change_part.to_criterion_code,
        cut_mean(sum(whole(change_part.points_change)), any_value(group_change.common_units)) as points_change,
    from group_change
    join group_unit
        on group_unit.from_assessment = group_change.from_assessment
        and group_unit.to_assessment = group_change.to_assessment
        and group_unit.to_group_code = group_change.group_code
        and group_unit.is_common
    join change_part
        on change_part.from_assessment = group_unit.from_assessment
        and change_part.to_assessment = group_unit.to_assessment
        and change_part.unit_code = group_unit.unit_code
    group by all
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
