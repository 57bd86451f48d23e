-- criterion_result: points, share, gap and verdict of every unit on every scored criterion.
-- Share, gap and verdict are about the criterion's own maximum, so only normal criteria that were scored have them; a
-- criterion that does not apply has a gap of zero and no verdict. Thresholds belong to the criteria set.
-- Source: docs/methodology.md, "Mức độ thực hiện".

insert into criterion_result by name
with result as (
    select
        criterion_value.*,
        case
            when kind <> 'normal' then null
            when state = 'scored' then max_points - points
            when state = 'not_applicable' then 0
        end::decimal(18, 10) as gap_points,
    from criterion_value
    where basis = 'official'
)

select
    result.* exclude (basis),
    case
        when result.share is null then null
        when result.share >= criteria_set.done_well_min_share then 'done_well'
        when result.share <= criteria_set.not_done_max_share then 'not_done'
        else 'not_well'
    end as verdict,
from result
join criteria_set using (criteria_set_code);
