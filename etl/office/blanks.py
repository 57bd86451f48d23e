"""What a blank in `criteria_sets.csv` means."""

from __future__ import annotations

from decimal import Decimal

from etl.office.load import Row

FLOAT_NOISE = Decimal("0.0001")  # what adding numbers up in a spreadsheet may leave behind, too small for a mistake

BLANK_MEANS: dict[str, object] = {
    "total_rule": "sum",
    "partial_rule": "ranked",
    "sum_tolerance": FLOAT_NOISE,
    "done_well_min_share": Decimal("0.8"),
    "not_done_max_share": Decimal(0),
    "grade_basis": "points",
}


def without_blanks(row: Row) -> Row:
    """A row of `criteria_sets.csv` with what its blanks mean; a cap left blank stays None, for there is none."""
    return row | {column: meaning for column, meaning in BLANK_MEANS.items() if row[column] in ("", None)}
