-- printed_total: the total, rank and grade that the workbooks print for a unit, one of each.
-- The official stage's own comes first, then the latest stage's; a self-assessed total never stands for the official.
-- Source: docs/methodology.md, "Kết quả in trên bảng".

create or replace temp table printed_total as
with chosen as (
    select
        printed_result.assessment_code,
        printed_result.unit_code,
        printed_result.what,
        printed_result.points,
        printed_result.raw_text,
    from printed_result
    join assessment_stage using (assessment_code)
    left join stage_order using (stage_code)
    where printed_result.criterion_code is null
        and (printed_result.stage_code <> 'self' or assessment_stage.official_stage = 'self')
    qualify row_number() over (
        partition by printed_result.assessment_code, printed_result.unit_code, printed_result.what
        order by
            printed_result.stage_code = assessment_stage.official_stage desc,
            stage_order.position desc nulls last,
            printed_result.file,
            printed_result.sheet,
            printed_result.cell
    ) = 1
)

select
    assessment_code,
    unit_code,
    any_value(points) filter (what = 'total') as printed_points,
    any_value(points) filter (what = 'rank' and points = trunc(points))::integer as printed_rank,
    any_value(raw_text) filter (what = 'grade') as printed_grade,
from chosen
group by assessment_code, unit_code;
