"""The database explains itself, and the page says what it says."""

from __future__ import annotations

import re

import duckdb
import pytest

from etl.build.dictionary import PAGE, data_dictionary
from etl.build.mart_keys import MART_KEYS
from etl.build.statements import RULES, comment_on_tables, create_tables
from tests.spec.contents import CHAPTERS


@pytest.fixture
def described():
    with duckdb.connect() as connection:
        create_tables(connection)
        comment_on_tables(connection)
        yield connection


@pytest.mark.parametrize("listing", ["duckdb_tables()", "duckdb_columns()"])
def test_every_table_and_column_has_a_comment_with_its_vietnamese_term(described, listing):
    names = "table_name" if listing == "duckdb_tables()" else "table_name || '.' || column_name"
    comments = described.execute(f"select {names}, comment from {listing} where not internal").fetchall()
    silent = [name for name, comment in comments if not re.fullmatch(r"\S.* \([^()]+\)", comment or "")]
    assert comments
    assert silent == []


def test_page_is_what_the_comments_say():
    assert PAGE.read_text("utf-8") == data_dictionary(), "run: python -m etl.build.dictionary"


def test_every_rule_names_a_part_of_the_methodology():
    titles = {"Phương pháp", *(chapter.title for chapter in CHAPTERS)}
    titles |= {section.title for chapter in CHAPTERS for section in chapter.sections}
    for rule in RULES.glob("*.sql"):
        source = re.search(r"^-- Source: docs/methodology\.md, (.+)\.$", rule.read_text("utf-8"), re.M)
        assert source, rule.name
        assert set(re.findall(r'"([^"]+)"', source[1])) <= titles, rule.name


def test_every_mart_states_its_key():
    rules = "\n".join(rule.read_text("utf-8") for rule in RULES.glob("*.sql"))
    filled = set(re.findall(r"^insert into (\w+)", rules, re.M))
    filled -= set(re.findall(r"^create or replace temp table (\w+)", rules, re.M))
    assert filled == set(MART_KEYS)
