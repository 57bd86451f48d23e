-- stage_total: what a unit's scores add up to at every stage that gives any, by the same rules as its total.
-- One row per unit and stage with a number among its normal criteria. The official stage holds what counts.
-- Source: docs/methodology.md, "Tổng điểm từng giai đoạn".

insert into stage_total by name
select
    computed_total.assessment_code,
    computed_total.unit_code,
    membership.group_code,
    stage_basis.expected_stage as stage_code,
    stage_basis.basis = 'official' as is_official,
    computed_total.points,
    cut_share(computed_total.normal_points, computed_total.applicable_max_points) as share,
    computed_total.normal_points,
    computed_total.applicable_max_points,
    computed_total.bonus_points,
    computed_total.penalty_points,
    computed_total.missing,
    computed_total.missing > 0 as is_partial,
from computed_total
join stage_basis using (assessment_code, basis)
join membership
    on membership.assessment_code = computed_total.assessment_code
    and membership.unit_code = computed_total.unit_code
qualify row_number() over (
    partition by computed_total.assessment_code, computed_total.unit_code, stage_basis.expected_stage
    order by stage_basis.basis = 'official' desc
) = 1;
