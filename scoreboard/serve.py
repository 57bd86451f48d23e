"""`python -m scoreboard.serve [options of streamlit run]`: serve the dashboard, ready for a link to any page.

Streamlit takes a folder called `pages` beside `app.py` for its older form of several pages until `st.navigation` has
run once, and tells the first visitor who follows a link to a page that there is none. Saying so beforehand, and the
language that `website.py` declares, is what this adds to `streamlit run app.py`; browser tests notice when Streamlit no
longer needs it or heeds it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

WEBSITE = Path(__file__).with_name("website.py")


def main(options: list[str]) -> None:
    """Serve until the process is stopped; `options` are those of `streamlit run`."""
    PagesManager.uses_pages_directory = False
    cli.main(["run", str(WEBSITE), *options])


if __name__ == "__main__":
    main(sys.argv[1:])
