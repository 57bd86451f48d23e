-- The units of an assessment ($assessment), of one group or of all ($group null), that scored themselves and were then
-- scored by others: self_points, points, claim_points (self less official) and is_partial: some criterion has points
-- from one of the two only, so the difference is not all over-claiming. The largest claim first.

with other_stage as (
    select distinct assessment_code, unit_code
    from criterion_result
    where assessment_code = $assessment and state = 'scored' and stage_code <> 'self'
),

one_sided as (
    select distinct result.assessment_code, result.unit_code
    from criterion_result as result
    left join score as self
        on self.assessment_code = result.assessment_code
        and self.unit_code = result.unit_code
        and self.criterion_code = result.criterion_code
        and self.stage_code = 'self'
    where result.assessment_code = $assessment
        and result.kind = 'normal'
        and (result.state = 'scored') <> (coalesce(self.state, 'blank') = 'scored')
)

select
    total.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    peer_group.group_name,
    total.self_points,
    total.points,
    total.self_points - total.points as claim_points,
    total.max_points,
    one_sided.unit_code is not null as is_partial
from total
join other_stage using (assessment_code, unit_code)
join unit on unit.unit_code = total.unit_code
join peer_group on peer_group.group_code = total.group_code
left join one_sided
    on one_sided.assessment_code = total.assessment_code and one_sided.unit_code = total.unit_code
where total.assessment_code = $assessment
    and ($group::varchar is null or total.group_code = $group)
    and total.self_points is not null
    and total.points is not null
order by claim_points desc, peer_group.sort_order, unit.unit_name collate vi
