-- group_summary: the shares of a group's units in an assessment, put together: their mean, the lowest and the highest.
-- Only units with a share count; a group without any has a row without a mean.
-- Source: docs/methodology.md, "Tỷ lệ đạt bình quân của khối".

insert into group_summary by name
select
    assessment_code,
    group_code,
    count(share) as units,
    cut_mean_share(sum(share), count(share)) as mean_share,
    min(share) as lowest_share,
    max(share) as highest_share,
from total
group by assessment_code, group_code;
