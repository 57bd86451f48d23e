"""The documents mention everything there is, nothing that is not there, and generated pages are fresh."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from etl.office.reference import TABLES
from etl.problem import catalogue
from scripts import make_problem_docs

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
GUIDE = (ROOT / "docs" / "huong-dan-su-dung.md").read_text("utf-8")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "data").glob("*.md")])

PAGES = sorted(file.stem for file in (ROOT / "pages").glob("*.py"))
PAGE_NAMES = tomllib.loads((ROOT / "scoreboard" / "text" / "vi" / "app.toml").read_text("utf-8"))["page"]
VERBS = [file for file in sorted((ROOT / "etl" / "commands").glob("*.py")) if "\ndef run(" in file.read_text("utf-8")]
SCHEMA = (ROOT / "etl" / "build" / "schema.sql").read_text("utf-8")
DATABASE_TABLES = re.findall(r"create table (\w+)", SCHEMA)


@pytest.mark.parametrize("page", PAGES)
def test_page_is_documented(page: str):
    assert f"**{PAGE_NAMES[page]}**" in GUIDE
    assert PAGE_NAMES[page] in README


@pytest.mark.parametrize("command", [file.stem for file in VERBS])
def test_command_is_documented(command: str):
    assert f"python -m etl {command}" in README
    assert f"python -m etl {command}" in GUIDE


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_reference_file_is_documented(table: str):
    assert f"{table}.csv" in (ROOT / "data" / "README.md").read_text("utf-8")


@pytest.mark.parametrize("table", DATABASE_TABLES)
def test_database_table_is_documented(table: str):
    assert f"`{table}`" in (ROOT / "docs" / "data-dictionary.md").read_text("utf-8")


def test_problem_page_is_fresh():
    assert make_problem_docs.PAGE.read_text("utf-8") == make_problem_docs.page(), "python -m scripts.make_problem_docs"


@pytest.mark.parametrize("code", catalogue())
def test_problem_is_documented(code: str):
    assert f"### `{code}`" in make_problem_docs.page()


@pytest.mark.parametrize("decision", sorted((ROOT / "docs" / "decisions").glob("0*.md")), ids=lambda file: file.stem)
def test_decision_is_listed_and_reasoned(decision: Path):
    text = decision.read_text("utf-8")
    assert f"({decision.name})" in (decision.parent / "README.md").read_text("utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Why it came up", "Decision", "What follows"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(document: Path):
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", document.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (document.parent / link).exists()] == []


def test_tree_in_readme_is_the_tree():
    tree = README.partition("## The repository")[2].partition("```")[2].partition("```")[0]
    named = set(re.findall(r"^(\w[\w.]*)", tree, re.MULTILINE))
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "_")) and path.is_dir()}
    assert there <= named
    assert [name for name in named if not (ROOT / name).exists()] == []
