-- printed_rank_reading: by which reading the printed ranks of an assessment come about, and which of them it gives.
-- A reading says who competes (the group, or all units of the assessment), what becomes of equal points (shared: 1, 2,
-- 2, 4; dense: 1, 2, 2, 3; one_each: 1, 2, 3, 4 in an order only the office knows) and which points count (computed, or
-- printed). What the criteria set states is not guessed. The reading taken gives the most ranks, the method's own first;
-- one that nobody stated must give 19 in 20 of them.
-- Source: docs/methodology.md, "Khác với kết quả in".

create or replace temp table printed_rank_reading as
with basis as (
    unpivot (
        select
            assessment_code,
            unit_code,
            group_code,
            criteria_set_code,
            printed_rank,
            if(unranked_reason is null, points, null) as computed,
            printed_points as printed,
        from ranked_total
        where assessment_code in (select assessment_code from ranked_total where printed_rank is not null)
    )
    on computed, printed into name basis value points
),

contest as (
    select basis.*, scope, if(scope = 'group', group_code, '') as field
    from basis
    cross join (values ('group'), ('all')) as scopes (scope)
),

placed as (
    select
        *,
        rank() over contest_order as shared,
        dense_rank() over contest_order as dense,
        count(*) over (partition by assessment_code, basis, scope, field, points) as equals,
        count(*) over (partition by assessment_code, basis, scope, field, printed_rank) as so_printed,
    from contest
    window contest_order as (partition by assessment_code, basis, scope, field order by points desc)
),

judged as (
    select
        placed.assessment_code,
        placed.unit_code,
        placed.criteria_set_code,
        placed.basis,
        placed.scope,
        ties,
        case ties
            when 'shared' then printed_rank = shared
            when 'dense' then printed_rank = dense
            else printed_rank between shared and shared + equals - 1 and so_printed = 1
        end as fits,
    from placed
    cross join (values ('shared'), ('dense'), ('one_each')) as tie_rules (ties)
    where printed_rank is not null
),

counted as (
    select
        judged.assessment_code,
        judged.basis,
        judged.scope,
        judged.ties,
        count(*) filter (judged.fits) as explained,
        coalesce(criteria_set.printed_ties, '') <> '' or coalesce(criteria_set.printed_scope, '') <> '' as is_stated,
    from judged
    join criteria_set using (criteria_set_code)
    where judged.ties = coalesce(criteria_set.printed_ties, judged.ties)
        and judged.scope = coalesce(criteria_set.printed_scope, judged.scope)
    group by all
),

printed as (
    select assessment_code, count(printed_rank) as printed_ranks
    from ranked_total
    group by assessment_code
),

taken as (
    select *
    from counted
    qualify row_number() over (
        partition by assessment_code
        order by
            explained desc,
            scope = 'group' desc,
            case ties when 'shared' then 1 when 'dense' then 2 else 3 end,
            basis = 'computed' desc
    ) = 1
)

select judged.assessment_code, judged.unit_code, judged.basis, judged.scope, judged.ties
from judged
join taken using (assessment_code, basis, scope, ties)
join printed using (assessment_code)
where judged.fits and (taken.is_stated or taken.explained * 20 >= printed.printed_ranks * 19);
