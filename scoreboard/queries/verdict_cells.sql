-- One row per unit and scored criterion of kind normal: the verdict or the absence, the points, the maximum and the
-- points lost. Units come group by group in the order of their rank, criteria in the order of the set; a unit without
-- a scoresheet has one row whose criterion is empty. $group and $section narrow it, NULL takes all. unit_share is the
-- unit's share of the section chosen, or of the whole set, and is_partial tells whether a score is missing there.

with chosen as (
    select unit_code, share, is_partial
    from total
    where assessment_code = $assessment and $section::varchar is null
    union all
    select unit_code, share, is_partial
    from parent_result
    where assessment_code = $assessment and criterion_code = $section
    union all
    select unit_code, share, false as is_partial
    from criterion_result
    where assessment_code = $assessment and criterion_code = $section
)

select
    peer_group.group_code,
    peer_group.group_name,
    total.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    chosen.share as unit_share,
    coalesce(chosen.is_partial, false) as is_partial,
    membership.is_submitted,
    criterion.top_code as section_code,
    coalesce(nullif(section.short_name, ''), section.criterion_name) as section_name,
    criterion.criterion_code,
    criterion.criterion_name,
    criterion.sort_order,
    criterion_result.state,
    criterion_result.verdict,
    criterion_result.points,
    criterion_result.max_points,
    criterion_result.gap_points
from total
join membership using (assessment_code, unit_code)
join unit using (unit_code)
join peer_group on peer_group.group_code = total.group_code
left join criterion_result
    on criterion_result.assessment_code = total.assessment_code
    and criterion_result.unit_code = total.unit_code
    and criterion_result.kind = 'normal'
    and membership.is_submitted
left join criterion
    on criterion.criteria_set_code = criterion_result.criteria_set_code
    and criterion.criterion_code = criterion_result.criterion_code
left join criterion as section
    on section.criteria_set_code = criterion.criteria_set_code and section.criterion_code = criterion.top_code
left join chosen on chosen.unit_code = total.unit_code
where total.assessment_code = $assessment
    and ($group::varchar is null or total.group_code = $group)
    and ($section::varchar is null or criterion.top_code = $section or criterion.top_code is null)
order by
    peer_group.sort_order, peer_group.group_code,
    total.rank nulls last, membership.is_submitted desc, unit.unit_name collate vi, criterion.sort_order
