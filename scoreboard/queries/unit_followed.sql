-- What one assessment ($assessment) says of every criterion that one unit ($unit) was scored on in the assessment before,
-- in the order of that one's set: assessment_code, unit_code, criterion_code (in this assessment; the first of those that
-- one was split into; NULL where it goes on in none), criterion_name (of what was split, its name before), parts (the
-- codes that it was split into; NULL where into none), from_verdict, to_verdict (of a split criterion, of its parts
-- together), outcome (closed, improved, unchanged, worse, cannot_tell with reason) and weak_rounds (assessments in a row not
-- done well; NULL for what was split, which is counted anew).

with own as (
    select
        assessment.assessment_code,
        assessment.criteria_set_code,
        previous.assessment_code as previous_code,
        previous.criteria_set_code as previous_set_code
    from assessment
    join assessment as previous on previous.assessment_code = assessment.previous_code
    where assessment.assessment_code = $assessment
),

split as (
    select
        origin.criterion_code as from_criterion_code,
        string_agg(part.criterion_code, ', ' order by criterion.sort_order) as parts
    from own
    join criterion_bundle as origin
        on origin.from_set_code = own.previous_set_code
        and origin.to_set_code = own.criteria_set_code
        and origin.side = 'from'
        and origin.from_criteria = 1
        and origin.to_criteria > 1
    join criterion_bundle as part
        on part.from_set_code = origin.from_set_code
        and part.to_set_code = origin.to_set_code
        and part.bundle_code = origin.bundle_code
        and part.side = 'to'
    join criterion
        on criterion.criteria_set_code = part.to_set_code
        and criterion.criterion_code = part.criterion_code
    group by origin.criterion_code
)

select
    own.assessment_code,
    followed.to_unit_code as unit_code,
    followed.to_criterion_code as criterion_code,
    if(split.parts is null, coalesce(present.criterion_name, earlier.criterion_name), earlier.criterion_name)
        as criterion_name,
    split.parts,
    followed.from_verdict,
    followed.to_verdict,
    followed.outcome,
    followed.reason,
    if(split.parts is null, history.weak_rounds, null) as weak_rounds
from own
join criterion_followed as followed
    on followed.from_assessment = own.previous_code
    and followed.to_assessment = own.assessment_code
    and followed.to_unit_code = $unit
join criterion as earlier
    on earlier.criteria_set_code = own.previous_set_code
    and earlier.criterion_code = followed.from_criterion_code
left join criterion as present
    on present.criteria_set_code = own.criteria_set_code
    and present.criterion_code = followed.to_criterion_code
left join criterion_history as history
    on history.assessment_code = own.assessment_code
    and history.unit_code = followed.to_unit_code
    and history.criterion_code = followed.to_criterion_code
left join split using (from_criterion_code)
where followed.from_verdict is not null
order by earlier.sort_order
