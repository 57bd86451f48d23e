-- What became of one criterion ($criterion) of every unit that has a result on it in an assessment ($assessment), since
-- the assessment before, the largest rise first: unit, from_verdict, to_verdict, from_share, to_share, share_change
-- (NULL where it cannot be told), reason (why not) and together: how many criteria of the set are compared as one. More
-- than one where a criterion was split into them: to_verdict and to_share are then of all of them, never of a part.
-- $group narrows it, NULL takes all. No row for the first assessment.

with own as (
    select assessment.assessment_code, assessment.criteria_set_code, previous.criteria_set_code as previous_set_code
    from assessment
    join assessment as previous on previous.assessment_code = assessment.previous_code
    where assessment.assessment_code = $assessment
),

-- What the criterion came from; of several that were merged, the first, which says so.
origin as (
    select own.assessment_code, $criterion as from_criterion_code, 1 as together, null as reason
    from own
    where own.previous_set_code = own.criteria_set_code
    union all
    select
        own.assessment_code,
        criterion.criterion_code as from_criterion_code,
        if(bundle.reason is null and bundle.from_criteria = 1, bundle.to_criteria, 1) as together,
        bundle.reason
    from own
    join criterion_bundle as bundle
        on bundle.from_set_code = own.previous_set_code
        and bundle.to_set_code = own.criteria_set_code
        and bundle.side = 'to'
        and bundle.criterion_code = $criterion
    left join criterion_bundle as before
        on before.from_set_code = bundle.from_set_code
        and before.to_set_code = bundle.to_set_code
        and before.side = 'from'
        and before.bundle_code = bundle.bundle_code
    left join criterion
        on criterion.criteria_set_code = before.from_set_code and criterion.criterion_code = before.criterion_code
    qualify row_number() over (order by criterion.sort_order) = 1
)

select
    unit.unit_code,
    unit.unit_name,
    followed.from_verdict,
    if(origin.together > 1, followed.to_verdict, result.verdict) as to_verdict,
    followed.from_share,
    if(origin.together > 1, followed.to_share, result.share) as to_share,
    if(followed.reason is null, followed.to_share - followed.from_share, null) as share_change,
    if(followed.unit_code is null, coalesce(origin.reason, 'absent_before'), followed.reason) as reason,
    origin.together
from origin
join criterion_result as result
    on result.assessment_code = origin.assessment_code and result.criterion_code = $criterion
join unit using (unit_code)
left join criterion_followed as followed
    on followed.to_assessment = result.assessment_code
    and followed.to_unit_code = result.unit_code
    and followed.from_criterion_code = origin.from_criterion_code
where $group::varchar is null or result.group_code = $group
order by share_change desc nulls last, unit.unit_name collate vi, unit.unit_code
