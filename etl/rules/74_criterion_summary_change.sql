-- criterion_summary_change: what a group, or everyone, made of a criterion since the assessment before.
-- Mean shares of the units of which it can be told, the same units both times; then how many of them improved, stayed
-- and fell, and how many cannot be compared. Without one such unit the reason is that of most units.
-- Source: docs/methodology.md, "Tiêu chí của khối qua hai kỳ".

insert into criterion_summary_change by name
with counted as (
    select
        from_assessment,
        to_assessment,
        group_code,
        from_criterion_code,
        max(to_criterion_code) as to_criterion_code,
        count(*) filter (where reason is null) as common_units,
        count(*) filter (where reason is not null) as not_compared,
        cut_mean_share(sum(from_share) filter (where reason is null), count(*) filter (where reason is null))
            as from_share,
        cut_mean_share(sum(to_share) filter (where reason is null), count(*) filter (where reason is null))
            as to_share,
        count(*) filter (where reason is null and to_share > from_share) as improved,
        count(*) filter (where reason is null and to_share = from_share) as unchanged,
        count(*) filter (where reason is null and to_share < from_share) as worse,
        any_value(link_comparability) as link_comparability,
    from criterion_followed
    group by grouping sets (
        (from_assessment, to_assessment, from_criterion_code),
        (from_assessment, to_assessment, group_code, from_criterion_code)
    )
),

told as (
    select from_assessment, to_assessment, group_code, from_criterion_code, reason, count(*) as units
    from criterion_followed
    where reason is not null
    group by grouping sets (
        (from_assessment, to_assessment, from_criterion_code, reason),
        (from_assessment, to_assessment, group_code, from_criterion_code, reason)
    )
    qualify row_number() over (
        partition by from_assessment, to_assessment, group_code, from_criterion_code
        order by count(*) desc, reason
    ) = 1
)

select
    counted.* exclude (link_comparability),
    (counted.to_share - counted.from_share)::decimal(20, 18) as share_change,
    if(counted.common_units > 0, null, told.reason) as reason,
    comparability(if(counted.common_units > 0, null, told.reason), link_comparability = 'comparable') as comparability,
from counted
left join told
    on told.from_assessment = counted.from_assessment
    and told.to_assessment = counted.to_assessment
    and told.group_code is not distinct from counted.group_code
    and told.from_criterion_code = counted.from_criterion_code;
