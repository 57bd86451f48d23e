-- printed_difference: why a printed total, rank or grade is not the computed one, where that can be told.
-- NULL where they agree or nothing is printed. A total is explained when it is exactly what another way of adding up
-- gives, to the decimals that the assessment's totals are printed with; a rank when the reading found for the whole
-- assessment gives it; a grade when a declared condition or the printed total gives it. The rest is unexplained.
-- Source: docs/methodology.md, "Khác với kết quả in".

create or replace temp table printed_difference as
with printed_places as (
    select
        assessment_code,
        least(max(length(rtrim(split_part(printed_points::varchar, '.', 2), '0'))), 4) as places,
    from ranked_total
    where printed_points is not null
    group by assessment_code
),

other_stage as (
    select ranked_total.assessment_code, ranked_total.unit_code
    from ranked_total
    join printed_places using (assessment_code)
    join computed_total using (assessment_code, unit_code)
    where computed_total.basis <> 'official'
        and is_printed_as(computed_total.points, ranked_total.printed_points, printed_places.places)
    group by all
),

explained as (
    select
        ranked_total.*,
        official.rescaled_points,
        case
            when ranked_total.printed_points is null or ranked_total.printed_points = ranked_total.points then null
            when ranked_total.points is null then 'no_points'
            when is_printed_as(ranked_total.points, ranked_total.printed_points, places) then 'rounding'
            when is_printed_as(official.rescaled_points + official.uncapped_points, ranked_total.printed_points, places)
                then 'cap'
            when is_printed_as(
                official.normal_points + official.bonus_points + official.penalty_points,
                ranked_total.printed_points,
                places
            ) then 'not_rescaled'
            when is_printed_as(official.rescaled_points, ranked_total.printed_points, places) then 'without_bonus_penalty'
            when other_stage.unit_code is not null then 'other_stage'
            else 'unexplained'
        end as printed_points_reason,
    from ranked_total
    left join printed_places using (assessment_code)
    left join computed_total as official
        on official.basis = 'official'
        and official.assessment_code = ranked_total.assessment_code
        and official.unit_code = ranked_total.unit_code
    left join other_stage
        on other_stage.assessment_code = ranked_total.assessment_code
        and other_stage.unit_code = ranked_total.unit_code
),

graded as (
    select
        explained.*,
        graded_total.points_grade_code,
        graded_total.grade_code,
        by_printed.grade_code as printed_points_grade_code,
        bool_and(coalesce(printed_points_reason, 'rounding') = 'rounding') over (
            partition by explained.assessment_code, explained.group_code
        ) as is_only_rounded,
    from explained
    join graded_total using (assessment_code, unit_code)
    asof left join grade as by_printed
        on by_printed.criteria_set_code = explained.criteria_set_code
        and if(explained.grade_basis = 'points', explained.printed_points, null) >= by_printed.min_value
)

select
    graded.assessment_code,
    graded.unit_code,
    graded.printed_points_reason,
    case
        when graded.printed_rank is null or graded.printed_rank = graded.rank then null
        when graded.rank is null then 'unranked'
        when reading.scope = 'all' then 'scope'
        when reading.ties <> 'shared' then 'tie_rule'
        when reading.basis = 'printed' then if(graded.is_only_rounded, 'rounding', 'printed_points')
        else 'unexplained'
    end as printed_rank_reason,
    case
        when graded.printed_grade is null
            or graded.criteria_set_code not in (select criteria_set_code from grade) then null
        when printed.grade_code = graded.points_grade_code then null
        when printed.grade_code = graded.grade_code then 'override'
        when printed.grade_code = graded.printed_points_grade_code
            then if(graded.printed_points_reason = 'rounding', 'rounding', 'printed_points')
        else 'unexplained'
    end as printed_grade_reason,
from graded
left join printed_rank_reading as reading
    on reading.assessment_code = graded.assessment_code
    and reading.unit_code = graded.unit_code
left join grade as printed
    on printed.criteria_set_code = graded.criteria_set_code
    and lower(trim(graded.printed_grade)) in (lower(printed.grade_code), lower(printed.grade_name));
