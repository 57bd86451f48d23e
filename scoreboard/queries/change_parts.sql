-- What a unit's change in points between two assessments is made of: part, criteria (how many lines it sums) and
-- points_change; the parts sum exactly to the change. The largest part first, whatever its sign.

select
    part,
    count(*) as criteria,
    sum(points_change) as points_change
from change_part
where from_assessment = $baseline and to_assessment = $assessment and unit_code = $unit
group by part
order by abs(sum(points_change)) desc, part
