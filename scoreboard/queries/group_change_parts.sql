-- What the change in a group's mean total between two assessments is made of: part, criteria (how many lines it sums) and
-- points_change; the parts sum exactly to the change. The largest part first, whatever its sign.

select
    part,
    count(*) as criteria,
    sum(points_change) as points_change
from group_change_part
where from_assessment = $baseline and to_assessment = $assessment and group_code = $group
group by part
order by abs(sum(points_change)) desc, part
