-- One database version. Points are decimal(18, 10): every digit a workbook can hold, exactly (docs/decisions).
-- Tables come first as loaded, then the marts, which etl/rules/*.sql fill in the order of their names.

create table build_info (
    version varchar not null,
    schema_version integer not null,
    built_at timestamp not null,
    office_code varchar not null,
    office_name varchar not null,
    office_name_en varchar not null,
    superior_name varchar not null,
    place varchar not null,
    is_illustrative boolean not null,
    illustrative_mark varchar not null,
    illustrative_mark_en varchar not null,
    source_note varchar not null,
    source_note_en varchar not null,
    inputs_sha256 varchar not null,
    method_sha256 varchar not null
);

create table source_file (
    file varchar primary key,
    sha256 varchar not null,
    size_bytes bigint not null,
    sheets integer not null,
    score_cells integer not null
);

create table problem (
    severity varchar not null,
    code varchar not null,
    file varchar not null,
    sheet varchar not null,
    cell varchar not null,
    seen varchar not null,
    expected varchar not null,
    action varchar not null,
    message varchar not null,
    expected_en varchar not null,
    action_en varchar not null,
    message_en varchar not null
);

create table criteria_set (
    criteria_set_code varchar primary key,
    criteria_set_name varchar not null,
    decision varchar not null,
    issued_on date,
    not_applicable_rule varchar not null,
    official_stage varchar,
    total_rule varchar not null,
    partial_rule varchar not null,
    sum_tolerance decimal(18, 10) not null,
    bonus_cap decimal(18, 10),
    penalty_cap decimal(18, 10),
    done_well_min_share decimal(18, 10) not null,
    not_done_max_share decimal(18, 10) not null,
    grade_basis varchar not null,
    printed_ties varchar,
    printed_scope varchar,
    max_points decimal(18, 10) not null,
    status varchar not null,
    note varchar not null
);

create table criterion (
    criteria_set_code varchar not null,
    criterion_code varchar not null,
    parent_code varchar,
    top_code varchar not null,
    number varchar not null,
    criterion_name varchar not null,
    short_name varchar not null,
    max_points decimal(18, 10) not null,
    weight decimal(18, 10) not null,
    kind varchar not null,
    is_scored boolean not null,
    level integer not null,
    sort_order integer not null,
    step decimal(18, 10),
    guidance varchar not null,
    status varchar not null,
    primary key (criteria_set_code, criterion_code)
);

create table grade (
    criteria_set_code varchar not null,
    grade_code varchar not null,
    grade_name varchar not null,
    min_value decimal(18, 10) not null,
    sort_order integer not null,
    primary key (criteria_set_code, grade_code)
);

create table grade_override (
    assessment_code varchar not null,
    unit_code varchar not null,
    highest_grade_code varchar not null,
    reason varchar not null,
    legal_source varchar not null,
    status varchar not null,
    primary key (assessment_code, unit_code)
);

create table criterion_link (
    from_set_code varchar not null,
    from_criterion_code varchar,
    to_set_code varchar not null,
    to_criterion_code varchar,
    kind varchar not null,
    reason varchar not null,
    status varchar not null
);

create table assessment (
    assessment_code varchar primary key,
    assessment_name varchar not null,
    year integer not null,
    sort_order integer not null unique,
    period_start date,
    period_end date,
    assessed_on date,
    criteria_set_code varchar not null,
    decision varchar not null,
    previous_code varchar,
    status varchar not null
);

create table peer_group (
    group_code varchar primary key,
    group_name varchar not null,
    sort_order integer not null
);

create table unit (
    unit_code varchar primary key,
    unit_name varchar not null,
    short_name varchar not null,
    valid_from date,
    valid_to date,
    status varchar not null
);

create table unit_succession (
    predecessor_code varchar not null,
    successor_code varchar,
    kind varchar not null,
    effective_on date not null,
    extent varchar not null,
    legal_source varchar not null,
    status varchar not null
);

create table membership (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    is_submitted boolean not null,
    printed_name varchar not null,
    primary key (assessment_code, unit_code)
);

create table score (
    assessment_code varchar not null,
    unit_code varchar not null,
    criterion_code varchar not null,
    stage_code varchar not null,
    state varchar not null,
    points decimal(18, 10),
    raw_text varchar not null,
    remark varchar not null,
    is_corrected boolean not null,
    file varchar not null,
    sheet varchar not null,
    cell varchar not null,
    primary key (assessment_code, unit_code, criterion_code, stage_code)
);

create table correction (
    file varchar not null,
    sheet varchar not null,
    cell varchar not null,
    expect varchar not null,
    seen varchar not null,
    value varchar not null,
    reason varchar not null,
    decided_by varchar not null,
    decided_on date,
    primary key (file, sheet, cell)
);

create table printed_result (
    assessment_code varchar not null,
    unit_code varchar not null,
    what varchar not null,
    criterion_code varchar,
    stage_code varchar not null,
    raw_text varchar not null,
    points decimal(18, 10),
    file varchar not null,
    sheet varchar not null,
    cell varchar not null
);

create table remedy_request (
    assessment_code varchar not null,
    unit_code varchar,
    criterion_code varchar not null,
    remedy varchar not null,
    due_on date,
    legal_source varchar not null,
    status varchar not null
);

create table official_score (
    assessment_code varchar not null,
    unit_code varchar not null,
    criterion_code varchar not null,
    stage_code varchar not null,
    state varchar not null,
    points decimal(18, 10)
);

create table criterion_result (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    criteria_set_code varchar not null,
    criterion_code varchar not null,
    kind varchar not null,
    stage_code varchar not null,
    state varchar not null,
    points decimal(18, 10),
    max_points decimal(18, 10),
    share decimal(20, 18),
    gap_points decimal(18, 10),
    verdict varchar
);

create table parent_result (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    criterion_code varchar not null,
    points decimal(18, 10),
    max_points decimal(18, 10),
    share decimal(20, 18),
    gap_points decimal(18, 10),
    is_partial boolean not null
);

create table total (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    points decimal(18, 10),
    max_points decimal(18, 10) not null,
    share decimal(20, 18),
    rank integer,
    ranked_units integer not null,
    is_tied boolean not null,
    grade_code varchar,
    points_grade_code varchar,
    grade_override_reason varchar,
    grade_override_source varchar,
    next_grade_code varchar,
    points_to_next_grade decimal(18, 10),
    places_per_quarter_point integer,
    is_partial boolean not null,
    unranked_reason varchar,
    normal_points decimal(18, 10),
    applicable_max_points decimal(18, 10),
    bonus_points decimal(18, 10),
    penalty_points decimal(18, 10),
    gap_points decimal(18, 10),
    done_well integer not null,
    not_well integer not null,
    not_done integer not null,
    not_applicable integer not null,
    missing integer not null,
    self_points decimal(18, 10),
    printed_points decimal(18, 10),
    printed_rank integer,
    printed_grade varchar,
    printed_points_reason varchar,
    printed_rank_reason varchar,
    printed_grade_reason varchar
);

create table stage_total (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    stage_code varchar not null,
    is_official boolean not null,
    points decimal(18, 10),
    share decimal(20, 18),
    normal_points decimal(18, 10) not null,
    applicable_max_points decimal(18, 10),
    bonus_points decimal(18, 10) not null,
    penalty_points decimal(18, 10) not null,
    missing integer not null,
    is_partial boolean not null
);

create table over_claim (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    criterion_code varchar not null,
    kind varchar not null,
    self_points decimal(18, 10) not null,
    points decimal(18, 10) not null,
    over_claim_points decimal(18, 10) not null
);

create table over_claim_unit (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    compared_criteria integer not null,
    only_self_criteria integer not null,
    only_official_criteria integer not null,
    self_points decimal(18, 10) not null,
    points decimal(18, 10) not null,
    over_claim_points decimal(18, 10) not null,
    is_partial boolean not null
);

create table over_claim_group (
    assessment_code varchar not null,
    group_code varchar,
    units integer not null,
    units_above integer not null,
    units_equal integer not null,
    units_below integer not null,
    partial_units integer not null,
    over_claim_points decimal(18, 10) not null,
    mean_over_claim_points decimal(18, 10) not null,
    largest_over_claim_points decimal(18, 10) not null
);

create table group_summary (
    assessment_code varchar not null,
    group_code varchar not null,
    units integer not null,
    mean_share decimal(20, 18),
    lowest_share decimal(20, 18),
    highest_share decimal(20, 18)
);

create table criterion_summary (
    assessment_code varchar not null,
    group_code varchar,
    criterion_code varchar not null,
    units integer not null,
    scored_units integer not null,
    done_well integer not null,
    not_well integer not null,
    not_done integer not null,
    not_applicable integer not null,
    missing integer not null,
    points decimal(18, 10) not null,
    max_points decimal(18, 10) not null,
    gap_points decimal(18, 10) not null,
    share decimal(20, 18),
    best_points decimal(18, 10),
    is_systemic boolean not null,
    gap_rank integer
);

create table peer_comparison (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    criterion_code varchar not null,
    gap_rank integer,
    gap_to_best_points decimal(18, 10) not null,
    gap_to_mean_points decimal(18, 10) not null,
    peers integer not null,
    peer_share decimal(20, 18),
    share_above_peers decimal(20, 18),
    claim varchar,
    no_claim_reason varchar
);

create table criterion_family (
    criteria_set_code varchar not null,
    criterion_code varchar not null,
    family_code varchar not null
);

create table criterion_bundle (
    from_set_code varchar not null,
    to_set_code varchar not null,
    side varchar not null,
    criterion_code varchar not null,
    bundle_code varchar not null,
    from_criteria integer not null,
    to_criteria integer not null,
    comparability varchar not null,
    reason varchar
);

create table bundle_summary (
    from_set_code varchar not null,
    to_set_code varchar not null,
    bundle_code varchar not null,
    side varchar not null,
    assessment_code varchar not null,
    group_code varchar,
    units integer not null,
    scored_units integer not null,
    done_well integer not null,
    not_well integer not null,
    not_done integer not null,
    points decimal(18, 10) not null,
    max_points decimal(18, 10) not null,
    share decimal(20, 18)
);

create table unit_series (
    unit_code varchar not null,
    series_code varchar not null
);

create table like_for_like (
    from_assessment varchar not null,
    to_assessment varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    linked_criteria integer not null,
    from_share decimal(20, 18),
    to_share decimal(20, 18),
    share_change decimal(20, 18),
    from_linked_max_share decimal(20, 18),
    to_linked_max_share decimal(20, 18),
    from_rank integer,
    to_rank integer,
    ranked_units integer not null
);

create table unit_change (
    from_assessment varchar not null,
    to_assessment varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    from_points decimal(18, 10),
    to_points decimal(18, 10),
    points_change decimal(18, 10),
    from_share decimal(20, 18),
    to_share decimal(20, 18),
    share_change decimal(20, 18),
    quoted_from_share decimal(20, 18),
    quoted_to_share decimal(20, 18),
    quoted_share_change decimal(20, 18),
    from_rank integer,
    to_rank integer,
    places_up integer,
    comparability varchar not null,
    reason varchar,
    rank_comparability varchar not null,
    rank_reason varchar,
    caution varchar
);

create table change_part (
    from_assessment varchar not null,
    to_assessment varchar not null,
    unit_code varchar not null,
    part varchar not null,
    from_criterion_code varchar,
    to_criterion_code varchar,
    points_change decimal(18, 10) not null
);

create table criterion_followed (
    from_assessment varchar not null,
    to_assessment varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    from_unit_code varchar not null,
    to_unit_code varchar,
    from_criterion_code varchar not null,
    to_criterion_code varchar,
    from_state varchar not null,
    to_state varchar,
    from_verdict varchar,
    to_verdict varchar,
    from_share decimal(20, 18),
    to_share decimal(20, 18),
    link_comparability varchar not null,
    outcome varchar not null,
    reason varchar
);

create table group_change (
    from_assessment varchar not null,
    to_assessment varchar not null,
    group_code varchar not null,
    from_units integer not null,
    to_units integer not null,
    common_units integer not null,
    from_mean decimal(18, 10),
    to_mean decimal(18, 10),
    mean_change decimal(18, 10),
    common_from_mean decimal(18, 10),
    common_to_mean decimal(18, 10),
    common_mean_change decimal(18, 10),
    improved integer not null,
    unchanged integer not null,
    worse integer not null,
    not_compared integer not null,
    ceiling integer not null,
    floor integer not null,
    comparability varchar not null,
    reason varchar
);

create table group_change_part (
    from_assessment varchar not null,
    to_assessment varchar not null,
    group_code varchar not null,
    part varchar not null,
    from_criterion_code varchar,
    to_criterion_code varchar,
    points_change decimal(18, 10) not null
);

create table gap_outcome (
    from_assessment varchar not null,
    to_assessment varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    from_criterion_code varchar not null,
    to_criterion_code varchar,
    from_verdict varchar not null,
    to_verdict varchar,
    from_share decimal(20, 18),
    to_share decimal(20, 18),
    outcome varchar not null,
    reason varchar
);

create table gap_closure (
    from_assessment varchar not null,
    to_assessment varchar not null,
    group_code varchar,
    unit_code varchar,
    from_criterion_code varchar,
    gaps integer not null,
    closed integer not null,
    improved integer not null,
    unchanged integer not null,
    worse integer not null,
    cannot_tell integer not null,
    closed_share decimal(20, 18)
);

create table criterion_summary_change (
    from_assessment varchar not null,
    to_assessment varchar not null,
    group_code varchar,
    from_criterion_code varchar not null,
    to_criterion_code varchar,
    common_units integer not null,
    from_share decimal(20, 18),
    to_share decimal(20, 18),
    share_change decimal(20, 18),
    improved integer not null,
    unchanged integer not null,
    worse integer not null,
    not_compared integer not null,
    comparability varchar not null,
    reason varchar
);

create table remedy (
    assessment_code varchar not null,
    unit_code varchar not null,
    criterion_code varchar not null,
    remedy varchar not null,
    due_on date,
    legal_source varchar not null,
    next_assessment_code varchar,
    outcome varchar not null,
    reason varchar,
    from_share decimal(20, 18),
    to_share decimal(20, 18)
);

create table criterion_history (
    assessment_code varchar not null,
    unit_code varchar not null,
    group_code varchar not null,
    criterion_code varchar not null,
    verdict varchar not null,
    previous_verdict varchar,
    history varchar,
    reason varchar,
    weak_rounds integer not null
);
