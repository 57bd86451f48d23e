"""Both languages say the same things, and every word that the code asks for is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from scoreboard.text import LANGUAGES, MissingWordsError, Words, names, words

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ROOT / "app.py", *(ROOT / "pages").glob("*.py"), *(ROOT / "scoreboard").rglob("*.py")]
ANYTHING = r"[a-z_.]+"
KEY = re.compile(r"([a-z_]+|\{\})(\.[a-z_{}]+)+")


def placeholders(text: str | dict[str, str]) -> set[str]:
    """The names that a text is filled with, over all its forms."""
    forms = text.values() if isinstance(text, dict) else [text]
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def keys_in(source: Path) -> set[str]:
    """What looks like a key in a file's strings; what an f-string fills in stands as `{}`."""
    tree = ast.parse(source.read_text("utf-8"))
    filled = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for node in filled for part in node.values}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in parts]
    texts += [
        "".join(getattr(part, "value", "") if isinstance(part, ast.Constant) else "{}" for part in node.values)
        for node in filled
    ]
    return {text for text in texts if isinstance(text, str) and KEY.fullmatch(text)}


def keys_asked_for() -> dict[str, str]:
    """Patterns of the keys in the code, with the file that asks; one with an open topic may be no key at all."""
    topics = {key.partition(".")[0] for key in words().texts} | {"{}"}
    return {
        re.escape(key).replace(r"\{\}", ANYTHING): source.name
        for source in SOURCES
        for key in keys_in(source)
        if key.partition(".")[0] in topics and not key.endswith(".py")
    }


def test_languages_have_the_same_keys():
    first, *others = (set(words(lang).texts) for lang in LANGUAGES)
    for other in others:
        assert other ^ first == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_have_the_same_placeholders(lang: str):
    plural = {"n"}
    for key, text in words("vi").texts.items():
        assert placeholders(words(lang).texts[key]) - plural == placeholders(text) - plural, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_is_empty(lang: str):
    for key, text in words(lang).texts.items():
        assert all(form.strip() for form in (text.values() if isinstance(text, dict) else [text])), key


def test_every_key_in_the_code_has_words():
    known = "\n".join(words().texts)
    asked = {key: file for key, file in keys_asked_for().items() if not key.startswith(ANYTHING)}
    assert {key: file for key, file in asked.items() if not re.search(rf"^{key}($|\.)", known, re.MULTILINE)} == {}


def test_all_words_are_asked_for():
    asked = re.compile("|".join(f"(?:{key})" for key in keys_asked_for()))
    assert {key for key in words().texts if not asked.match(key)} == set()


def test_missing_words_are_an_error():
    with pytest.raises(MissingWordsError, match="nowhere"):
        words()("nowhere.at_all")


def test_count_chooses_the_form():
    w = Words("en", {"a.units": {"one": "{n} unit", "other": "{n} units"}})
    assert [w("a.units", n=n) for n in (0, 1, 2)] == ["0 units", "1 unit", "2 units"]


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Chỉnh lý tài liệu", "chỉnh lý tài liệu"), ("CNTT, số hóa", "CNTT, số hóa"), ("Ít hồ sơ", "ít hồ sơ"), ("", "")],
)
def test_name_inside_a_sentence(name: str, inside: str):
    assert names.in_sentence(name) == inside


@pytest.mark.parametrize(
    ("name", "vi", "en"),
    [("Năm 2021", "năm 2021", "2021"), ("2021", "năm 2021", "2021"), ("PAPI 2021", "PAPI 2021", "PAPI 2021")],
)
def test_assessment_is_named_in_the_language(name: str, vi: str, en: str):
    assert names.assessment(name, words("vi")) == vi
    assert names.assessment(name, words("en")) == en


@pytest.mark.parametrize(
    ("given", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")]
)
def test_names_in_a_row(given: list[str], said: str):
    assert names.listed(given, words("vi")) == said
