"""The chapters of the method in English, out of `english.toml`: never half, never of a rule that has changed since."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.spec.example import Chapter, Section

Prose = dict[str, dict[str, Any]]

PROSE: Prose = tomllib.loads(Path(__file__).with_name("english.toml").read_text("utf-8"))


def english(chapters: tuple[Chapter, ...], prose: Prose = PROSE) -> tuple[Chapter, ...]:
    """The chapters with English titles and rules around the same tables; a KeyError names what has no English."""
    return tuple(
        Chapter(prose["chapter"][chapter.title], tuple(_section(section, prose) for section in chapter.sections))
        for chapter in chapters
    )


def _section(section: Section, prose: Prose) -> Section:
    said = prose["section"][section.title]
    examples = (replace(example, title=said["examples"][example.title]) for example in section.examples)
    return Section(said["title"], f"\n{said['rule']}", tuple(examples))


def shortcomings(chapters: tuple[Chapter, ...], prose: Prose = PROSE) -> list[str]:
    """What has no English, English whose Vietnamese is gone, and English of a rule that changed; [] when whole."""
    sections = [section for chapter in chapters for section in chapter.sections]
    return [
        *_differences([chapter.title for chapter in chapters], prose["chapter"], "chapter"),
        *_differences([section.title for section in sections], prose["section"], "section"),
        *(line for section in sections for line in _section_shortcomings(section, prose["section"])),
    ]


def _section_shortcomings(section: Section, said: dict[str, Any]) -> Iterator[str]:
    if section.title not in said:
        return
    found = said[section.title]
    yield from _differences([example.title for example in section.examples], found["examples"], "example")
    if found.get("of") != mark(section.rule):
        yield f"the rule “{section.title}” changed: say the same in English, then set of = “{mark(section.rule)}”"


def _differences(titles: list[str], said: dict[str, Any], what: str) -> Iterator[str]:
    yield from (f"no English for the {what} “{title}”" for title in titles if title not in said)
    yield from (f"no {what} any more “{title}”" for title in said if title not in titles)
    yield from (f"two {what}s of one title “{title}”" for title in sorted({t for t in titles if titles.count(t) > 1}))


def mark(rule: str) -> str:
    """Eight characters that change when the words of the rule do, and not when its lines are broken elsewhere."""
    return hashlib.sha256(" ".join(rule.split()).encode()).hexdigest()[:8]
