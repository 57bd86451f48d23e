"""What analysts decide: the reference tables, one CSV file each, and the office's own facts.

The files are documented for analysts in `data/README.md`; a test holds that page and this module together.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from etl.office.columns import (
    Column,
    Content,
    ReferenceTable,
    amount_column,
    date_column,
    integer_column,
    required_column,
    share_column,
    text_column,
)


class Status(StrEnum):
    """Who stands behind a row: `draft` proposed it, or a person wrote or confirmed it. Blank means confirmed."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


KINDS = ("normal", "bonus", "penalty", "alternative")
STAGES = ("self", "appraised", "appealed", "final")
NOT_APPLICABLE_RULES = ("zero", "full_marks", "excluded", "forbidden")
LINK_KINDS = ("same", "renamed", "rescaled", "split", "merged", "new", "dropped")
SUCCESSION_KINDS = ("rename", "merge", "split", "dissolve", "boundary")
TIE_RULES = ("shared", "dense", "one_each")  # 1, 2, 2, 4; 1, 2, 2, 3; 1, 2, 3, 4
RANK_SCOPES = ("group", "all")
FAMILIES = ("unit_sheet", "criteria_by_units", "units_by_criteria", "units_per_criterion", "summary", "ignore")

TABLES: tuple[ReferenceTable, ...] = (
    ReferenceTable(
        "assessments",
        ("assessment_code",),
        (
            required_column("assessment_code"),
            required_column("assessment_name"),
            Column("year", Content.INTEGER, required=True),
            *map(date_column, ("period_start", "period_end", "assessed_on")),
            required_column("criteria_set_code"),
            text_column("decision"),
        ),
    ),
    ReferenceTable(
        "groups",
        ("group_code",),
        (required_column("group_code"), required_column("group_name"), integer_column("sort_order")),
    ),
    ReferenceTable(
        "units",
        ("unit_code",),
        (
            required_column("unit_code"),
            required_column("unit_name"),
            text_column("short_name"),
            date_column("valid_from"),
            date_column("valid_to"),
        ),
    ),
    ReferenceTable("unit_aliases", ("alias",), (required_column("alias"), required_column("unit_code"))),
    ReferenceTable(
        "memberships",
        ("unit_code", "from_assessment"),
        (required_column("unit_code"), text_column("from_assessment"), required_column("group_code")),
    ),
    ReferenceTable(
        "unit_successions",
        ("predecessor_code", "successor_code", "effective_on"),
        (
            required_column("predecessor_code"),
            text_column("successor_code"),
            required_column("kind", *SUCCESSION_KINDS),
            Column("effective_on", Content.DATE, required=True),
            required_column("extent", "full", "partial"),
            text_column("legal_source"),
        ),
    ),
    ReferenceTable(
        "criteria_sets",
        ("criteria_set_code",),
        (
            required_column("criteria_set_code"),
            required_column("criteria_set_name"),
            text_column("decision"),
            date_column("issued_on"),
            required_column("not_applicable_rule", *NOT_APPLICABLE_RULES),
            text_column("official_stage", *STAGES),
            text_column("total_rule", "sum", "printed"),
            text_column("partial_rule", "ranked", "not_ranked"),
            *map(amount_column, ("sum_tolerance", "bonus_cap", "penalty_cap")),
            *map(share_column, ("done_well_min_share", "not_done_max_share")),
            text_column("grade_basis", "points", "share"),
            text_column("printed_ties", *TIE_RULES),
            text_column("printed_scope", *RANK_SCOPES),
        ),
    ),
    ReferenceTable(
        "criteria",
        ("criteria_set_code", "criterion_code"),
        (
            required_column("criteria_set_code"),
            required_column("criterion_code"),
            text_column("parent_code"),
            text_column("number"),
            required_column("criterion_name"),
            text_column("short_name"),
            amount_column("max_points"),
            amount_column("weight"),
            required_column("kind", *KINDS),
            integer_column("sort_order"),
            amount_column("step"),
            text_column("guidance"),
        ),
    ),
    ReferenceTable(
        "criterion_aliases",
        ("criteria_set_code", "alias"),
        (required_column("criteria_set_code"), required_column("alias"), required_column("criterion_code")),
    ),
    ReferenceTable(
        "grades",
        ("criteria_set_code", "grade_code"),
        (
            required_column("criteria_set_code"),
            required_column("grade_code"),
            required_column("grade_name"),
            Column("min_value", Content.DECIMAL, required=True),
            integer_column("sort_order"),
        ),
    ),
    ReferenceTable(
        "grade_overrides",
        ("assessment_code", "unit_code"),
        (
            required_column("assessment_code"),
            required_column("unit_code"),
            required_column("highest_grade_code"),
            required_column("reason"),
            text_column("legal_source"),
        ),
    ),
    ReferenceTable(
        "criterion_links",
        ("from_set_code", "from_criterion_code", "to_set_code", "to_criterion_code"),
        (
            required_column("from_set_code"),
            text_column("from_criterion_code"),
            required_column("to_set_code"),
            text_column("to_criterion_code"),
            required_column("kind", *LINK_KINDS),
            text_column("reason"),
        ),
    ),
    ReferenceTable(
        "submissions",
        ("assessment_code", "unit_code"),
        (
            required_column("assessment_code"),
            required_column("unit_code"),
            required_column("state", "not_submitted"),
            text_column("reason"),
        ),
    ),
    ReferenceTable(
        "remedies",
        ("assessment_code", "unit_code", "criterion_code"),
        (
            required_column("assessment_code"),
            text_column("unit_code"),
            required_column("criterion_code"),
            required_column("remedy"),
            date_column("due_on"),
            text_column("legal_source"),
        ),
    ),
    ReferenceTable(
        "corrections",
        ("file", "sheet", "cell"),
        (
            required_column("file"),
            required_column("sheet"),
            required_column("cell"),
            text_column("expect"),
            text_column("value"),
            required_column("reason"),
            text_column("decided_by"),
            date_column("decided_on"),
        ),
    ),
    ReferenceTable(
        "severities",
        ("code",),
        (required_column("code"), required_column("severity", "error", "warning"), amount_column("threshold")),
    ),
    ReferenceTable(
        "layouts",
        ("file", "sheet"),
        (
            required_column("file"),
            required_column("sheet"),
            required_column("family", *FAMILIES),
            *map(text_column, ("assessment_code", "criteria_set_code", "unit_code", "group_code")),
            text_column("stage_code", *STAGES),
            integer_column("header_row"),
            *map(text_column, ("name_column", "max_column", "points_columns")),
        ),
    ),
)

TABLE: dict[str, ReferenceTable] = {table.name: table for table in TABLES}


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """`reference/office.toml`: what the office says of itself.

    `superior_name` and `place` stand in the letterhead of documents; empty, they are left open there.
    `illustrative_mark` is shown on every page and every export when `is_illustrative` is true.
    """

    office_code: str
    office_name: str
    office_name_en: str = ""
    superior_name: str = ""
    place: str = ""
    is_illustrative: bool = False
    illustrative_mark: str = ""
    illustrative_mark_en: str = ""
    source_note: str = ""
    source_note_en: str = ""
