-- What a unit ($unit) that does not take part in an assessment ($assessment) is called there, by a full rename before or
-- after: unit_code. No row for a unit that takes part itself, or of which no other name does.

select membership.unit_code
from membership
join unit_series using (unit_code)
where membership.assessment_code = $assessment
    and unit_series.series_code = (from unit_series select series_code where unit_code = $unit)
    and not exists (from membership where assessment_code = $assessment and unit_code = $unit)
order by membership.unit_code
limit 1
