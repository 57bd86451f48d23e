-- Every scored criterion of one unit in one assessment, in the order of the set: criterion, section, kind, state,
-- verdict, points, max_points, gap_points, share, step (times the weight, as the points are; NULL: none given), and the
-- inspectors' remarks on it (stages joined by "; ").

select
    result.criterion_code,
    criterion.criterion_name,
    criterion.top_code as section_code,
    coalesce(nullif(section.short_name, ''), section.criterion_name) as section_name,
    result.kind,
    result.state,
    result.verdict,
    result.points,
    result.max_points,
    result.gap_points,
    result.share,
    (criterion.step * criterion.weight)::decimal(18, 10) as step,
    coalesce(
        (
            select string_agg(distinct score.remark, '; ')
            from score
            where score.assessment_code = result.assessment_code
                and score.unit_code = result.unit_code
                and score.criterion_code = result.criterion_code
                and score.remark <> ''
        ),
        ''
    ) as remark
from criterion_result as result
join criterion using (criteria_set_code, criterion_code)
join criterion as section
    on section.criteria_set_code = criterion.criteria_set_code and section.criterion_code = criterion.top_code
where result.assessment_code = $assessment and result.unit_code = $unit
order by criterion.sort_order
