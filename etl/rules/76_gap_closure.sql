-- gap_closure: how many of the gaps of the assessment before were closed: of everyone and of each group, all criteria
-- together and each by itself, and of each unit.
-- closed_share is over the gaps of which it can be told; NULL when of none.
-- Source: docs/methodology.md, "Tỷ lệ khắc phục".

insert into gap_closure by name
with counted as (
    select
        from_assessment,
        to_assessment,
        group_code,
        unit_code,
        from_criterion_code,
        count(*) as gaps,
        count(*) filter (where outcome = 'closed') as closed,
        count(*) filter (where outcome = 'improved') as improved,
        count(*) filter (where outcome = 'unchanged') as unchanged,
        count(*) filter (where outcome = 'worse') as worse,
        count(*) filter (where outcome = 'cannot_tell') as cannot_tell,
    from gap_outcome
    group by grouping sets (
        (from_assessment, to_assessment),
        (from_assessment, to_assessment, from_criterion_code),
        (from_assessment, to_assessment, group_code),
        (from_assessment, to_assessment, group_code, from_criterion_code),
        (from_assessment, to_assessment, group_code, unit_code)
    )
)

select
    *,
    cut_share(closed, gaps - cannot_tell) as closed_share,
from counted;
