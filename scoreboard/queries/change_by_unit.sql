-- What changed for each unit since the assessment before ($assessment's own), in one group or in all ($group null), the
-- largest rise first: unit_code, unit_name, short_name, from_share, to_share, share_change (0-1; on the linked criteria
-- only where the criteria set changed), points_change (of the totals as they stood) and real_change (the points of it that
-- are real change; both NULL across a break of territory), comparability (comparable, by_share, not), reason,
-- caution (ceiling, floor: had hardly any room to move). Units that
-- have no share on both sides are left out. Empty for the first assessment.

select
    change.unit_code,
    unit.unit_name,
    coalesce(nullif(unit.short_name, ''), unit.unit_name) as short_name,
    change.quoted_from_share as from_share,
    change.quoted_to_share as to_share,
    change.quoted_share_change as share_change,
    change.points_change,
    if(
        change.points_change is null,
        null,
        coalesce(
            (
                select sum(part.points_change)
                from change_part as part
                where part.from_assessment = change.from_assessment
                    and part.to_assessment = change.to_assessment
                    and part.unit_code = change.unit_code
                    and part.part = 'real'
            ),
            0
        )
    ) as real_change,
    change.comparability,
    change.reason,
    change.caution
from assessment
join unit_change as change
    on change.from_assessment = assessment.previous_code
    and change.to_assessment = assessment.assessment_code
join unit on unit.unit_code = change.unit_code
where assessment.assessment_code = $assessment
  and ($group::varchar is null or change.group_code = $group)
  and change.quoted_share_change is not null
order by share_change desc, unit.unit_name collate vi
