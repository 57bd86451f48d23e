-- narrow_result: every result on a normal criterion, with no more than changes are computed from.
-- compared_unit: for every two assessments each unit that has a total in both and kept its territory in between.
-- Codes are enumerations here, compared and kept as small whole numbers: every score meets those of all earlier
-- assessments, so that the width of a row decides how long a change takes and how much memory it holds.
-- Source: docs/methodology.md, "Khi nào được so sánh".

create or replace temp type assessment_key as enum (select assessment_code from assessment order by sort_order);
create or replace temp type unit_key as enum (select unit_code from unit order by unit_code);
create or replace temp type criterion_key as enum (select distinct criterion_code from criterion order by criterion_code);
create or replace temp type set_key as enum (select criteria_set_code from criteria_set order by criteria_set_code);

create or replace temp type state_key as enum (select distinct state from criterion_result order by state);
create or replace temp type verdict_key as enum ('done_well', 'not_well', 'not_done');

create or replace temp table narrow_result as
select
    assessment_code::assessment_key as assessment_code,
    unit_code::unit_key as unit_code,
    criterion_code::criterion_key as criterion_code,
    state::state_key as state,
    points,
    max_points,
    share,
    verdict::verdict_key as verdict,
from criterion_result
where kind = 'normal';

create or replace temp table compared_unit as
select
    unit_pair.from_assessment::assessment_key as from_assessment,
    unit_pair.to_assessment::assessment_key as to_assessment,
    unit_pair.unit_code::unit_key as unit_code,
    unit_pair.group_code,
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

-- linked_criterion: criterion_pair in the same codes.
create or replace temp table linked_criterion as
select
    from_set_code::set_key as from_set_code,
    to_set_code::set_key as to_set_code,
    from_criterion_code::criterion_key as from_criterion_code,
    to_criterion_code::criterion_key as to_criterion_code,
    from_max_points,
    to_max_points,
from criterion_pair;
