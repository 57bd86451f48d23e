-- One row per scored criterion of kind normal, the costliest first: how many of its scored units did not do it well or
-- at all (lacking_units), the points they lost (gap_points), its part of all points lost (gap_share), that part added
-- up from the costliest on (cumulative_share; both NULL where nothing is lost), and is_systemic. recurring_units did not
-- do it well for two assessments in a row or more, longest_rounds (0 when none lacks it) is how many it is at most.
-- $group and $section narrow it, NULL takes all.

with weak as (
    select
        criterion_code,
        count(*) filter (weak_rounds >= 2) as recurring_units,
        max(weak_rounds) as longest_rounds
    from criterion_history
    where assessment_code = $assessment and ($group::varchar is null or group_code = $group)
    group by criterion_code
),

chosen as (
    select
        criterion.criterion_code,
        criterion.criterion_name,
        coalesce(nullif(criterion.short_name, ''), criterion.criterion_name) as short_name,
        criterion.top_code as section_code,
        criterion.sort_order,
        criterion_summary.scored_units,
        criterion_summary.done_well,
        criterion_summary.not_well,
        criterion_summary.not_done,
        criterion_summary.not_well + criterion_summary.not_done as lacking_units,
        criterion_summary.not_applicable,
        criterion_summary.missing,
        criterion_summary.max_points,
        criterion_summary.gap_points,
        criterion_summary.share,
        criterion_summary.is_systemic,
        coalesce(weak.recurring_units, 0) as recurring_units,
        coalesce(weak.longest_rounds, 0) as longest_rounds
    from criterion_summary
    join assessment using (assessment_code)
    join criterion using (criteria_set_code, criterion_code)
    left join weak on weak.criterion_code = criterion_summary.criterion_code
    where criterion_summary.assessment_code = $assessment
        and criterion_summary.group_code is not distinct from $group::varchar
        and criterion.is_scored
        and criterion.kind = 'normal'
        and ($section::varchar is null or criterion.top_code = $section)
),

added as (
    select
        *,
        sum(gap_points) over () as all_gap_points,
        sum(gap_points) over (
            order by gap_points desc, sort_order rows between unbounded preceding and current row
        ) as cumulative_gap_points
    from chosen
)

select
    * exclude (all_gap_points, cumulative_gap_points),
    -- fractions of sums stay exact: division of decimals would go through double
    (gap_points * 10000000000)::hugeint * 1000000000000
    // nullif((all_gap_points * 10000000000)::hugeint, 0) * 0.000000000001 as gap_share,
    (cumulative_gap_points * 10000000000)::hugeint * 1000000000000
    // nullif((all_gap_points * 10000000000)::hugeint, 0) * 0.000000000001 as cumulative_share
from added
order by gap_points desc, sort_order
