"""What a browser is told with the document: only files that are there, in the words that Streamlit's script knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit as st

from scoreboard import opening
from scoreboard.ui import screen

ROOT = Path(__file__).resolve().parents[2]
THEME = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
KEPT_STILL = sorted(set(re.findall(r'data-testid="(\w+)"', opening.head(screen.SIDEBAR).decode())))


@pytest.mark.parametrize("part", opening.PARTS)
def test_streamlit_has_the_code_of_every_element_that_is_fetched_beforehand(part: str):
    assert len(opening.files_of((part,))) == 1


def test_an_element_that_streamlit_no_longer_has_is_passed_over():
    assert opening.files_of(("NoSuchElement", "Html")) == opening.files_of(("Html",))


@pytest.mark.parametrize("face", opening.FACES)
def test_every_face_is_one_of_the_theme(face: str):
    path = f"static/fonts/{face}.woff2"
    assert (ROOT / path).is_file()
    assert f'url = "app/{path}"' in THEME


def test_every_face_of_the_theme_is_fetched_beforehand():
    named = re.findall(r'url = "app/static/fonts/(.+)\.woff2"', THEME)
    assert sorted(named) == sorted(opening.FACES)


@pytest.mark.parametrize("name", ["BACKEND_BASE_URL", "MAIN_PAGE_BASE_URL"])
def test_streamlits_script_still_takes_its_place_from_the_document(name: str):
    assert name in opening.head(screen.SIDEBAR).decode()
    assert any(name in script.read_text("utf-8") for script in SCRIPTS.glob("index.*.js"))


@pytest.mark.parametrize("name", KEPT_STILL)
def test_every_part_that_is_kept_still_is_one_of_streamlits(name: str):
    assert any(f"`{name}`" in script.read_text("utf-8") for script in SCRIPTS.glob("*.js"))


def test_the_room_that_is_kept_is_that_of_the_sidebar():
    assert "--sidebar-room: 321px;" in opening.head(321).decode()
