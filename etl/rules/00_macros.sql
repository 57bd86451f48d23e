-- Arithmetic that every other rule shares: whole numbers inside, so that nothing is ever rounded up and equal
-- fractions stay equal.
-- Source: docs/methodology.md, "Phương pháp".

-- A number of ten decimals as a whole number of its last decimal.
create or replace temp macro whole(amount) as
    (amount::decimal(18, 10) * 10000000000)::hugeint;

-- part / total, cut after 18 decimals; NULL when there is nothing to divide by.
create or replace temp macro cut_share(part, total) as
    ((whole(part) * 1000000000000000000::hugeint // nullif(whole(total), 0))::decimal(20, 0)
        * 0.000000000000000001::decimal(18, 18))::decimal(20, 18);

-- Shares added up, as a whole number of their last decimal: what is before the comma and what is behind it, because
-- both at once have more digits than a decimal holds.
create or replace temp macro whole_shares(added) as
    floor(added)::hugeint * 1000000000000000000::hugeint
        + ((added - floor(added))::decimal(38, 18) * 1000000000000000000)::hugeint;

-- The mean of `units` shares that add up to so much, cut after 18 decimals.
create or replace temp macro cut_mean_share(added, units) as
    ((whole_shares(added) // nullif(units, 0))::decimal(20, 0)
        * 0.000000000000000001::decimal(18, 18))::decimal(20, 18);

-- amount x numerator / denominator, cut after 10 decimals; NULL when there is nothing to divide by.
create or replace temp macro cut_points(amount, numerator, denominator) as
    ((whole(amount) * whole(numerator) // nullif(whole(denominator), 0))::decimal(18, 0)
        * 0.0000000001::decimal(10, 10))::decimal(18, 10);

-- The least points that are so many percent of a maximum: percent of it, brought up to the tenth decimal.
create or replace temp macro percent_reached(amount, percent) as
    (((whole(amount) * whole(percent) + 999999999999::hugeint) // 1000000000000::hugeint)::decimal(18, 0)
        * 0.0000000001::decimal(10, 10))::decimal(18, 10);

-- Points or a maximum times the weight of the criterion, cut after 10 decimals.
create or replace temp macro weighed(amount, weight) as
    if(
        weight = 1,
        amount::decimal(18, 10),
        ((whole(amount) * whole(weight) // 10000000000::hugeint)::decimal(18, 0)
            * 0.0000000001::decimal(10, 10))::decimal(18, 10)
    );

-- Whether a number printed with so many decimals is that amount, rounded to them.
create or replace temp macro is_printed_as(amount, printed, places) as
    abs(whole(amount) - whole(printed)) * 2 * (10::hugeint ** places)::hugeint <= 10000000000::hugeint;

-- States that leave a criterion without points although it applies to the unit.
create or replace temp macro is_missing(state) as
    state in ('blank', 'dash', 'unreadable', 'not_submitted');

-- The day an assessment stands for when changes between two assessments are judged.
create or replace temp macro stands_for(year, period_end, assessed_on) as
    coalesce(period_end, assessed_on, make_date(year, 12, 31));

-- A gap is systemic when three units in five are not done well, among at least three units scored.
create or replace temp macro is_systemic(not_done_well, scored_units) as
    scored_units >= 3 and not_done_well * 5 >= scored_units * 3;

-- Points that places are counted by: how many of them a quarter of a point is worth.
create or replace temp macro quarter_point() as
    0.25::decimal(18, 10);

-- A unit stands out from its peers by a tenth of the maximum, among at least three of them.
create or replace temp macro standing_out() as
    0.1::decimal(20, 18);

create or replace temp macro enough_peers() as
    3;

-- What the next assessment says of something that was found wanting.
create or replace temp macro outcome(from_share, to_share, to_verdict) as
    case
        when from_share is null or to_share is null then 'cannot_tell'
        when to_verdict = 'done_well' then 'closed'
        when to_share > from_share then 'improved'
        when to_share = from_share then 'unchanged'
        else 'worse'
    end;
