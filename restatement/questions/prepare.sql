-- What several questions need: changed_set, criteria sets that are not the same in both versions; changed_score, cells of
-- scoresheets that are read otherwise, each with the reason.

create temp table changed_set as
with definition as (
    select 'old' as side, criteria_set_code, criterion_code, parent_code, kind, max_points, is_scored
    from old_version.criterion
    union all
    select 'new' as side, criteria_set_code, criterion_code, parent_code, kind, max_points, is_scored
    from new_version.criterion
),

band as (
    select 'old' as side, criteria_set_code, grade_code, min_value
    from old_version.grade
    union all
    select 'new' as side, criteria_set_code, grade_code, min_value
    from new_version.grade
),

one_sided as (
    select criteria_set_code
    from definition
    group by criteria_set_code, criterion_code, parent_code, kind, max_points, is_scored
    having count(*) = 1
    union
    select criteria_set_code
    from old_version.criteria_set as old_set
    full join new_version.criteria_set as new_set using (criteria_set_code)
    where (
        old_set.not_applicable_rule,
        old_set.official_stage,
        old_set.total_rule,
        old_set.partial_rule,
        old_set.bonus_cap,
        old_set.penalty_cap,
        old_set.done_well_min_share,
        old_set.not_done_max_share,
        old_set.grade_basis
    ) is distinct from (
        new_set.not_applicable_rule,
        new_set.official_stage,
        new_set.total_rule,
        new_set.partial_rule,
        new_set.bonus_cap,
        new_set.penalty_cap,
        new_set.done_well_min_share,
        new_set.not_done_max_share,
        new_set.grade_basis
    )
    union
    select criteria_set_code
    from band
    group by criteria_set_code, grade_code, min_value
    having count(*) = 1
)

select distinct criteria_set_code
from one_sided;

create temp table changed_correction as
with declared as (
    select 'old' as side, file, sheet, cell, expect, value
    from old_version.correction
    union all
    select 'new' as side, file, sheet, cell, expect, value
    from new_version.correction
)

select file, sheet, cell, bool_or(side = 'old') as is_in_old, bool_or(side = 'new') as is_in_new
from (select any_value(side) as side, file, sheet, cell, expect, value from declared group by all having count(*) = 1)
group by all;

create temp table changed_score as
with both_sides as (
    select
        assessment_code,
        unit_code,
        criterion_code,
        stage_code,
        old_score.state as old_state,
        old_score.points as old_points,
        old_score.raw_text as old_text,
        old_score.file as old_file,
        old_score.sheet as old_sheet,
        old_score.cell as old_cell,
        new_score.state as new_state,
        new_score.points as new_points,
        new_score.raw_text as new_text,
        new_score.file as new_file,
        new_score.sheet as new_sheet,
        new_score.cell as new_cell,
    from old_version.score as old_score
    full join new_version.score as new_score using (assessment_code, unit_code, criterion_code, stage_code)
    where old_score.state is distinct from new_score.state
        or old_score.points is distinct from new_score.points
        or old_score.raw_text is distinct from new_score.raw_text
)

select
    both_sides.*,
    case
        when exists (
            select 1
            from changed_correction
            where (file, sheet, cell) in ((old_file, old_sheet, old_cell), (new_file, new_sheet, new_cell))
        ) then 'correction'
        when new_file is not null and not exists (select 1 from old_version.source_file where file = new_file)
            then 'file_added'
        when old_file is not null and not exists (select 1 from new_version.source_file where file = old_file)
            then 'file_removed'
        when old_source.sha256 <> new_source.sha256 then 'file_replaced'
        else 'reading'
    end as reason,
from both_sides
left join old_version.source_file as old_source
    on old_source.file = coalesce(both_sides.new_file, both_sides.old_file)
left join new_version.source_file as new_source
    on new_source.file = coalesce(both_sides.new_file, both_sides.old_file);
