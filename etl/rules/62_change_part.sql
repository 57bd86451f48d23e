-- change_part: what the change in a unit's total is made of; the parts add up to unit_change.points_change exactly.
-- Per criterion that goes on: `real` is the change at the later maximum, `max_changed` what the earlier share is worth
-- more or less at the later maximum, whether the maximum or the weight is another; a split or merged bundle is one,
-- under its first criterion on each side; `not_applicable` and `missing` where one side has no score. Per criterion without
-- a link: `criteria_in`, `criteria_out`. Per unit: `bonus_penalty`, `rescaling` of excluded criteria, and `printed`,
-- what a printed total that rules differs from its parts. Parts that are zero are left out.
-- Source: docs/methodology.md, "Điểm thay đổi do đâu".

create or replace temp table changed_unit as
select unit_pair.*
from unit_pair
join unit_change using (from_assessment, to_assessment, unit_code)
where unit_change.points_change is not null;

create or replace temp table criterion_change as
with from_result as (
    select changed_unit.*, criterion_result.* exclude (assessment_code, unit_code, group_code, criteria_set_code)
    from changed_unit
    join criterion_result
        on criterion_result.assessment_code = changed_unit.from_assessment
        and criterion_result.unit_code = changed_unit.from_unit_code
    anti join bundle_member
        on bundle_member.from_set_code = changed_unit.from_set_code
        and bundle_member.to_set_code = changed_unit.to_set_code
        and bundle_member.side = 'from'
        and bundle_member.criterion_code = criterion_result.criterion_code
    where criterion_result.kind = 'normal'
),

to_result as (
    select changed_unit.*, criterion_result.* exclude (assessment_code, unit_code, group_code, criteria_set_code)
    from changed_unit
    join criterion_result
        on criterion_result.assessment_code = changed_unit.to_assessment
        and criterion_result.unit_code = changed_unit.to_unit_code
    anti join bundle_member
        on bundle_member.from_set_code = changed_unit.from_set_code
        and bundle_member.to_set_code = changed_unit.to_set_code
        and bundle_member.side = 'to'
        and bundle_member.criterion_code = criterion_result.criterion_code
    where criterion_result.kind = 'normal'
),

from_paired as (
    select from_result.*, criterion_pair.to_criterion_code, criterion_pair.from_max_points, criterion_pair.to_max_points
    from from_result
    left join criterion_pair
        on criterion_pair.from_set_code = from_result.from_set_code
        and criterion_pair.to_set_code = from_result.to_set_code
        and criterion_pair.from_criterion_code = from_result.criterion_code
)

select
    coalesce(earlier.from_assessment, later.from_assessment) as from_assessment,
    coalesce(earlier.to_assessment, later.to_assessment) as to_assessment,
    coalesce(earlier.unit_code, later.unit_code) as unit_code,
    earlier.criterion_code as from_criterion_code,
    later.criterion_code as to_criterion_code,
    coalesce(later.points, 0) - coalesce(earlier.points, 0) as points_change,
    -- An equal maximum changes nothing; most are equal, and the division is the dearest step of this rule.
    if(
        earlier.to_max_points = earlier.from_max_points,
        0,
        coalesce(cut_points(earlier.points, earlier.to_max_points, earlier.from_max_points) - earlier.points, 0)
    ) as max_change,
    case
        when earlier.criterion_code is null then 'criteria_in'
        when later.criterion_code is null then 'criteria_out'
        when 'not_applicable' in (earlier.state, later.state) then 'not_applicable'
        when earlier.state <> 'scored' or later.state <> 'scored' then 'missing'
        else 'real'
    end as part,
from from_paired as earlier
full join to_result as later
    on later.from_assessment = earlier.from_assessment
    and later.to_assessment = earlier.to_assessment
    and later.unit_code = earlier.unit_code
    and later.criterion_code = earlier.to_criterion_code
union all by name
select
    bundle_change.from_assessment,
    bundle_change.to_assessment,
    bundle_change.unit_code,
    bundle_change.from_criterion_code,
    bundle_change.to_criterion_code,
    bundle_change.to_points - bundle_change.from_points as points_change,
    coalesce(
        cut_points(bundle_change.from_points, bundle_change.to_max_points, bundle_change.from_max_points)
            - bundle_change.from_points,
        0
    ) as max_change,
    case bundle_change.state
        when 'scored' then 'real'
        when 'not_applicable' then 'not_applicable'
        else 'missing'
    end as part,
from bundle_change
join changed_unit using (from_assessment, to_assessment, unit_code);

create or replace temp table total_change as
with made_of as (
    select
        total.assessment_code,
        total.unit_code,
        total.points,
        coalesce(total.bonus_points + total.penalty_points, 0) as bonus_penalty,
        coalesce(total.normal_points, 0) as normal_points,
        coalesce(cut_points(total.normal_points, total.max_points, total.applicable_max_points), 0) as rescaled_points,
    from total
)

select
    changed_unit.from_assessment,
    changed_unit.to_assessment,
    changed_unit.unit_code,
    later.bonus_penalty - earlier.bonus_penalty as bonus_penalty,
    (later.rescaled_points - later.normal_points) - (earlier.rescaled_points - earlier.normal_points) as rescaling,
    (later.points - later.rescaled_points - later.bonus_penalty)
        - (earlier.points - earlier.rescaled_points - earlier.bonus_penalty) as printed,
from changed_unit
join made_of as earlier
    on earlier.assessment_code = changed_unit.from_assessment
    and earlier.unit_code = changed_unit.from_unit_code
join made_of as later
    on later.assessment_code = changed_unit.to_assessment
    and later.unit_code = changed_unit.to_unit_code;

insert into change_part by name
with part as (
    select
        * exclude (max_change) replace (
            if(part = 'real', points_change - max_change, points_change) as points_change
        ),
    from criterion_change
    union all by name
    select
        * exclude (max_change, points_change) replace ('max_changed' as part),
        max_change as points_change,
    from criterion_change
    where part = 'real'
    union all by name
    select *
    from (unpivot total_change on bonus_penalty, rescaling, printed into name part value points_change)
)

select *
from part
where points_change <> 0;
