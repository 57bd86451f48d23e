-- compared_unit: for every two assessments each unit that has a total in both and kept its territory in between.
-- linked_criterion: the criteria that go on one to one between two sets; unlinked_criterion: those that neither go on so
-- nor in a bundle.
-- Codes are enumerations here, compared and kept as small whole numbers: every score meets those of all earlier
-- assessments, so that the width of a row decides how long a change takes and how much memory it holds.
-- Source: docs/methodology.md, "Khi nào được so sánh".

create or replace temp type assessment_key as enum (select assessment_code from assessment order by sort_order);
create or replace temp type unit_key as enum (select unit_code from unit order by unit_code);
create or replace temp type group_key as enum (select distinct group_code from membership order by group_code);
create or replace temp type criterion_key as enum (select distinct criterion_code from criterion order by criterion_code);
create or replace temp type set_key as enum (select criteria_set_code from criteria_set order by criteria_set_code);

create or replace temp type state_key as enum (select distinct state from criterion_result order by state);
create or replace temp type verdict_key as enum ('done_well', 'not_well', 'not_done');
create or replace temp type part_key as enum (
    'real', 'max_changed', 'not_applicable', 'missing', 'criteria_in', 'criteria_out', 'bonus_penalty', 'rescaling',
    'printed'
);

create or replace temp table compared_unit as
select
    unit_pair.batch,
    unit_pair.from_assessment::assessment_key as from_assessment,
    unit_pair.to_assessment::assessment_key as to_assessment,
    unit_pair.unit_code::unit_key as unit_code,
    unit_pair.group_code::group_key as group_code,
    unit_pair.from_group_code = unit_pair.to_group_code as is_same_group,
    unit_pair.from_unit_code::unit_key as from_unit_code,
    unit_pair.to_unit_code::unit_key as to_unit_code,
    unit_pair.from_set_code::set_key as from_set_code,
    unit_pair.to_set_code::set_key as to_set_code,
from unit_pair
join total as earlier
    on earlier.assessment_code = unit_pair.from_assessment
    and earlier.unit_code = unit_pair.from_unit_code
join total as later
    on later.assessment_code = unit_pair.to_assessment
    and later.unit_code = unit_pair.to_unit_code
where not unit_pair.is_broken and earlier.points is not null and later.points is not null;

-- batch_pair: those of the batch at hand.
create or replace temp view batch_pair as
select *
from compared_unit
where batch = getvariable('batch');

create or replace temp table linked_criterion as
select
    from_set_code::set_key as from_set_code,
    to_set_code::set_key as to_set_code,
    from_criterion_code::criterion_key as from_criterion_code,
    to_criterion_code::criterion_key as to_criterion_code,
    from_max_points,
    to_max_points,
from criterion_pair;

create or replace temp table unlinked_criterion as
with set_pair as (
    select distinct from_set_code, to_set_code
    from compared_unit
),

normal as (
    select criteria_set_code::set_key as criteria_set_code, criterion_code::criterion_key as criterion_code
    from criterion
    where is_scored and kind = 'normal'
),

goes_on as (
    select from_set_code, to_set_code, 'from' as side, from_criterion_code as criterion_code
    from linked_criterion
    union all
    select from_set_code, to_set_code, 'to' as side, to_criterion_code as criterion_code
    from linked_criterion
    union all by name
    select
        from_set_code::set_key as from_set_code,
        to_set_code::set_key as to_set_code,
        side,
        criterion_code::criterion_key as criterion_code,
    from bundle_member
)

select set_pair.*, sides.side = 'from' as is_out, normal.criterion_code
from set_pair
cross join (values ('from'), ('to')) as sides (side)
join normal
    on normal.criteria_set_code = if(sides.side = 'from', set_pair.from_set_code, set_pair.to_set_code)
anti join goes_on
    on goes_on.from_set_code = set_pair.from_set_code
    and goes_on.to_set_code = set_pair.to_set_code
    and goes_on.side = sides.side
    and goes_on.criterion_code = normal.criterion_code;
