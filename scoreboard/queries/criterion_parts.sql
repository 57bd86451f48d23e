-- The criteria of an assessment's set ($assessment) that a criterion ($criterion) of another set ($criteria_set) was split
-- into or merged with others into, or, where that set is the later one, that it came from, by confirmed links, in the
-- order of the set: criterion_code, way (split, merged, mixed; split_from, merged_from, mixed for an earlier set). No row
-- where the criterion goes on alone in one or not at all.

select
    there.criterion_code,
    case
        when here.from_criteria > 1 and here.to_criteria > 1 then 'mixed'
        when here.side = 'from' then if(here.to_criteria > 1, 'split', 'merged')
        else if(here.to_criteria > 1, 'split_from', 'merged_from')
    end as way
from assessment
join criterion_bundle as here
    on here.criterion_code = $criterion
    and if(here.side = 'from', here.from_set_code, here.to_set_code) = $criteria_set
    and if(here.side = 'from', here.to_set_code, here.from_set_code) = assessment.criteria_set_code
join criterion_bundle as there
    on there.from_set_code = here.from_set_code
    and there.to_set_code = here.to_set_code
    and there.bundle_code = here.bundle_code
    and there.side <> here.side
join criterion
    on criterion.criteria_set_code = assessment.criteria_set_code
    and criterion.criterion_code = there.criterion_code
where assessment.assessment_code = $assessment
    and here.from_criteria + here.to_criteria > 2
order by here.side, criterion.sort_order
