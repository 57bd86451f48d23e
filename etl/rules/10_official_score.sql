-- official_score: the one score of a criterion that counts.
-- The stage the criteria set names; else the last stage that gives anything, self-assessment only where an assessment
-- has no other stage at all. A blank or a dash in a later column takes nothing back.
-- Source: docs/methodology.md, "Điểm chính thức".

create or replace temp table stage_order as
select stage_code, position
from (values ('self', 1), ('appraised', 2), ('appealed', 3), ('final', 4)) as stages (stage_code, position);

create or replace temp table assessment_stage as
select
    assessment.assessment_code,
    criteria_set.official_stage is not null as is_prescribed,
    coalesce(
        any_value(criteria_set.official_stage),
        arg_max(stage_order.stage_code, stage_order.position),
        'self'
    ) as official_stage,
    -- Only where several stages give scores does one have to be told from the others.
    criteria_set.official_stage is null
        and count(distinct score.stage_code) filter (score.stage_code <> 'self') > 1 as is_contested,
from assessment
join criteria_set using (criteria_set_code)
left join score using (assessment_code)
left join stage_order using (stage_code)
group by assessment.assessment_code, criteria_set.official_stage;

insert into official_score by name
with candidate as not materialized (
    select
        score.assessment_code,
        score.unit_code,
        score.criterion_code,
        score.stage_code,
        score.state,
        score.points,
        assessment_stage.is_contested,
        stage_order.position,
    from score
    join assessment_stage using (assessment_code)
    join stage_order using (stage_code)
    where if(
        assessment_stage.is_contested, score.stage_code <> 'self', score.stage_code = assessment_stage.official_stage
    )
)

select * exclude (is_contested, position)
from candidate
where not is_contested
union all
select * exclude (is_contested, position)
from candidate
where is_contested
qualify row_number() over (
    partition by assessment_code, unit_code, criterion_code
    order by
        case state when 'blank' then 0 when 'dash' then 1 else 2 end desc,
        position desc
) = 1;
