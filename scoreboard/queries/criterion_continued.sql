-- The criterion of an assessment's set ($assessment) that continues a criterion ($criterion) of another set
-- ($criteria_set), by confirmed links: criterion_code; no row where none does, or where it is not the only one.

select continued.criterion_code
from assessment
join criterion_family as continued using (criteria_set_code)
join criterion_family as left_behind using (family_code)
where assessment.assessment_code = $assessment
    and left_behind.criteria_set_code = $criteria_set
    and left_behind.criterion_code = $criterion
qualify count(*) over () = 1
