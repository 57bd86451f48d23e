-- criterion_bundle: what every scored normal criterion is compared with between two criteria sets, and whether it is.
-- A bundle is everything that confirmed links of the sets from the one to the other tie together. It is compared as a
-- whole, sum of points over sum of maxima, never part by part; and not at all when content came in or fell out on the
-- way. A link that is only proposed changes nothing but the reason.
-- Source: docs/methodology.md, "Cùng một tiêu chí qua các bộ".

insert into criterion_bundle by name
with recursive first_use as (
    select criteria_set_code, min(sort_order) as first_used
    from assessment
    group by criteria_set_code
),

set_pair as (
    select distinct
        earlier.criteria_set_code as from_set_code,
        later.criteria_set_code as to_set_code,
    from assessment as earlier
    join assessment as later
        on earlier.sort_order < later.sort_order
        and earlier.criteria_set_code <> later.criteria_set_code
),

set_between as (
    select set_pair.*, first_use.criteria_set_code, first_use.first_used
    from set_pair
    join first_use as from_use
        on from_use.criteria_set_code = set_pair.from_set_code
    join first_use as to_use
        on to_use.criteria_set_code = set_pair.to_set_code
    join first_use
        on first_use.first_used between least(from_use.first_used, to_use.first_used)
            and greatest(from_use.first_used, to_use.first_used)
),

link as (
    select
        set_between.from_set_code,
        set_between.to_set_code,
        criterion_link.from_set_code as old_set_code,
        criterion_link.from_criterion_code as old_code,
        criterion_link.to_set_code as new_set_code,
        criterion_link.to_criterion_code as new_code,
        criterion_link.kind,
        criterion_link.status,
    from set_between
    join criterion_link
        on criterion_link.from_set_code = set_between.criteria_set_code
    join set_between as other
        on other.from_set_code = set_between.from_set_code
        and other.to_set_code = set_between.to_set_code
        and other.criteria_set_code = criterion_link.to_set_code
),

connected as (
    select from_set_code, to_set_code, old_set_code as set_code, old_code as code, new_set_code as other_set_code,
        new_code as other_code, true as is_forward
    from link
    where status = 'confirmed' and old_code is not null and new_code is not null
    union all
    select from_set_code, to_set_code, new_set_code, new_code, old_set_code, old_code, false
    from link
    where status = 'confirmed' and old_code is not null and new_code is not null
),

compared as (
    select set_pair.*, 'from' as side, criterion.criteria_set_code, criterion.criterion_code, criterion.max_points
    from set_pair
    join criterion
        on criterion.criteria_set_code = set_pair.from_set_code
    where criterion.is_scored and criterion.kind = 'normal'
    union all
    select set_pair.*, 'to' as side, criterion.criteria_set_code, criterion.criterion_code, criterion.max_points
    from set_pair
    join criterion
        on criterion.criteria_set_code = set_pair.to_set_code
    where criterion.is_scored and criterion.kind = 'normal'
),

reached as (
    select
        from_set_code,
        to_set_code,
        side,
        criterion_code,
        criteria_set_code as member_set_code,
        criterion_code as member_code,
    from compared
    union
    select
        reached.from_set_code,
        reached.to_set_code,
        reached.side,
        reached.criterion_code,
        connected.other_set_code as member_set_code,
        connected.other_code as member_code,
    from reached
    join connected
        on connected.from_set_code = reached.from_set_code
        and connected.to_set_code = reached.to_set_code
        and connected.set_code = reached.member_set_code
        and connected.code = reached.member_code
),

-- A member of a set on the way must go both back and on, or content came in or fell out there.
way as (
    select from_set_code, to_set_code, set_code, code, bool_or(is_forward) and bool_or(not is_forward) as is_through
    from connected
    group by all
),

bundled as (
    select
        reached.from_set_code,
        reached.to_set_code,
        reached.side,
        reached.criterion_code,
        arg_min(
            reached.member_set_code || ':' || reached.member_code,
            (first_use.first_used, member.sort_order, reached.member_code)
        ) as bundle_code,
        count(*) filter (where reached.member_set_code = reached.from_set_code) as from_criteria,
        count(*) filter (where reached.member_set_code = reached.to_set_code) as to_criteria,
        sum(weighed(member.max_points, member.weight)) filter (
            where reached.member_set_code = reached.from_set_code
        ) as from_max_points,
        sum(weighed(member.max_points, member.weight)) filter (
            where reached.member_set_code = reached.to_set_code
        ) as to_max_points,
        bool_or(
            reached.member_set_code not in (reached.from_set_code, reached.to_set_code) and not way.is_through
        ) as is_broken,
        bool_and(
            reached.member_set_code not in (reached.from_set_code, reached.to_set_code)
            or (member.is_scored and member.kind = 'normal')
        ) as is_scored,
    from reached
    join criterion as member
        on member.criteria_set_code = reached.member_set_code
        and member.criterion_code = reached.member_code
    join first_use
        on first_use.criteria_set_code = reached.member_set_code
    left join way
        on way.from_set_code = reached.from_set_code
        and way.to_set_code = reached.to_set_code
        and way.set_code = reached.member_set_code
        and way.code = reached.member_code
    group by all
),

said as (
    select
        reached.from_set_code,
        reached.to_set_code,
        reached.side,
        reached.criterion_code,
        bool_or(link.status = 'proposed') as is_proposed,
        bool_or(link.status = 'confirmed' and link.kind = 'dropped') as is_dropped,
        bool_or(link.status = 'confirmed' and link.kind = 'new') as is_new,
    from reached
    join link
        on link.from_set_code = reached.from_set_code
        and link.to_set_code = reached.to_set_code
        and (
            (link.old_set_code = reached.member_set_code and link.old_code = reached.member_code)
            or (link.new_set_code = reached.member_set_code and link.new_code = reached.member_code)
        )
    group by all
),

explained as (
    select
        bundled.*,
        criterion_reason(
            from_criteria, to_criteria, is_scored, is_broken,
            coalesce(is_proposed, false), coalesce(is_dropped, false), coalesce(is_new, false)
        ) as reason,
    from bundled
    left join said using (from_set_code, to_set_code, side, criterion_code)
)

select
    from_set_code,
    to_set_code,
    side,
    criterion_code,
    bundle_code,
    from_criteria,
    to_criteria,
    comparability(reason, from_criteria = 1 and to_criteria = 1 and from_max_points = to_max_points) as comparability,
    reason,
from explained;

-- criterion_pair: the criteria that go on one to one; inside a set each goes on as itself.
create or replace temp table criterion_pair as
select distinct
    earlier.criteria_set_code as from_set_code,
    later.criteria_set_code as to_set_code,
    criterion.criterion_code as from_criterion_code,
    criterion.criterion_code as to_criterion_code,
    weighed(criterion.max_points, criterion.weight) as from_max_points,
    weighed(criterion.max_points, criterion.weight) as to_max_points,
from assessment as earlier
join assessment as later
    on earlier.sort_order < later.sort_order
    and later.criteria_set_code = earlier.criteria_set_code
join criterion
    on criterion.criteria_set_code = earlier.criteria_set_code
where criterion.is_scored and criterion.kind = 'normal'
union all
select
    before.from_set_code,
    before.to_set_code,
    before.criterion_code as from_criterion_code,
    after.criterion_code as to_criterion_code,
    weighed(from_criterion.max_points, from_criterion.weight) as from_max_points,
    weighed(to_criterion.max_points, to_criterion.weight) as to_max_points,
from criterion_bundle as before
join criterion_bundle as after using (from_set_code, to_set_code, bundle_code)
join criterion as from_criterion
    on from_criterion.criteria_set_code = before.from_set_code
    and from_criterion.criterion_code = before.criterion_code
join criterion as to_criterion
    on to_criterion.criteria_set_code = after.to_set_code
    and to_criterion.criterion_code = after.criterion_code
where before.side = 'from'
    and after.side = 'to'
    and before.comparability <> 'not'
    and before.from_criteria = 1
    and before.to_criteria = 1;

-- bundle_member: the criteria of every bundle of several, split or merged, that may be compared as a whole.
create or replace temp table bundle_member as
select
    criterion_bundle.from_set_code,
    criterion_bundle.to_set_code,
    criterion_bundle.bundle_code,
    criterion_bundle.side,
    criterion_bundle.criterion_code,
    criterion.sort_order,
    criterion_bundle.from_criteria,
from criterion_bundle
join criterion
    on criterion.criteria_set_code
        = if(criterion_bundle.side = 'from', criterion_bundle.from_set_code, criterion_bundle.to_set_code)
    and criterion.criterion_code = criterion_bundle.criterion_code
where criterion_bundle.comparability <> 'not'
    and criterion_bundle.from_criteria + criterion_bundle.to_criteria > 2;
