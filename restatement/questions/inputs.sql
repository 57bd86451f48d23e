-- What went into the versions and is not the same: kind (file, correction, criteria_set, link, succession, assessment,
-- method), name (which one) and change (added, removed, replaced).

with file as (
    select
        'file' as kind,
        file as name,
        case
            when old_file.sha256 is null then 'added'
            when new_file.sha256 is null then 'removed'
            else 'replaced'
        end as change,
    from old_version.source_file as old_file
    full join new_version.source_file as new_file using (file)
    where old_file.sha256 is distinct from new_file.sha256
),

correction as (
    select
        'correction' as kind,
        concat_ws(' › ', file, sheet, cell) as name,
        case when not is_in_old then 'added' when not is_in_new then 'removed' else 'replaced' end as change,
    from changed_correction
),

changed_set_row as (
    select
        'criteria_set' as kind,
        criteria_set_code as name,
        case
            when criteria_set_code not in (select criteria_set_code from old_version.criteria_set) then 'added'
            when criteria_set_code not in (select criteria_set_code from new_version.criteria_set) then 'removed'
            else 'replaced'
        end as change,
    from changed_set
),

link as (
    select
        'link' as kind,
        concat(from_set_code, ' ', coalesce(from_criterion_code, '–'), ' › ', to_set_code, ' ', coalesce(to_criterion_code, '–')) as name,
        case when not bool_or(side = 'old') then 'added' when not bool_or(side = 'new') then 'removed' else 'replaced' end as change,
    from (
        select any_value(side) as side, from_set_code, from_criterion_code, to_set_code, to_criterion_code, kind, status
        from (
            select 'old' as side, from_set_code, from_criterion_code, to_set_code, to_criterion_code, kind, status
            from old_version.criterion_link
            union all
            select 'new' as side, from_set_code, from_criterion_code, to_set_code, to_criterion_code, kind, status
            from new_version.criterion_link
        )
        group by from_set_code, from_criterion_code, to_set_code, to_criterion_code, kind, status
        having count(*) = 1
    )
    group by from_set_code, from_criterion_code, to_set_code, to_criterion_code
),

succession as (
    select
        'succession' as kind,
        concat(predecessor_code, ' › ', coalesce(successor_code, '–'), ' ', strftime(effective_on, '%d/%m/%Y')) as name,
        case when not bool_or(side = 'old') then 'added' when not bool_or(side = 'new') then 'removed' else 'replaced' end as change,
    from (
        select any_value(side) as side, predecessor_code, successor_code, effective_on, kind, extent, status
        from (
            select 'old' as side, predecessor_code, successor_code, effective_on, kind, extent, status
            from old_version.unit_succession
            union all
            select 'new' as side, predecessor_code, successor_code, effective_on, kind, extent, status
            from new_version.unit_succession
        )
        group by predecessor_code, successor_code, effective_on, kind, extent, status
        having count(*) = 1
    )
    group by predecessor_code, successor_code, effective_on
),

assessment as (
    select
        'assessment' as kind,
        assessment_code as name,
        case
            when old_assessment.criteria_set_code is null then 'added'
            when new_assessment.criteria_set_code is null then 'removed'
            else 'replaced'
        end as change,
    from old_version.assessment as old_assessment
    full join new_version.assessment as new_assessment using (assessment_code)
    where (old_assessment.criteria_set_code, old_assessment.period_end, old_assessment.assessed_on)
        is distinct from (new_assessment.criteria_set_code, new_assessment.period_end, new_assessment.assessed_on)
),

method as (
    select 'method' as kind, '' as name, 'replaced' as change,
    from old_version.build_info as old_info
    cross join new_version.build_info as new_info
    where old_info.method_sha256 <> new_info.method_sha256
)

select * from method
union all by name select * from file
union all by name select * from correction
union all by name select * from changed_set_row
union all by name select * from link
union all by name select * from succession
union all by name select * from assessment
