"""The dashboard's router: page settings, language, menu; then the page that the reader chose."""

from pathlib import Path

import streamlit as st

from scoreboard.text import DEFAULT_LANGUAGE, LANGUAGES, words
from scoreboard.ui import screen, selection

ROOT = Path(__file__).parent
SECTIONS = {
    "year": ("tong_quan", "xep_hang", "khoang_cach", "tieu_chi", "ho_so", "so_sanh"),
    "years": ("xu_huong",),
    "data": (
        "nguon_goc",
        "du_lieu",
        "thay_doi_phien_ban",
        "bao_cao",
    ),
}
FIRST = "tong_quan"

selection.restore()
w = words(selection.language())
st.set_page_config(
    page_title=w("app.name"),
    page_icon=str(ROOT / "static" / "favicon.png"),
    layout="wide",
    initial_sidebar_state=screen.pixels(screen.SIDEBAR),
)
st.logo(str(ROOT / "static" / f"wordmark-{w.lang}.svg"), size="medium", link=None)
page = st.navigation(
    {
        w(f"app.section.{section}"): [
            st.Page(
                f"pages/{name}.py",
                title=w(f"app.page.{name}"),
                url_path=None if name == FIRST else name.replace("_", "-"),
                default=name == FIRST,
            )
            for name in names
        ]
        for section, names in SECTIONS.items()
    }
)
with st.sidebar:
    languages = {lang: w(f"app.lang.{lang}") for lang in LANGUAGES}
    selection.pills("lang", w("app.language"), languages, DEFAULT_LANGUAGE)
    screens = {kind: w(f"app.screen.{kind}") for kind in screen.SCREENS}
    selection.pills("screen", w("app.screen.label"), screens, screen.DESK)
page.run()
