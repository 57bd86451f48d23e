-- Every unit of an assessment on one criterion ($criterion), in one group or in all ($group null), those with the fewest
-- points of the maximum first, then in Vietnamese alphabetical order: unit, group, state, verdict, points, max_points,
-- share, gap_points, remark (stages joined by "; "), and file, sheet, cell of the score that counts (NULL without one).

select
    unit.unit_code,
    unit.unit_name,
    peer_group.group_code,
    peer_group.group_name,
    result.state,
    result.verdict,
    result.points,
    result.max_points,
    result.share,
    result.gap_points,
    coalesce(
        (
            select string_agg(distinct said.remark, '; ')
            from score as said
            where said.assessment_code = result.assessment_code
                and said.unit_code = result.unit_code
                and said.criterion_code = result.criterion_code
                and said.remark <> ''
        ),
        ''
    ) as remark,
    score.file,
    score.sheet,
    score.cell
from criterion_result as result
join unit using (unit_code)
join peer_group on peer_group.group_code = result.group_code
left join score using (assessment_code, unit_code, criterion_code, stage_code)
where result.assessment_code = $assessment
    and result.criterion_code = $criterion
    and ($group::varchar is null or result.group_code = $group)
order by result.share nulls last, unit.unit_name collate vi, unit.unit_code
