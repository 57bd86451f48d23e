-- narrow_result: every result of a unit on a normal criterion, with no more than changes are computed from.
-- Batch by batch.
-- Source: docs/methodology.md, "Khi nào được so sánh".

create or replace temp table narrow_result as
select
    assessment_code::assessment_key as assessment_code,
    unit_code::unit_key as unit_code,
    criterion_code::criterion_key as criterion_code,
    state::state_key as state,
    points,
    max_points,
    share,
    verdict::verdict_key as verdict,
from criterion_result
where kind = 'normal' and unit_code in (from batch_unit);
