"""Every figure of the registry: made, captioned in full, in our fonts only, and bundled with a list of itself."""

from __future__ import annotations

import csv
import html
import io
import json
import zipfile
from collections.abc import Iterator

import plotly.graph_objects as go
import pytest
from fontTools.ttLib import TTFont
from plotly.io import to_json
from pypdf import PdfReader

from scoreboard.database import Database, connect
from scoreboard.export import renderer
from scoreboard.export.browser import FONTS
from scoreboard.export.drawing import captioned
from scoreboard.export.image import laid_out
from scoreboard.export.making import Made
from scoreboard.export.picture_files import KINDS, SIZES, make_pictures
from scoreboard.figures.theme import DARK, LIGHT, Theme
from scoreboard.pictures.collection import Wanted, choices_of, collected
from scoreboard.pictures.picture import Picture
from scoreboard.pictures.registry import BY_NAME, FIGURES
from scoreboard.scope import DatabaseScope, open_scope
from scoreboard.text import LANGUAGES, file_names, words
from tests.app.small_office import MARK, TABLES, write_version
from tests.drawn import checked

VERSION = "20260101-000000-aaaaaaaa"
ONE_ROUND = {"sections", "costliest", "totals", "claims", "map-of-verdicts", "peers", "compared-sections"}
"""The figures of a single assessment; all others set it beside earlier ones."""

needs_browser = pytest.mark.skipif(not renderer.is_available(), reason="no Chrome, Chromium or Edge on this machine")


def with_self_assessments(scores: str) -> str:
    """The small office's scores, with what two units gave themselves the second time."""
    head, *rows = [line for line in scores.splitlines() if line.strip()]
    staged = [f"{head} | stage_code", *(f"{row} | appraised" for row in rows)]
    return "\n".join(
        [*staged, "2021 | A | 10 | 9 | 5 | (không có ô) | self", "2021 | B | 9 | 8 | 5 | (không có ô) | self"]
    )


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("office")
    write_version(folder, VERSION, tables=TABLES | {"scores": with_self_assessments(TABLES["scores"])})
    database = connect(folder)
    yield database
    database.close()


def scope_of(database: Database, assessment: str, lang: str = "vi", group: str | None = "phuong") -> DatabaseScope:
    return open_scope(database, words(lang), assessment, group)


def every(scope: DatabaseScope) -> list[Wanted]:
    """Every figure of the registry once, with all that it needs."""
    alone = choices_of(scope, units=["A"], criterion="I.1")
    both = choices_of(scope, units=["A", "B"], criterion="I.1")
    return [Wanted(figure, scope, both if "units" in figure.needs else alone) for figure in FIGURES]


def picture_of(database: Database, name: str, assessment: str = "2021", lang: str = "vi") -> tuple[Picture, Wanted]:
    (wanted,) = [one for one in every(scope_of(database, assessment, lang)) if one.figure.name == name]
    return wanted.picture(), wanted


def texts_in(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from texts_in(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from texts_in(value)
    elif isinstance(node, str):
        yield html.unescape(node)


def image_of(picture: Picture, wanted: Wanted, size: str = "full"):
    key = picture.key(LIGHT) if picture.key else ()
    return laid_out(picture.draw(LIGHT), captioned(picture, wanted.scope), key, size)


def said_in(image) -> str:
    """All that a picture says, its lines joined."""
    said = " ".join(note.text for note in image.layout.annotations)
    for sign in ("<b>", "</b>"):
        said = said.replace(sign, "")
    return " ".join(html.unescape(said).replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", [figure.name for figure in FIGURES])
def test_plotly_knows_all_that_a_figure_says(database: Database, name: str, theme: Theme):
    picture, _ = picture_of(database, name)
    figure = picture.draw(theme)
    sent = go.Figure(figure.to_dict(), _validate=False)  # as pages send it
    assert json.loads(to_json(checked(figure), validate=False)) == json.loads(to_json(sent, validate=False))


@pytest.mark.parametrize("name", BY_NAME)
@pytest.mark.parametrize("size", SIZES)
def test_a_picture_explains_itself(database, name, size):
    picture, wanted = picture_of(database, name)
    scope, said = wanted.scope, said_in(image_of(picture, wanted, size))
    criteria_set = "Bộ cũ"
    for part in (picture.finding, picture.compared, "Kỳ đánh giá năm 2021", criteria_set, "20260101-000000"):
        assert part
        assert " ".join(part.split()) in said
    assert scope.source in said
    assert MARK in said
    shown = {"compared-sections": "phường Hòa Minh và"}.get(
        name, "phường Hòa Minh" if "unit" in wanted.figure.needs else ""
    )
    assert shown in said
    if not {"unit", "units"} & set(wanted.figure.needs):
        assert scope.group_name in said
    assert any(f"{n} đơn vị" in said for n in range(1, 6))


@pytest.mark.parametrize("name", BY_NAME)
def test_a_picture_of_several_rounds_says_which_and_whether_their_sets_are_the_same(database, name):
    same_set, _ = picture_of(database, name, "2021")
    other_set, _ = picture_of(database, name, "2022")
    if name in ONE_ROUND:
        assert same_set.comparable == ""
        return
    assert "2020" in same_set.comparable
    assert "cùng" in same_set.comparable
    if name == "grades":  # the new set has none
        assert other_set.finding.endswith("năm 2021")
        return
    assert "khác bộ tiêu chí" in other_set.comparable or "đổi bộ tiêu chí ở năm 2022" in other_set.comparable


def test_the_picture_counts_the_units_it_shows(database):
    counts = {name: picture_of(database, name)[0].about[-1] for name in ("totals", "claims", "ranks", "unit-parts")}
    assert counts == {"totals": "4 đơn vị", "claims": "2 đơn vị", "ranks": "3 đơn vị", "unit-parts": "1 đơn vị"}


def test_a_round_with_none_before_it_is_compared_with_none(database):
    scope = scope_of(database, "2020")
    drawn = {wanted.figure.name: wanted.picture() for wanted in collected(scope, choices_of(scope, units=["A"]))}
    assert "changes-since" not in drawn
    assert "unit-parts" not in drawn
    assert drawn["directions"] is None
    assert {picture.comparable for picture in drawn.values() if picture is not None} == {""}


def test_a_figure_is_not_made_without_what_it_needs(database):
    scope = scope_of(database, "2021", group=None)
    figure = BY_NAME["group-parts"]
    assert figure.missing(scope, choices_of(scope)) == ["group"]
    with pytest.raises(ValueError, match="group-parts needs group"):
        figure.picture(scope, choices_of(scope))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BY_NAME)
def test_no_letter_of_a_picture_is_missing_in_our_fonts(database, name, lang):
    """A letter that a font lacks is drawn in another font, or as a box."""
    shown = set("".join(texts_in(image_of(*picture_of(database, name, "2021", lang)).to_dict())))
    assert set("Bộ cũ") <= shown
    for file in FONTS.glob("*.ttf"):
        assert not shown - set(map(chr, TTFont(file).getBestCmap())) - {"\n", "\t"}, file.name


@pytest.fixture(scope="module")
def bundle(database: Database) -> Made:
    """All pictures as PDF, which tells the fonts it was drawn in."""
    scope = scope_of(database, "2021")
    told = []
    made = make_pictures(
        scope, choices_of(scope, units=["A", "B"], criterion="I.1"), "full", "pdf", lambda *one: told.append(one)
    )
    n = told[-1][0]
    assert [done for done, _, _ in told] == list(range(n + 1))
    assert {of for _, of, _ in told} == {n}
    return made


def files_of(made: Made) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@needs_browser
def test_all_pictures_are_in_the_archive_under_names_that_say_what_they_are(bundle):
    names = list(files_of(bundle))
    assert bundle.name == "hinh-2021-phuong-A-B-I.1-full-pdf.zip"
    assert all(name.isascii() and len(name) < 140 for name in names)
    assert [name[:3] for name in names] == [f"{place:03}" for place in range(len(names))]
    w = words("vi")
    for figure in FIGURES:
        called = file_names.stem(w(f"pictures.name.{figure.name}").casefold())
        times = 2 if "unit" in figure.needs else 1
        assert sum(name[4:].startswith(f"{called}-2021") for name in names) == times, figure.name


@needs_browser
def test_the_list_in_the_archive_says_of_every_file_what_it_shows(bundle):
    listing, *files = files_of(bundle).items()
    rows = list(csv.DictReader(io.StringIO(listing[1].decode("utf-8-sig")), delimiter=";"))
    assert [row["Tệp"] for row in rows if row["Tệp"] != "–"] == [name for name, _ in files]
    for row, (_, content) in zip([row for row in rows if row["Tệp"] != "–"], files, strict=True):
        said = said_in_pdf(content)
        for part in ("Kết luận", "So sánh", "Các kỳ so sánh", "Nguồn số liệu", "Lưu ý"):
            assert " ".join(row[part].split()) in said


def said_in_pdf(content: bytes) -> str:
    (page,) = PdfReader(io.BytesIO(content)).pages
    return " ".join(page.extract_text().replace("\N{NO-BREAK SPACE}", " ").split())


@needs_browser
def test_every_picture_is_drawn_in_our_fonts_only(bundle):
    for name, content in list(files_of(bundle).items())[1:]:
        (page,) = PdfReader(io.BytesIO(content)).pages
        fonts = [font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()]
        assert fonts, name
        assert all("BeVietnamPro" in font for font in fonts), name


@needs_browser
@pytest.mark.parametrize("kind", KINDS)
def test_all_pictures_are_the_same_bytes_whenever_they_are_made(database, kind):
    scope = scope_of(database, "2021", group="phong")
    once, again = (make_pictures(scope, choices_of(scope), "half", kind) for _ in range(2))
    assert once.content == again.content


def test_a_name_of_a_file_is_plain():
    assert file_names.stem("Mức độ – Đội/quy tắc", "II.1 (a)", "") == "Muc-do-Doi-quy-tac-II.1-a"
    assert len(file_names.stem("a" * 300)) == file_names.LONGEST
