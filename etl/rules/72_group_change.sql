-- group_change: how a group's mean total changed between two assessments, and whether that may be said.
-- Means are over the units with a total, cut after ten decimals. Common units are the same unit in the same group both
-- times. improved, unchanged, worse count units that may be compared, by share, like-for-like where the set changed;
-- not_compared the rest. ceiling and floor count those that could hardly but fall, or rise.
-- Source: docs/methodology.md, "Trung bình của khối".

-- The mean of `units` amounts that add up to so much, cut after ten decimals.
create or replace temp macro cut_mean(added, units) as
    (((added::decimal(28, 10) * 10000000000)::hugeint // nullif(units, 0))::decimal(18, 0)
        * 0.0000000001::decimal(10, 10))::decimal(18, 10);

create or replace temp table group_unit as
select
    unit_pair.from_assessment,
    unit_pair.to_assessment,
    unit_pair.unit_code,
    unit_pair.from_group_code,
    unit_pair.to_group_code,
    unit_pair.from_set_code = unit_pair.to_set_code as is_same_set,
    unit_change.group_code,
    unit_change.from_points,
    unit_change.to_points,
    unit_change.points_change is not null and unit_pair.from_group_code = unit_pair.to_group_code as is_common,
    unit_change.comparability,
    unit_change.reason,
    unit_change.caution,
    if(unit_change.comparability = 'not', null, sign(unit_change.quoted_share_change)) as direction,
from unit_pair
join unit_change using (from_assessment, to_assessment, unit_code);

insert into group_change by name
with side as (
    select
        from_assessment,
        to_assessment,
        from_group_code as group_code,
        count(from_points) as from_units,
        sum(from_points) as from_sum,
        null::bigint as to_units,
        null::decimal(38, 10) as to_sum,
        count(*) filter (where is_common) as common_units,
        sum(from_points) filter (where is_common) as common_from_sum,
        sum(to_points) filter (where is_common) as common_to_sum,
    from group_unit
    where from_group_code is not null
    group by all
    union all by name
    select
        from_assessment,
        to_assessment,
        to_group_code as group_code,
        count(to_points) as to_units,
        sum(to_points) as to_sum,
    from group_unit
    where to_group_code is not null
    group by all
),

mean as (
    select
        from_assessment,
        to_assessment,
        group_code,
        coalesce(max(from_units), 0) as from_units,
        coalesce(max(to_units), 0) as to_units,
        coalesce(max(common_units), 0) as common_units,
        cut_mean(max(from_sum), max(from_units)) as from_mean,
        cut_mean(max(to_sum), max(to_units)) as to_mean,
        cut_mean(max(common_from_sum), max(common_units)) as common_from_mean,
        cut_mean(max(common_to_sum), max(common_units)) as common_to_mean,
    from side
    group by all
),

counted as (
    select
        from_assessment,
        to_assessment,
        group_code,
        count(*) filter (where direction = 1) as improved,
        count(*) filter (where direction = 0) as unchanged,
        count(*) filter (where direction = -1) as worse,
        count(*) filter (where direction is null) as not_compared,
        count(*) filter (where direction is not null and caution = 'ceiling') as ceiling,
        count(*) filter (where direction is not null and caution = 'floor') as floor,
        bool_or(is_common and reason = 'partial') as is_partial,
        bool_or(is_common and reason = 'no_links') as is_unlinked,
        bool_and(is_same_set) as is_same_set,
    from group_unit
    group by all
),

explained as (
    select
        mean.*,
        mean.to_mean - mean.from_mean as mean_change,
        mean.common_to_mean - mean.common_from_mean as common_mean_change,
        coalesce(improved, 0) as improved,
        coalesce(unchanged, 0) as unchanged,
        coalesce(worse, 0) as worse,
        coalesce(not_compared, 0) as not_compared,
        coalesce(ceiling, 0) as ceiling,
        coalesce(floor, 0) as floor,
        is_same_set,
        group_reason(mean.from_units, mean.to_units, mean.common_units, is_partial, is_unlinked) as reason,
    from mean
    left join counted using (from_assessment, to_assessment, group_code)
)

select
    * exclude (is_same_set),
    comparability(reason, is_same_set) as comparability,
from explained;
