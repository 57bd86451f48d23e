-- The share of every unit of a group in each top-level section of an assessment, sections in the order of the set:
-- section, unit, share (NULL where nothing applies), and median_share of the group, NULL below four units with a share
-- (three peers are needed for a median to say something).

with section_share as (
    select unit_code, criterion_code, share from parent_result
    where assessment_code = $assessment and group_code = $group
    union all
    select unit_code, criterion_code, share from criterion_result
    where assessment_code = $assessment and group_code = $group and kind = 'normal'
)

select
    section.criterion_code as section_code,
    section.number,
    coalesce(nullif(section.short_name, ''), section.criterion_name) as section_name,
    unit.unit_code,
    unit.unit_name,
    section_share.share,
    case when count(section_share.share) over of_section > 3 then median(section_share.share) over of_section end
        as median_share
from assessment
join criterion as section using (criteria_set_code)
join section_share using (criterion_code)
join unit using (unit_code)
where assessment.assessment_code = $assessment
    and section.parent_code is null
    and section.kind = 'normal'
window of_section as (partition by section.criterion_code)
order by section.sort_order, unit.unit_name collate vi
