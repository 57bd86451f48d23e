-- over_claim, over_claim_unit, over_claim_group: what units claimed for themselves beyond what they were given.
-- Self-assessed less official points, criterion by criterion, only where both are numbers and somebody else than the
-- unit gave the official one; negative where a unit was too modest. A criterion that only one side scored is counted
-- beside the sum, never in it: then the comparison is partial. Caps and rescaling play no part.
-- Source: docs/methodology.md, "Tự chấm cao hơn thẩm định".

create or replace temp table claimed as
select
    official.assessment_code,
    official.unit_code,
    official.group_code,
    official.criterion_code,
    official.kind,
    own.state = 'scored' as is_claimed,
    official.state = 'scored' as is_given,
    own.points as self_points,
    official.points,
from criterion_result as official
join criterion_value as own
    on own.basis = 'self'
    and own.assessment_code = official.assessment_code
    and own.unit_code = official.unit_code
    and own.criterion_code = official.criterion_code
where official.stage_code <> 'self'
    and (own.state = 'scored' or official.state = 'scored');

insert into over_claim by name
select
    * exclude (is_claimed, is_given),
    self_points - points as over_claim_points,
from claimed
where is_claimed and is_given;

insert into over_claim_unit by name
select
    assessment_code,
    unit_code,
    group_code,
    count(*) filter (is_claimed and is_given) as compared_criteria,
    count(*) filter (is_claimed and not is_given) as only_self_criteria,
    count(*) filter (is_given and not is_claimed) as only_official_criteria,
    sum(self_points) filter (is_claimed and is_given) as self_points,
    sum(points) filter (is_claimed and is_given) as points,
    sum(self_points - points) filter (is_claimed and is_given) as over_claim_points,
    count(*) filter (is_claimed <> is_given) > 0 as is_partial,
from claimed
group by all
having count(*) filter (is_claimed and is_given) > 0;

insert into over_claim_group by name
select
    assessment_code,
    group_code,
    count(*) as units,
    count(*) filter (over_claim_points > 0) as units_above,
    count(*) filter (over_claim_points = 0) as units_equal,
    count(*) filter (over_claim_points < 0) as units_below,
    count(*) filter (is_partial) as partial_units,
    sum(over_claim_points) as over_claim_points,
    cut_points(sum(over_claim_points), 1, count(*)) as mean_over_claim_points,
    max(over_claim_points) as largest_over_claim_points,
from over_claim_unit
group by grouping sets ((assessment_code), (assessment_code, group_code));
