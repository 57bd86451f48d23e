-- A nation: `units` units in groups of twenty, `rounds` assessments under two sets with confirmed links between them,
-- `criteria` criteria in ten sections, one score in twelve an absence. Codes of units and groups have one
-- width, as those that the state gives to communes: neighbours by code are neighbours on the map. Scores come as an office
-- loads them, assessment after assessment, unit after unit.
create or replace temp macro code(letter, number) as letter || lpad(number::varchar, 6, '0');

insert into criteria_set by name
select
    'S' || n as criteria_set_code, 'S' || n as criteria_set_name, '' as decision, 'excluded' as not_applicable_rule,
    'sum' as total_rule, 'ranked' as partial_rule, 0 as sum_tolerance, 0.8 as done_well_min_share,
    0 as not_done_max_share, 'points' as grade_basis, getvariable('criteria') * 2 as max_points,
    'confirmed' as status, '' as note
from range(2) as sets (n);

insert into criterion by name
select
    'S' || n as criteria_set_code, 'G' || section as criterion_code, 'G' || section as top_code,
    section::varchar as number, '' as criterion_name, '' as short_name, getvariable('criteria') / 5 as max_points,
    1 as weight, 'normal' as kind, false as is_scored, 1 as level, section * 1000 as sort_order, '' as guidance,
    'confirmed' as status
from range(2) as sets (n), range(10) as sections (section);

insert into criterion by name
select
    'S' || n as criteria_set_code, 'C' || c as criterion_code, 'G' || (c % 10) as parent_code, 'G' || (c % 10) as top_code,
    c::varchar as number, '' as criterion_name, '' as short_name, 2 as max_points, 1 as weight, 'normal' as kind,
    true as is_scored, 2 as level, (c % 10) * 1000 + 1 + c as sort_order, 0.5 as step, '' as guidance,
    'confirmed' as status
from range(2) as sets (n), range(getvariable('criteria')) as leaves (c);

insert into criterion_link by name
select
    'S0' as from_set_code, 'C' || c as from_criterion_code, 'S1' as to_set_code, 'C' || c as to_criterion_code,
    'same' as kind, '' as reason, 'confirmed' as status
from range(getvariable('criteria')) as leaves (c);

insert into grade by name
select
    'S' || n as criteria_set_code, 'B' || b as grade_code, '' as grade_name, b * getvariable('criteria') / 2 as min_value,
    4 - b as sort_order
from range(2) as sets (n), range(4) as bands (b);

insert into assessment by name
select
    'A' || r as assessment_code, '' as assessment_name, r + 1 as year, r + 1 as sort_order,
    if(r < getvariable('rounds') / 2, 'S0', 'S1') as criteria_set_code, '' as decision,
    if(r > 0, 'A' || (r - 1), null) as previous_code, 'confirmed' as status
from range(getvariable('rounds')) as rounds (r);

insert into peer_group by name
select code('P', p) as group_code, '' as group_name, p as sort_order
from range(getvariable('units') // 20 + 1) as groups (p);

insert into unit by name
select code('U', u) as unit_code, '' as unit_name, '' as short_name, 'confirmed' as status
from range(getvariable('units')) as units (u);

insert into membership by name
select
    'A' || r as assessment_code, code('U', u) as unit_code, code('P', u // 20) as group_code, true as is_submitted,
    '' as printed_name
from range(getvariable('rounds')) as rounds (r), range(getvariable('units')) as units (u);

-- The key of the scores would hold every row in memory; nothing in the method asks it.
create or replace table score as from score;

insert into score by name
select
    'A' || r as assessment_code, code('U', u) as unit_code, 'C' || c as criterion_code, 'final' as stage_code,
    if(draw % 12 = 0, 'blank', 'scored') as state,
    if(draw % 12 = 0, null, (draw // 12 % 5)::decimal(18, 10) / 2) as points,
    '' as raw_text, '' as remark, false as is_corrected, '' as file, '' as sheet, '' as cell
from (
    select *, (hash(r, u, c) % 60)::integer as draw
    from (
        select
            n // (getvariable('units') * getvariable('criteria')) as r,
            n // getvariable('criteria') % getvariable('units') as u,
            n % getvariable('criteria') as c,
        from range(getvariable('rounds') * getvariable('units') * getvariable('criteria')) as scores (n)
    )
);
