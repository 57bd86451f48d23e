-- Every printed rank and grade that is not the computed one: what (rank or grade), its file, sheet and cell, the text
-- seen, the computed value, the unit's and the group's name. A unit that the method does not rank or grade is left out.
-- Of several grades that a sheet spells alike, letters and spaces at the ends do not count.

with computed as (
    select
        total.assessment_code,
        total.unit_code,
        total.rank,
        grade.grade_code,
        grade.grade_name,
        unit.unit_name,
        peer_group.group_name,
    from total
    join assessment using (assessment_code)
    join unit using (unit_code)
    join peer_group using (group_code)
    left join grade
        on grade.criteria_set_code = assessment.criteria_set_code
        and grade.grade_code = total.grade_code
)

select
    printed_result.what,
    printed_result.file,
    printed_result.sheet,
    printed_result.cell,
    printed_result.raw_text,
    if(printed_result.what = 'rank', computed.rank::varchar, computed.grade_name) as computed_text,
    computed.unit_name,
    computed.group_name,
from printed_result
join computed using (assessment_code, unit_code)
where
    (printed_result.what = 'rank' and printed_result.points <> computed.rank)
    or (
        printed_result.what = 'grade'
        and lower(trim(printed_result.raw_text)) not in (lower(computed.grade_name), lower(computed.grade_code))
    )
order by printed_result.file, printed_result.sheet, printed_result.cell, printed_result.what;
