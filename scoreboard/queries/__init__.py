"""What pages ask: one question per `.sql` file, and a function of the same name that answers it.

A question is called with a cursor and its bound parameters and answers with a table. Its header comment, which is also
the function's docstring, says what comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

Question = Callable[..., pd.DataFrame]

_FOLDER = Path(__file__).parent


def _column(values: tuple[Any, ...]) -> pd.Index:
    """Python values as they came (exact decimals, None for nothing); flags and counts without gaps as numpy's."""
    kinds = frozenset(map(type, values))
    return pd.Index(values, dtype={frozenset({bool}): bool, frozenset({int}): "int64"}.get(kinds, object))


def _table(cursor: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """What was answered; columns are put together as indexes, because pandas aligns series one by one."""
    names = [column[0] for column in cursor.description]
    rows = cursor.fetchall()
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return pd.DataFrame({name: _column(values) for name, values in zip(names, columns, strict=True)})


def _question(name: str) -> Question:
    sql = (_FOLDER / f"{name}.sql").read_text("utf-8")
    parsed: list[duckdb.Statement] = []

    def ask(cursor: duckdb.DuckDBPyConnection, **parameters: Any) -> pd.DataFrame:
        if not parsed:
            parsed.extend(cursor.extract_statements(sql))
        return _table(cursor.execute(parsed[0], parameters))

    ask.__name__ = ask.__qualname__ = name
    header = takewhile(lambda line: line.startswith("--"), sql.splitlines())
    ask.__doc__ = "\n".join(line.removeprefix("--").strip() for line in header)
    return ask


about = _question("about")
assessments = _question("assessments")
bundle_rounds = _question("bundle_rounds")
change_by_unit = _question("change_by_unit")
change_parts = _question("change_parts")
closure_by_criterion = _question("closure_by_criterion")
closure_by_unit = _question("closure_by_unit")
closure_history = _question("closure_history")
code_book = _question("code_book")
costliest_criteria = _question("costliest_criteria")
criteria = _question("criteria")
criterion_continued = _question("criterion_continued")
criterion_gaps = _question("criterion_gaps")
criterion_group_history = _question("criterion_group_history")
criterion_history = _question("criterion_history")
criterion_links = _question("criterion_links")
criterion_moves = _question("criterion_moves")
criterion_parts = _question("criterion_parts")
criterion_remarks = _question("criterion_remarks")
criterion_standing = _question("criterion_standing")
criterion_units = _question("criterion_units")
direction_history = _question("direction_history")
gap_outcome_counts = _question("gap_outcome_counts")
gap_outcomes_by_unit = _question("gap_outcomes_by_unit")
grade_history = _question("grade_history")
grades = _question("grades")
group_change_parts = _question("group_change_parts")
group_changes = _question("group_changes")
groups = _question("groups")
lacking_units = _question("lacking_units")
mean_shares = _question("mean_shares")
not_compared_history = _question("not_compared_history")
predecessor_history = _question("predecessor_history")
printed_cells = _question("printed_cells")
problems = _question("problems")
rank_history = _question("rank_history")
ranking = _question("ranking")
renamed_unit = _question("renamed_unit")
result_parts = _question("result_parts")
schema_version = _question("schema_version")
score_cells = _question("score_cells")
score_sources = _question("score_sources")
section_peers = _question("section_peers")
sections = _question("sections")
self_claims = _question("self_claims")
share_history = _question("share_history")
source_files = _question("source_files")
successions_between = _question("successions_between")
top_level_verdicts = _question("top_level_verdicts")
unit_changes = _question("unit_changes")
unit_criteria = _question("unit_criteria")
unit_followed = _question("unit_followed")
unit_gaps = _question("unit_gaps")
unit_nearest_round = _question("unit_nearest_round")
unit_peer_claims = _question("unit_peer_claims")
unit_profile = _question("unit_profile")
unit_remedies = _question("unit_remedies")
unit_successions = _question("unit_successions")
units = _question("units")
units_elsewhere = _question("units_elsewhere")
verdict_cells = _question("verdict_cells")
verdict_history = _question("verdict_history")
whole_table = _question("whole_table")
