"""What analysts decide: the reference tables, one CSV file each, and the office's own facts.

The files are documented for analysts in `data/README.md`; a test holds that page and this module together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """Who stands behind a row: `draft` proposed it, or a person wrote or confirmed it. Blank means confirmed."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


class Content(StrEnum):
    """What a column may hold."""

    TEXT = "text"
    DECIMAL = "decimal"
    INTEGER = "integer"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a reference file; `choices` are the only words allowed when it has any."""

    name: str
    content: Content = Content.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """One reference file; `key` tells its rows apart. Every file also has `status` and `note`."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...] = field(default=())

    @property
    def column_names(self) -> tuple[str, ...]:
        """Columns in the order they are written, the two common ones last."""
        return (*(column.name for column in self.columns), "status", "note")


def _required(name: str, *choices: str) -> Column:
    return Column(name, required=True, choices=choices)


def _text(name: str, *choices: str) -> Column:
    return Column(name, choices=choices)


def _decimal(name: str) -> Column:
    return Column(name, Content.DECIMAL)


def _integer(name: str) -> Column:
    return Column(name, Content.INTEGER)


def _date(name: str) -> Column:
    return Column(name, Content.DATE)


KINDS = ("normal", "bonus", "penalty", "alternative")
STAGES = ("self", "appraised", "appealed", "final")
NOT_APPLICABLE_RULES = ("zero", "full_marks", "excluded", "forbidden")
LINK_KINDS = ("same", "renamed", "rescaled", "split", "merged", "new", "dropped")
SUCCESSION_KINDS = ("rename", "merge", "split", "dissolve", "boundary")
FAMILIES = ("unit_sheet", "criteria_by_units", "units_by_criteria", "units_per_criterion", "summary", "ignore")

TABLES: tuple[ReferenceTable, ...] = (
    ReferenceTable(
        "assessments",
        ("assessment_code",),
        (
            _required("assessment_code"),
            _required("assessment_name"),
            Column("year", Content.INTEGER, required=True),
            *map(_date, ("period_start", "period_end", "assessed_on")),
            _required("criteria_set_code"),
            _text("decision"),
        ),
    ),
    ReferenceTable(
        "groups", ("group_code",), (_required("group_code"), _required("group_name"), _integer("sort_order"))
    ),
    ReferenceTable(
        "units",
        ("unit_code",),
        (
            _required("unit_code"),
            _required("unit_name"),
            _text("short_name"),
            _date("valid_from"),
            _date("valid_to"),
        ),
    ),
    ReferenceTable("unit_aliases", ("alias",), (_required("alias"), _required("unit_code"))),
    ReferenceTable(
        "memberships",
        ("unit_code", "from_assessment"),
        (_required("unit_code"), _text("from_assessment"), _required("group_code")),
    ),
    ReferenceTable(
        "unit_successions",
        ("predecessor_code", "successor_code", "effective_on"),
        (
            _required("predecessor_code"),
            _text("successor_code"),
            _required("kind", *SUCCESSION_KINDS),
            Column("effective_on", Content.DATE, required=True),
            _required("extent", "full", "partial"),
            _text("legal_source"),
        ),
    ),
    ReferenceTable(
        "criteria_sets",
        ("criteria_set_code",),
        (
            _required("criteria_set_code"),
            _required("criteria_set_name"),
            _text("decision"),
            _date("issued_on"),
            _required("not_applicable_rule", *NOT_APPLICABLE_RULES),
            _text("official_stage", *STAGES),
            _text("total_rule", "sum", "printed"),
            _text("partial_rule", "ranked", "not_ranked"),
            *map(_decimal, ("sum_tolerance", "bonus_cap", "penalty_cap")),
            *map(_decimal, ("done_well_min_share", "not_done_max_share")),
            _text("grade_basis", "points", "share"),
        ),
    ),
    ReferenceTable(
        "criteria",
        ("criteria_set_code", "criterion_code"),
        (
            _required("criteria_set_code"),
            _required("criterion_code"),
            _text("parent_code"),
            _text("number"),
            _required("criterion_name"),
            _text("short_name"),
            _decimal("max_points"),
            _required("kind", *KINDS),
            _integer("sort_order"),
            _decimal("step"),
            _text("guidance"),
        ),
    ),
    ReferenceTable(
        "criterion_aliases",
        ("criteria_set_code", "alias"),
        (_required("criteria_set_code"), _required("alias"), _required("criterion_code")),
    ),
    ReferenceTable(
        "grades",
        ("criteria_set_code", "grade_code"),
        (
            _required("criteria_set_code"),
            _required("grade_code"),
            _required("grade_name"),
            Column("min_value", Content.DECIMAL, required=True),
            _integer("sort_order"),
        ),
    ),
    ReferenceTable(
        "criterion_links",
        ("from_set_code", "from_criterion_code", "to_set_code", "to_criterion_code"),
        (
            _required("from_set_code"),
            _text("from_criterion_code"),
            _required("to_set_code"),
            _text("to_criterion_code"),
            _required("kind", *LINK_KINDS),
            _text("reason"),
        ),
    ),
    ReferenceTable(
        "submissions",
        ("assessment_code", "unit_code"),
        (_required("assessment_code"), _required("unit_code"), _required("state", "not_submitted"), _text("reason")),
    ),
    ReferenceTable(
        "remedies",
        ("assessment_code", "unit_code", "criterion_code"),
        (
            _required("assessment_code"),
            _text("unit_code"),
            _required("criterion_code"),
            _required("remedy"),
            _date("due_on"),
            _text("legal_source"),
        ),
    ),
    ReferenceTable(
        "corrections",
        ("file", "sheet", "cell"),
        (
            _required("file"),
            _required("sheet"),
            _required("cell"),
            _text("expect"),
            _text("value"),
            _required("reason"),
            _text("decided_by"),
            _date("decided_on"),
        ),
    ),
    ReferenceTable("severities", ("code",), (_required("code"), _required("severity", "error", "warning"))),
    ReferenceTable(
        "layouts",
        ("file", "sheet"),
        (
            _required("file"),
            _required("sheet"),
            _required("family", *FAMILIES),
            *map(_text, ("assessment_code", "criteria_set_code", "unit_code", "group_code")),
            _text("stage_code", *STAGES),
            _integer("header_row"),
            *map(_text, ("name_column", "max_column", "points_columns")),
        ),
    ),
)

TABLE: dict[str, ReferenceTable] = {table.name: table for table in TABLES}


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """`reference/office.toml`: what the office says of itself.

    `illustrative_mark` is shown on every page and every export when `is_illustrative` is true.
    """

    office_code: str
    office_name: str
    office_name_en: str = ""
    is_illustrative: bool = False
    illustrative_mark: str = ""
    illustrative_mark_en: str = ""
    source_note: str = ""
    source_note_en: str = ""
