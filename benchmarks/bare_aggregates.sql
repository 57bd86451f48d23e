-- Aggregates of the method's shape and nothing of its meaning: totals with ranks, gaps per criterion, the change of every
-- score from the round before.
create temp table bare_total as
with summed as (
    select assessment_code, unit_code, group_code, sum(score.points) as points
    from score join membership using (assessment_code, unit_code)
    group by all
)

select *, rank() over (partition by assessment_code, group_code order by points desc) as rank
from summed;

create temp table bare_gap as
select assessment_code, group_code, criterion_code, sum(points) as points, max(points) as best, count(points) as scored
from score join membership using (assessment_code, unit_code)
group by all;

create temp table bare_change as
select old.assessment_code, old.criterion_code, sum(new.points - old.points) as points_change
from score as old
join assessment on assessment.previous_code = old.assessment_code
join score as new
    on new.assessment_code = assessment.assessment_code
    and new.unit_code = old.unit_code
    and new.criterion_code = old.criterion_code
group by all;
