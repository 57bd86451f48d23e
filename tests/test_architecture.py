"""The repository keeps the rules of the house, and every rule notices when one does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from architecture_rules import RULES

ROOT = Path(__file__).resolve().parents[1]

HOME = "/".join(("", "home", "an", "data"))
DOCUMENTED = '"""A module."""\n'

# Rule -> (file, its text, what the rule must say); everything else in the small tree is in order.
BREACHES = [
    ("layers", "etl/load.py", "import streamlit as st", "etl/load.py:2 imports streamlit"),
    ("layers", "etl/load.py", "from plotly import graph_objects", "etl/load.py:2 imports plotly"),
    ("layers", "scoreboard/ask.py", "from etl.build import versions", "scoreboard/ask.py:2 imports etl.build"),
    (
        "layers",
        "scoreboard/ask.py",
        "def f():\n    import pages.xep_hang",
        "scoreboard/ask.py:3 imports pages.xep_hang",
    ),
    ("layers", "scoreboard/figures/bars.py", "import duckdb", "scoreboard/figures/bars.py:2 imports duckdb"),
    (
        "layers",
        "scoreboard/figures/bars.py",
        "import plotly.express",
        "scoreboard/figures/bars.py:2 imports plotly.express",
    ),
    ("layers", "scoreboard/queries/rank.py", "import streamlit", "scoreboard/queries/rank.py:2 imports streamlit"),
    ("layers", "pages/xep_hang.py", "import duckdb", "pages/xep_hang.py:2 imports duckdb"),
    ("layers", "tests/test_rank.py", "from unittest import mock", "tests/test_rank.py:2 imports unittest.mock"),
    ("sql_in_its_own_files", "etl/load.py", "Q = 'select 1'", "etl/load.py:2 holds SQL: 'select 1'"),
    ("sql_in_its_own_files", "pages/a.py", "t = 'x'\nQ = f'insert into {t}'", "pages/a.py:3 holds SQL: 'insert into'"),
    (
        "sql_in_its_own_files",
        "etl/load.py",
        "Q = 'create table t (a int)'",
        "etl/load.py:2 holds SQL: 'create table t (a int)'",
    ),
    ("years_are_data", "app.py", "LAST = 2025", "app.py:2 holds a year: 2025"),
    ("years_are_data", "etl/read/a.py", "NAME = 'BTC-2017'", "etl/read/a.py:2 holds a year: 'BTC-2017'"),
    (
        "years_are_data",
        "scoreboard/queries/a.sql",
        "where year = 2024 -- 2023",
        "scoreboard/queries/a.sql:1 holds a year",
    ),
    (
        "figures_are_bound_once",
        "pages/a.py",
        "from scoreboard.figures import keys, verdict_map",
        "pages/a.py:2 imports scoreboard.figures.verdict_map",
    ),
    (
        "figures_are_bound_once",
        "scoreboard/documents/a.py",
        "from scoreboard.figures.verdict_map import verdict_map",
        "scoreboard/documents/a.py:2 imports scoreboard.figures.verdict_map",
    ),
    ("short_modules", "etl/long.py", "x = 1\n" * 260, "etl/long.py has 261 lines, at most 250"),
    ("short_modules", "pages/long.py", "x = 1\n" * 150, "pages/long.py has 151 lines, at most 140"),
    ("safe_html", "pages/a.py", "st.markdown(x, unsafe_allow_html=True)", "pages/a.py:2 uses unsafe_allow_html"),
    ("telling_names", "etl/utils.py", "x = 1", "etl/utils.py has a name that says nothing"),
    ("workbooks_are_read_as_cells", "etl/load.py", "pd.read_excel(f)", "etl/load.py:2 uses read_excel"),
    ("no_machine_paths", "scripts/a.py", f"P = '{HOME}'", f"scripts/a.py:2 names a place of one machine: '{HOME}'"),
]

CHECKS = {rule.__name__: rule for rule in RULES}


@pytest.fixture
def orderly_tree(tmp_path: Path) -> Path:
    """A small repository that breaks no rule, although it comes near to some."""
    texts = {
        "app.py": "import streamlit",
        "etl/sample/years.py": "YEARS = range(2011, 2026)",
        "etl/build/write.py": "import duckdb\nWORDS = 'selected', 20251, 'điểm 20.25'",
        "etl/text/signs.py": "DASHES = r'[\\u2010-\\u2015]'",
        "scoreboard/figures/bars.py": "from scoreboard.figures.figure import Figure",
        "scoreboard/pictures/bars.py": "from scoreboard.figures.bars import bars",
        "scoreboard/documents/cover.py": "from scoreboard.figures.theme import LIGHT",
        "scoreboard/queries/total.sql": "-- as in the regulation of 2017\nselect points from total",
        "pages/xep_hang.py": "import streamlit as st\nfrom scoreboard.ui import panel",
        "tests/test_total.py": "YEAR = 2024",
    }
    for name, text in texts.items():
        write(tmp_path / name, text)
    return tmp_path


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text if file.suffix == ".sql" else DOCUMENTED + text, "utf-8")


@pytest.mark.parametrize("name", CHECKS)
def test_repository_keeps_rule(name: str):
    assert list(CHECKS[name](ROOT)) == []


@pytest.mark.parametrize("name", CHECKS)
def test_orderly_tree_breaks_no_rule(name: str, orderly_tree: Path):
    assert list(CHECKS[name](orderly_tree)) == []


@pytest.mark.parametrize(("name", "file", "text", "said"), BREACHES)
def test_rule_notices_breach(name: str, file: str, text: str, said: str, orderly_tree: Path):
    write(orderly_tree / file, text)
    found = list(CHECKS[name](orderly_tree))
    assert said in found
    assert {message.split(":")[0].split(" ")[0] for message in found} == {file}


def test_docstring_rule_notices_breach(orderly_tree: Path):
    (orderly_tree / "etl" / "bare.py").write_text("x = 1\n", "utf-8")
    assert list(CHECKS["docstrings"](orderly_tree)) == ["etl/bare.py has no docstring"]


def test_every_rule_is_shown_to_notice_a_breach():
    assert {name for name, *_ in BREACHES} | {"docstrings"} == set(CHECKS)
