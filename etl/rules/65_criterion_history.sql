-- criterion_history: how a unit did a criterion now and in the assessment before, and for how many rounds it has not.
-- One row per scored normal criterion. recurring: not done well in both; lost: done well before, not now; recovered:
-- the reverse; kept: done well in both. Only of one unit (no break of territory) on one criterion (the same, or linked
-- one to one by a confirmed link) that was scored both times; otherwise the reason says why it cannot be told.
-- weak_rounds counts the unbroken run of assessments without doing it well that ends here; 0 where it is done well.
-- Batch by batch.
-- Source: docs/methodology.md, "Tái diễn, mất đi, khắc phục được".

create or replace temp table history_step as
with member as (
    select
        membership.assessment_code::assessment_key as assessment_code,
        membership.unit_code::unit_key as unit_code,
        membership.group_code,
        assessment.criteria_set_code::set_key as criteria_set_code,
        previous.assessment_code::assessment_key as previous_code,
        previous.criteria_set_code::set_key as previous_set_code,
        unit_pair.from_unit_code::unit_key as previous_unit_code,
        unit_pair.is_broken,
    from membership
    join assessment using (assessment_code)
    left join assessment as previous
        on previous.assessment_code = assessment.previous_code
    left join unit_pair
        on unit_pair.batch = getvariable('batch')
        and unit_pair.from_assessment = previous.assessment_code
        and unit_pair.to_assessment = membership.assessment_code
        and unit_pair.to_unit_code = membership.unit_code
    where membership.unit_code in (from batch_unit)
),

before as (
    select
        member.* exclude (criteria_set_code, previous_set_code),
        present.criterion_code,
        present.verdict,
        linked_criterion.from_criterion_code as previous_criterion_code,
        earlier.state as previous_state,
        earlier.verdict as previous_verdict,
    from member
    join narrow_result as present using (assessment_code, unit_code)
    left join linked_criterion
        on linked_criterion.from_set_code = member.previous_set_code
        and linked_criterion.to_set_code = member.criteria_set_code
        and linked_criterion.to_criterion_code = present.criterion_code
    left join narrow_result as earlier
        on earlier.assessment_code = member.previous_code
        and earlier.unit_code = member.previous_unit_code
        and earlier.criterion_code = linked_criterion.from_criterion_code
    where present.verdict is not null
)

select
    * exclude (previous_verdict),
    case
        when previous_code is null then 'no_previous_assessment'
        when is_broken then 'territory_changed'
        when previous_unit_code is null then 'absent_before'
        when previous_criterion_code is null then 'no_links'
        when previous_state = 'not_submitted' then 'not_submitted'
        when previous_state = 'not_applicable' then 'not_applicable'
        when previous_verdict is null then 'missing'
    end as reason,
    if(coalesce(is_broken, false), null, previous_verdict) as previous_verdict,
from before;

insert into criterion_history by name
with recursive run as (
    select assessment_code, unit_code, criterion_code, 1 as weak_rounds
    from history_step
    where verdict <> 'done_well' and coalesce(previous_verdict, 'done_well') = 'done_well'
    union all
    select step.assessment_code, step.unit_code, step.criterion_code, run.weak_rounds + 1 as weak_rounds
    from run
    join history_step as step
        on step.previous_code = run.assessment_code
        and step.previous_unit_code = run.unit_code
        and step.previous_criterion_code = run.criterion_code
    where step.verdict <> 'done_well' and step.previous_verdict <> 'done_well'
)

select
    step.assessment_code,
    step.unit_code,
    step.group_code,
    step.criterion_code,
    step.verdict,
    step.previous_verdict,
    case
        when step.reason is not null then null
        when step.verdict = 'done_well' then if(step.previous_verdict = 'done_well', 'kept', 'recovered')
        else if(step.previous_verdict = 'done_well', 'lost', 'recurring')
    end as history,
    step.reason,
    coalesce(run.weak_rounds, 0) as weak_rounds,
from history_step as step
left join run using (assessment_code, unit_code, criterion_code);
