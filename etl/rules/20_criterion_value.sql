-- criterion_value: what every scored criterion is worth to every unit, on the official score and on the unit's own.
-- One row per assessment, unit, scored criterion and basis, also where no cell was found: that is blank, and a unit
-- that submitted nothing has not submitted any of them. Parents and alternatives are never scored, so never here.
-- Not applicable follows the criteria set: `zero` earns nothing of the maximum, `full_marks` earns all of it,
-- `excluded` leaves points and maximum both; bonus and penalty that do not apply add nothing.
-- Source: docs/methodology.md, "Không áp dụng".

create or replace temp table criterion_value as
with score_basis as (
    select 'official' as basis, assessment_code, unit_code, criterion_code, stage_code, state, points
    from official_score
    union all
    select 'self' as basis, assessment_code, unit_code, criterion_code, stage_code, state, points
    from score
    where stage_code = 'self'
),

expected as (
    select
        basis.basis,
        membership.assessment_code,
        membership.unit_code,
        membership.group_code,
        membership.is_submitted,
        criterion.criteria_set_code,
        criterion.criterion_code,
        criterion.kind,
        criterion.max_points,
        criteria_set.not_applicable_rule,
        if(basis.basis = 'self', 'self', assessment_stage.official_stage) as expected_stage,
    from membership
    join assessment using (assessment_code)
    join assessment_stage using (assessment_code)
    join criteria_set using (criteria_set_code)
    join criterion using (criteria_set_code)
    cross join (values ('official'), ('self')) as basis (basis)
    where criterion.is_scored
),

given as (
    select
        expected.*,
        coalesce(score_basis.stage_code, expected.expected_stage) as stage_code,
        if(expected.is_submitted, coalesce(score_basis.state, 'blank'), 'not_submitted') as state,
        if(expected.is_submitted, score_basis.points, null) as given_points,
    from expected
    left join score_basis using (basis, assessment_code, unit_code, criterion_code)
)

select
    basis,
    assessment_code,
    unit_code,
    group_code,
    criteria_set_code,
    criterion_code,
    kind,
    stage_code,
    state,
    case
        when state = 'scored' then given_points
        when state = 'not_applicable' and kind = 'normal' and not_applicable_rule = 'zero' then 0
        when state = 'not_applicable' and kind = 'normal' and not_applicable_rule = 'full_marks' then max_points
    end::decimal(18, 10) as points,
    if(state = 'not_applicable' and kind = 'normal' and not_applicable_rule = 'excluded', null, max_points) as max_points,
from given;
