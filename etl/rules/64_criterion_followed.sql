-- criterion_followed: every unit's scored normal criterion of an assessment, and what the next assessment says of it.
-- The outcome is only told of one unit (no break of territory) on one criterion (same, or linked one to one) that was
-- scored both times; of a criterion that was split, by all its parts together. What was merged with others cannot be
-- told of alone. Otherwise the reason says why it cannot be told. Batch by batch.
-- Source: docs/methodology.md, "Theo dõi khắc phục".

insert into criterion_followed by name
with continuation as (
    select from_set_code, to_set_code, bundle_code, arg_min(criterion_code, sort_order) as criterion_code
    from bundle_member
    where side = 'to'
    group by all
),

next_pair as (
    select
        from_assessment::assessment_key as from_assessment,
        to_assessment::assessment_key as to_assessment,
        from_unit_code::unit_key as from_unit_code,
        to_unit_code::unit_key as to_unit_code,
        unit_code,
        group_code,
        from_set_code::set_key as from_set_code,
        to_set_code::set_key as to_set_code,
        is_broken,
    from unit_pair
    where is_consecutive and batch = getvariable('batch')
),

followed as (
    select
        next_pair.from_assessment,
        next_pair.to_assessment,
        next_pair.from_unit_code,
        next_pair.to_unit_code,
        next_pair.unit_code,
        next_pair.group_code,
        next_pair.is_broken,
        earlier.criterion_code as from_criterion_code,
        coalesce(linked_criterion.to_criterion_code, continuation.criterion_code) as to_criterion_code,
        coalesce(criterion_bundle.from_criteria, 1) > 1 as is_merged,
        criterion_bundle.reason as link_reason,
        coalesce(criterion_bundle.comparability, 'comparable') as link_comparability,
        earlier.state as from_state,
        coalesce(later.state, bundle_change.to_state) as to_state,
        earlier.verdict as from_verdict,
        earlier.share as from_share,
        if(
            bundle_change.to_state = 'scored' and bundle_change.from_criteria = 1,
            cut_share(bundle_change.to_points, bundle_change.to_max_points),
            later.share
        ) as to_share,
        coalesce(
            later.verdict, verdict_of(to_share, to_set.done_well_min_share, to_set.not_done_max_share)
        ) as to_verdict,
    from next_pair
    join narrow_result as earlier
        on earlier.assessment_code = next_pair.from_assessment
        and earlier.unit_code = next_pair.from_unit_code
    left join linked_criterion
        on linked_criterion.from_set_code = next_pair.from_set_code
        and linked_criterion.to_set_code = next_pair.to_set_code
        and linked_criterion.from_criterion_code = earlier.criterion_code
    join criteria_set as to_set
        on to_set.criteria_set_code = next_pair.to_set_code
    left join criterion_bundle
        on criterion_bundle.from_set_code = next_pair.from_set_code
        and criterion_bundle.to_set_code = next_pair.to_set_code
        and criterion_bundle.side = 'from'
        and criterion_bundle.criterion_code = earlier.criterion_code
    left join continuation
        on continuation.from_set_code = next_pair.from_set_code
        and continuation.to_set_code = next_pair.to_set_code
        and continuation.bundle_code = criterion_bundle.bundle_code
    left join bundle_change
        on bundle_change.from_assessment = next_pair.from_assessment
        and bundle_change.to_assessment = next_pair.to_assessment
        and bundle_change.unit_code = next_pair.unit_code
        and bundle_change.bundle_code = criterion_bundle.bundle_code
    left join narrow_result as later
        on later.assessment_code = next_pair.to_assessment
        and later.unit_code = next_pair.to_unit_code
        and later.criterion_code = linked_criterion.to_criterion_code
),

explained as (
    select
        *,
        coalesce(
            presence_reason(is_broken, from_unit_code, to_unit_code),
            link_reason,
            if(is_merged, 'merged', null),
            score_reason(from_state, to_state),
            if(from_share is null or to_share is null, 'missing', null)
        ) as reason,
    from followed
)

select
    * exclude (is_broken, is_merged, link_reason),
    if(reason is null, outcome(from_share, to_share, to_verdict), 'cannot_tell') as outcome,
from explained;
