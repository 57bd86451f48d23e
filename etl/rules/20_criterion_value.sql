-- criterion_value: what every scored criterion is worth to every unit, on the official score and stage by stage.
-- One row per assessment, unit, scored criterion and basis, also where no cell was found: that is blank, and a unit
-- that submitted nothing has not submitted any of them. Parents and alternatives are never scored, so never here.
-- A basis is `official` or the name of a stage that gives scores and is not the official one; the self-assessment is
-- always its own. A stage after the first appraisal holds what stands after it: where it gives nothing new, what the
-- stage before gave. Where the set prescribes its official stage, every stage holds its own scores only.
-- Not applicable follows the criteria set: `zero` earns nothing of the maximum, `full_marks` earns all of it,
-- `excluded` leaves points and maximum both; bonus and penalty that do not apply add nothing.
-- Points and maximum are times the weight of the criterion; the share is of the points as given.
-- Source: docs/methodology.md, "Không áp dụng", "Hệ số" and "Tổng điểm từng giai đoạn".

create or replace temp table stage_basis as
select assessment_code, 'official' as basis, official_stage as expected_stage
from assessment_stage
union all
select distinct score.assessment_code, score.stage_code as basis, score.stage_code as expected_stage
from score
join assessment_stage using (assessment_code)
where score.stage_code = 'self' or score.stage_code <> assessment_stage.official_stage;

-- What points are worth on a criterion, once for all units that were given them: they are few, the divisions dear.
create or replace temp table points_worth as
with given as (
    select distinct assessment.criteria_set_code, score.criterion_code, score.points as given_points
    from score
    join assessment using (assessment_code)
    where score.state = 'scored'
)

select
    criteria_set_code,
    criterion_code,
    given.given_points,
    weighed(given.given_points, criterion.weight) as points,
    if(criterion.kind = 'normal', cut_share(given.given_points, criterion.max_points), null) as share,
from given
join criterion using (criteria_set_code, criterion_code);

-- A view: the official scores are written down once, in criterion_result; the others are only added up.
create or replace temp view criterion_value as
with other_stage as (
    select stage_basis.*, assessment_stage.is_prescribed, stage_order.position
    from stage_basis
    join assessment_stage using (assessment_code)
    join stage_order on stage_order.stage_code = stage_basis.basis
    where stage_basis.basis <> 'self'
),

standing as (
    select
        other_stage.basis,
        score.assessment_code,
        score.unit_code,
        score.criterion_code,
        score.stage_code,
        score.state,
        score.points,
    from other_stage
    join score using (assessment_code)
    join stage_order on stage_order.stage_code = score.stage_code
    where score.stage_code = other_stage.basis
        or (
            not other_stage.is_prescribed
            and score.stage_code <> 'self'
            and stage_order.position < other_stage.position
        )
    qualify row_number() over (
        partition by other_stage.basis, score.assessment_code, score.unit_code, score.criterion_code
        order by
            case score.state when 'blank' then 0 when 'dash' then 1 else 2 end desc,
            stage_order.position desc
    ) = 1
),

score_basis as (
    select 'official' as basis, assessment_code, unit_code, criterion_code, stage_code, state, points
    from official_score
    union all
    select 'self' as basis, assessment_code, unit_code, criterion_code, stage_code, state, points
    from score
    where stage_code = 'self'
    union all by name
    select *
    from standing
),

expected as (
    select
        stage_basis.basis,
        stage_basis.expected_stage,
        membership.assessment_code,
        membership.unit_code,
        membership.group_code,
        membership.is_submitted,
        criterion.criteria_set_code,
        criterion.criterion_code,
        criterion.kind,
        weighed(criterion.max_points, criterion.weight) as max_points,
        criteria_set.not_applicable_rule,
    from membership
    join assessment using (assessment_code)
    join stage_basis using (assessment_code)
    join criteria_set using (criteria_set_code)
    join criterion using (criteria_set_code)
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
    given.basis,
    given.assessment_code,
    given.unit_code,
    given.group_code,
    given.criteria_set_code,
    given.criterion_code,
    given.kind,
    given.stage_code,
    given.state,
    case
        when given.state = 'scored' then points_worth.points
        when given.state = 'not_applicable' and given.kind = 'normal' and given.not_applicable_rule = 'zero' then 0
        when given.state = 'not_applicable' and given.kind = 'normal' and given.not_applicable_rule = 'full_marks'
            then given.max_points
    end::decimal(18, 10) as points,
    if(
        given.state = 'not_applicable' and given.kind = 'normal' and given.not_applicable_rule = 'excluded',
        null,
        given.max_points
    ) as max_points,
    if(given.state = 'scored', points_worth.share, null) as share,
from given
left join points_worth using (criteria_set_code, criterion_code, given_points);
