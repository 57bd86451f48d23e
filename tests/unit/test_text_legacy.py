"""Text in TCVN3 and VNI-Windows, told from Unicode by font and spelling."""

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.text.charts import Encoding, chart_of
from etl.text.fonts import encoding_of_font, is_capital_font
from etl.text.legacy import decode_runs, habits_of

VOWELS = {"a": "ăâ", "e": "ê", "o": "ôơ", "u": "ư", "i": "", "y": ""}
TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
WITH_HAT = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
WITH_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
ALONE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def small_letters():
    """The 67 small letters of Vietnamese that are not ASCII."""
    letters = {"đ"}
    for plain, marked in VOWELS.items():
        for vowel in plain + marked:
            letters |= {unicodedata.normalize("NFC", vowel + tone) for tone in ["", *TONES]}
    return sorted(letter for letter in letters if not letter.isascii())


def vni_codes(letter):
    """How VNI-Windows writes a letter, by its rule: a base letter, then one mark for hat or breve and tone together."""
    if letter in ALONE:
        return ALONE[letter]
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in TONES), "")
    if "\u0302" in marks:
        return base + WITH_HAT[tone]
    if "\u0306" in marks:
        return base + WITH_BREVE[tone]
    horned = {"o": "ô", "u": "ö"}[base] if "\u031b" in marks else base
    return horned + TONES.get(tone, "")


def test_there_are_sixty_seven_letters():
    assert len(small_letters()) == 67


def test_tcvn3_chart_has_every_letter_once():
    letters = list(chart_of(Encoding.TCVN3).letters.values())
    assert sorted(letters) == sorted([*small_letters(), *"ĂÂÊÔƠƯĐ"])


def test_tcvn3_chart_agrees_with_iconv():
    if not shutil.which("iconv"):
        pytest.skip("this machine has no iconv to compare with")
    known = subprocess.run(["iconv", "-l"], capture_output=True, check=True).stdout
    if b"TCVN5712-1" not in known:
        pytest.skip("the iconv of this machine does not know TCVN5712-1")
    codes = "".join(chart_of(Encoding.TCVN3).letters)
    command = ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"]
    heard = subprocess.run(command, input=codes.encode("latin-1"), capture_output=True, check=True).stdout.decode()
    assert unicodedata.normalize("NFC", heard) == "".join(chart_of(Encoding.TCVN3).letters.values())


@pytest.mark.parametrize("letter", small_letters())
def test_vni_chart_follows_its_rule(letter):
    chart = chart_of(Encoding.VNI)
    assert chart.decoded(vni_codes(letter)) == letter
    assert chart.decoded(vni_codes(letter).upper()) == letter.upper()


@pytest.mark.parametrize(
    ("font", "encoding", "is_capital"),
    [
        (".VnTime", Encoding.TCVN3, False),
        (".VnTimeH", Encoding.TCVN3, True),
        (".VnArial NarrowH", Encoding.TCVN3, True),
        (".vntime", Encoding.TCVN3, False),
        ("VNI-Times", Encoding.VNI, False),
        ("VNI-HLThuphap", Encoding.VNI, False),
        ("Times New Roman", Encoding.UNICODE, False),
        ("", Encoding.UNICODE, False),
    ],
)
def test_font_tells_the_encoding(font, encoding, is_capital):
    assert encoding_of_font(font) is encoding
    assert is_capital_font(font) is is_capital


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("Ph\xad\xeang Hoµ HiÖp Nam", ".VnTime", "Phường Hoà Hiệp Nam"),
        ("l\xadu tr÷", ".VnTime", "lưu trữ"),
        ("c«ng t¸c v¨n th•", ".VnTime", "công tác văn thư"),
        ("tØnh, thµnh phè", ".VnArialH", "TỈNH, THÀNH PHỐ"),
        ("Q§-BTC", ".VnTime", "QĐ-BTC"),
        ("Phöôøng Hoøa Minh", "VNI-Times", "Phường Hòa Minh"),
        ("UÛy ban nhaân daân", "VNI-Times", "Ủy ban nhân dân"),
        ("Uûy ban nhaân daân", "VNI-Times", "Ủy ban nhân dân"),
        ("Ñaøo ñaát coâng trình", "VNI-Helve", "Đào đất công trình"),
    ],
)
def test_legacy_text_in_its_font_is_converted(text, font, expected):
    decoded = decode_runs([(text, font)])
    assert (decoded.text, decoded.encoding, decoded.is_sure) == (expected, encoding_of_font(font), True)


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "Arial", ""])
@pytest.mark.parametrize("text", ["Phường Hòa Hiệp Nam", "ĐÀ NẴNG", "Sở Nội vụ", "Quyết định số 12/QĐ-UBND"])
def test_unicode_is_never_converted(text, font):
    decoded = decode_runs([(text, font)])
    assert (decoded.text, decoded.encoding, decoded.is_sure) == (text, Encoding.UNICODE, True)


@pytest.mark.parametrize(
    "text",
    [
        "Malmö",
        "São Paulo",
        "Curaçao",
        "10 µm",
        "25 m²",
        "± 0,5",
        "§ 5",
        "• Ban hành",
        "«Tốt»",
        "Köln, Åland",
        "«\xa0Tech for good\xa0» is a project of Gieß den Kiez",
    ],
)
@pytest.mark.parametrize("font", ["Times New Roman", ""])
def test_foreign_letters_and_signs_are_no_legacy_text(text, font):
    assert decode_runs([(text, font)]).text == text
    assert decode_runs([(text, font)]).is_sure


@pytest.mark.parametrize(
    ("text", "font", "other"),
    [
        ("Hòa Minh", ".VnTime", "Hũa Minh"),
        ("Tªn ®¬n vÞ", "Times New Roman", "Tên đơn vị"),
        ("Phöôøng Hoøa Minh", "Arial", "Phường Hòa Minh"),
        ("Hoµ Minh", "", "Hoà Minh"),
        ("c«ng t¸c v¨n th• ở UBND", "Times New Roman", "công tác văn thư ở UBND"),
    ],
)
def test_unsure_text_stays_and_shows_both_readings(text, font, other):
    decoded = decode_runs([(text, font)])
    assert (decoded.text, decoded.other, decoded.is_sure) == (text, other, False)


def test_without_any_font_two_plain_words_convince():
    assert decode_runs([("Hoµ HiÖp Nam", "")]).text == "Hoà Hiệp Nam"


def test_bullet_before_a_word_stays_a_bullet():
    assert decode_runs([("• Ban hµnh", ".VnTime")]).text == "• Ban hành"


def test_mixed_sentence_in_a_legacy_font_is_converted_word_by_word():
    assert decode_runs([("c«ng t¸c v¨n th• ở UBND", ".VnTime")]).text == "công tác văn thư ở UBND"


def test_every_run_is_read_by_its_own_font():
    runs = [("Céng hoµ ", ".VnTimeH"), ("xã hội ", "Times New Roman"), ("Phöôøng", "VNI-Times")]
    assert decode_runs(runs).text == "CỘNG HOÀ xã hội Phường"


def test_word_cut_by_formatting_is_one_word():
    assert decode_runs([("Ho", ".VnTime"), ("µ", ".VnTime")]).text == "Hoà"


def test_habit_of_the_workbook_decides_a_word_that_reads_both_ways():
    alone = [("Sè", ".VnTime")]
    assert not decode_runs(alone).is_sure
    assert decode_runs(alone, habits_of([alone, [("TØnh", ".VnTime")]])).text == "Số"
    assert decode_runs(alone, habits_of([alone, [("Tỉnh", ".VnTime")]])).text == "Sè"


def test_font_used_for_both_has_no_habit():
    cells = [[("TØnh", ".VnTime")], [("Tỉnh", ".VnTime")]]
    assert habits_of(cells) == {}
    assert not decode_runs([("Sè", ".VnTime")], habits_of(cells)).is_sure


def test_half_decomposed_letters_become_whole():
    assert decode_runs([("\u00ea\u0301 Nô\u0323i vu\u0323", "Arial")]).text == "\u1ebf Nội vụ"


@given(st.lists(st.tuples(st.text(max_size=20), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", "Arial", ""]))))
def test_any_runs_give_text_in_nfc(runs):
    decoded = decode_runs(runs)
    assert unicodedata.is_normalized("NFC", decoded.text)
    assert decoded.is_sure or decoded.text == unicodedata.normalize("NFC", "".join(text for text, _ in runs))
