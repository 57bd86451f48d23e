-- linked_sum: what the linked criteria of a unit that were scored both times add up to, for every two assessments.
-- group_part_sum: what the parts of the changes add up to over the units that were in the same group both times.
-- Both are empty here: every batch adds its own.
-- Source: docs/methodology.md, "So sánh cùng tiêu chí" and "Trung bình của khối".

create or replace temp table linked_sum (
    from_assessment assessment_key,
    to_assessment assessment_key,
    unit_code unit_key,
    linked_criteria bigint,
    from_points decimal(38, 10),
    from_max_points decimal(38, 10),
    to_points decimal(38, 10),
    to_max_points decimal(38, 10)
);

create or replace temp table group_part_sum (
    from_assessment assessment_key,
    to_assessment assessment_key,
    group_code group_key,
    part part_key,
    from_criterion_code criterion_key,
    to_criterion_code criterion_key,
    points_change decimal(38, 10)
);
