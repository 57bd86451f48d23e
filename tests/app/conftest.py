"""The dashboard over a small office, run without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.reading import Show, open_folds
from tests.app.small_office import write_version

ROOT = Path(__file__).resolve().parents[2]
VERSION = "20260101-000000-aaaaaaaa"


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    write_version(folder, VERSION)
    return folder


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch, office: Path) -> Show:
    """Opens a page (its file's name) with choices in the URL, over the small office or another one.

    The folds of the page are opened, too, unless it is to be `folded` as a reader meets it.
    """

    def open_page(page: str = "tong_quan", folder: Path = office, *, folded: bool = False, **choices: str) -> AppTest:
        monkeypatch.chdir(ROOT)
        monkeypatch.setenv("SCOREBOARD_DATA", str(folder))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        app.query_params.update(choices)
        app.run()
        if page != "tong_quan":
            app.switch_page(f"pages/{page}.py").run()
        if not folded:
            open_folds(app)
        assert not app.exception
        return app

    return open_page
