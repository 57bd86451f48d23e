-- total: the result of every unit of an assessment, ranked or not, with the printed result beside the computed one.
-- Its place and grade, how its criteria were done, and why a printed result differs where it does.
-- Source: docs/methodology.md, "Tổng điểm", "Xếp hạng", "Xếp loại" and "Khác với kết quả in".

insert into total by name
with counted as (
    select
        assessment_code,
        unit_code,
        count(*) filter (verdict = 'done_well') as done_well,
        count(*) filter (verdict = 'not_well') as not_well,
        count(*) filter (verdict = 'not_done') as not_done,
        count(*) filter (state = 'not_applicable') as not_applicable,
        count(*) filter (is_missing(state)) as missing,
        sum(gap_points) filter (state = 'scored') as gap_points,
    from criterion_result
    where kind = 'normal'
    group by assessment_code, unit_code
)

select
    ranked_total.* exclude (is_submitted, criteria_set_code, grade_basis, partial_rule, graded_value),
    graded_total.* exclude (assessment_code, unit_code),
    printed_difference.* exclude (assessment_code, unit_code),
    coalesce(counted.done_well, 0) as done_well,
    coalesce(counted.not_well, 0) as not_well,
    coalesce(counted.not_done, 0) as not_done,
    coalesce(counted.not_applicable, 0) as not_applicable,
    coalesce(counted.missing, 0) as missing,
    counted.gap_points,
from ranked_total
join graded_total using (assessment_code, unit_code)
join printed_difference using (assessment_code, unit_code)
left join counted using (assessment_code, unit_code);
