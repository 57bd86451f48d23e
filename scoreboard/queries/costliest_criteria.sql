-- Every criterion of an assessment ($assessment) that lost points, in one group or over all ($group null), the most
-- points first: criterion_code, criterion_name, short_name, gap_points (summed over scored units), gap_share (of all
-- points lost), lacking_units (not well or not done), scored_units, is_systemic, place (equal points share a place).

select
    summary.criterion_code,
    criterion.criterion_name,
    coalesce(nullif(criterion.short_name, ''), criterion.criterion_name) as short_name,
    summary.gap_points,
    -- fractions of sums stay exact: division of decimals would go through double
    (summary.gap_points * 10000000000)::hugeint * 1000000000000
    // nullif((sum(summary.gap_points) over () * 10000000000)::hugeint, 0) * 0.000000000001 as gap_share,
    summary.not_well + summary.not_done as lacking_units,
    summary.scored_units,
    summary.is_systemic,
    rank() over (order by summary.gap_points desc) as place
from criterion_summary as summary
join assessment using (assessment_code)
join criterion using (criteria_set_code, criterion_code)
where summary.assessment_code = $assessment
  and summary.group_code is not distinct from $group::varchar
  and summary.gap_points > 0
  and criterion.kind = 'normal'
order by summary.gap_points desc, criterion.sort_order
