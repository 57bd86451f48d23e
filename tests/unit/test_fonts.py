"""The fonts served to pages and given to the image export."""

import tomllib
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from scoreboard.figures import measure

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "static" / "fonts"
FILES = sorted([*FONTS.glob("*.ttf"), *FONTS.glob("*.woff2")])

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SIGNS = "0123456789.,:;%+-–−()/·…“”\"'?!*&@"


def letters():
    lower = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | set(
        "đbcdghklmnpqrstvx"
    )
    return lower | {letter.upper() for letter in lower}


def advances(font, characters):
    return [font["hmtx"][font.getBestCmap()[ord(character)]][0] for character in characters]


def test_both_families_are_there_in_both_weights_for_page_and_export():
    names = {f"BeVietnamPro{tab}-{weight}" for tab in ("", "Tab") for weight in (400, 600)}
    assert {file.name for file in FILES} == {f"{name}.{suffix}" for name in names for suffix in ("ttf", "woff2")}
    assert "SIL OPEN FONT LICENSE" in FONTS.joinpath("OFL.txt").read_text("utf-8").upper()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_vietnamese_letter_is_missing(file):
    with TTFont(file) as font:
        missing = {character for character in letters() | set(SIGNS) if ord(character) not in font.getBestCmap()}
    assert missing == set()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_digits_have_one_width_in_the_family_for_tables_only(file):
    with TTFont(file) as font:
        widths = set(advances(font, "0123456789"))
    assert (len(widths) == 1) is ("Tab" in file.name)


@pytest.mark.parametrize("file", [file for file in FILES if "Tab" in file.name], ids=lambda file: file.name)
def test_no_kerning_moves_a_digit_for_tables(file):
    with TTFont(file) as font:
        digits = {font.getBestCmap()[ord(digit)] for digit in "0123456789"}
        for lookup in font["GPOS"].table.LookupList.Lookup:
            for pairs in lookup.SubTable:
                if pairs.LookupType != 2:
                    continue
                assert not digits & set(pairs.Coverage.glyphs)
                if pairs.Format == 1:
                    seconds = {one.SecondGlyph for pair_set in pairs.PairSet for one in pair_set.PairValueRecord}
                    assert not digits & seconds
                else:
                    assert not digits & pairs.ClassDef2.classDefs.keys()


@pytest.mark.parametrize("weight", [400, 600])
def test_a_name_tells_family_and_weight(weight):
    with TTFont(FONTS / f"BeVietnamProTab-{weight}.ttf") as font:
        assert font["name"].getBestFamilyName() == "Be Vietnam Pro Tab"
        assert font["OS/2"].usWeightClass == weight


@pytest.mark.parametrize("weight", [400, 600])
def test_texts_are_measured_as_wide_as_the_font_sets_them(weight):
    text = "Chỉnh lý tài liệu tồn đọng – Đỗ Ước"
    with TTFont(FONTS / f"BeVietnamPro-{weight}.ttf") as font:
        expected = sum(advances(font, text)) * 13 / font["head"].unitsPerEm
    assert measure.width(text, 13, weight) == pytest.approx(expected, abs=0.1)


def test_digits_are_measured_as_wide_as_in_tables():
    with TTFont(FONTS / "BeVietnamProTab-400.ttf") as font:
        expected = sum(advances(font, "111,11")) * 13 / font["head"].unitsPerEm
    assert measure.width("111,11", 13) == pytest.approx(expected, abs=0.1)


def test_lines_are_no_wider_than_their_room_and_lose_no_word():
    text = "Công tác chỉ đạo, điều hành, kiểm tra và hướng dẫn nghiệp vụ văn thư, lưu trữ"
    lines = measure.wrapped(text, 13, 200)
    assert " ".join(lines) == text
    assert all(measure.width(line, 13) <= 200 for line in lines)


def test_a_text_of_too_many_lines_ends_in_an_ellipsis():
    lines = measure.wrapped("một hai ba bốn năm sáu bảy tám chín mười", 13, 80, lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert measure.width(lines[-1], 13) <= 80


def test_one_long_word_stays_whole():
    assert measure.wrapped("khôngcắtđượctừnày", 13, 20) == ["khôngcắtđượctừnày"]


def test_pages_load_these_fonts_from_our_own_server():
    config = tomllib.loads(ROOT.joinpath(".streamlit", "config.toml").read_text("utf-8"))
    faces = config["theme"]["fontFaces"]
    assert {(face["family"], face["weight"]) for face in faces} == {
        (family, weight) for family in ("Be Vietnam Pro", "Be Vietnam Pro Tab") for weight in ("400", "600")
    }
    for face in faces:
        assert ROOT.joinpath(face["url"].removeprefix("app/")).is_file()
