-- criterion_followed: every unit's scored normal criterion of an assessment, and what the next assessment says of it.
-- The outcome is only told of one unit (no break of territory) on one criterion (same, or linked one to one) that was
-- scored both times; otherwise the reason says why it cannot be told.
-- Source: docs/methodology.md, "Theo dõi khắc phục".

create or replace temp table criterion_followed as
with followed as (
    select
        unit_pair.from_assessment,
        unit_pair.to_assessment,
        unit_pair.from_unit_code,
        unit_pair.to_unit_code,
        unit_pair.unit_code,
        unit_pair.group_code,
        unit_pair.is_broken,
        earlier.criterion_code as from_criterion_code,
        criterion_pair.to_criterion_code,
        earlier.state as from_state,
        later.state as to_state,
        earlier.verdict as from_verdict,
        later.verdict as to_verdict,
        earlier.share as from_share,
        later.share as to_share,
    from unit_pair
    join criterion_result as earlier
        on earlier.assessment_code = unit_pair.from_assessment
        and earlier.unit_code = unit_pair.from_unit_code
        and earlier.kind = 'normal'
    left join criterion_pair
        on criterion_pair.from_set_code = unit_pair.from_set_code
        and criterion_pair.to_set_code = unit_pair.to_set_code
        and criterion_pair.from_criterion_code = earlier.criterion_code
    left join criterion_result as later
        on later.assessment_code = unit_pair.to_assessment
        and later.unit_code = unit_pair.to_unit_code
        and later.criterion_code = criterion_pair.to_criterion_code
    where unit_pair.is_consecutive
),

explained as (
    select
        *,
        case
            when is_broken then 'territory_changed'
            when to_unit_code is null then 'absent_now'
            when to_criterion_code is null then 'no_links'
            when 'not_submitted' in (from_state, to_state) then 'not_submitted'
            when 'not_applicable' in (from_state, to_state) then 'not_applicable'
            when from_share is null or to_share is null then 'missing'
        end as reason,
    from followed
)

select
    *,
    if(reason is null, outcome(from_share, to_share, to_verdict), 'cannot_tell') as outcome,
from explained;
