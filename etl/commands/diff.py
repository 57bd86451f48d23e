"""`diff`: what a rebuild changed between two database versions, and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from etl.build.versions import current_version, list_versions, version_file
from etl.commands.output import write
from etl.commands.report import JSON, report
from etl.commands.words import say
from etl.office import OfficeFolder
from etl.problem import Problem
from restatement import NotComparableError, Restatement, compare
from restatement.words import reasons, words

CURRENT, PREVIOUS = "current", "previous"
SHOWN = 20
NOTHING = "–"

Row = dict[str, Any]


def run(folder: OfficeFolder, old: str, new: str, lang: str, form: str) -> int:
    """Tell what the version `new` has otherwise than `old`, each a name, `current`, or `previous` (the one before it).

    0 also when nothing differs; 1 when there is no such version or the two cannot be compared.
    """
    named = [_named(folder, version) for version in (old, new)]
    problems = [_unknown(folder, asked) for asked, name in zip((old, new), named, strict=True) if name is None]
    found = None
    if not problems:
        try:
            found = compare(*(version_file(folder, name) for name in named if name))
        except NotComparableError as reason:
            problems = [Problem("version_not_comparable", seen=reason.file.stem, values={"cause": reason.cause})]
    if found is None:
        report(problems, lang, form)
        return 1
    if form == JSON:
        parts = {name: getattr(found, name) for name in Restatement.__slots__}
        write(json.dumps({"old": named[0], "new": named[1], **parts}, ensure_ascii=False, indent=2, default=_as_text))
        return 0
    write(say(lang, "diff_of", old=named[0], new=named[1]))
    for line in _lines(found, lang):
        write(line)
    return 0


def _named(folder: OfficeFolder, asked: str) -> str | None:
    """The name of the version asked for; None where there is none."""
    known = [version.name for version in list_versions(folder)]
    current = current_version(folder)
    if asked == CURRENT:
        return current
    if asked == PREVIOUS:
        return next((name for name in known if current is not None and name < current), None)
    return asked if asked in known else None


def _unknown(folder: OfficeFolder, asked: str) -> Problem:
    known = [version.name for version in list_versions(folder)]
    if not known:
        return Problem("no_version_yet", seen=asked)
    current = current_version(folder)
    if asked == PREVIOUS and current:
        return Problem("no_earlier_version", seen=asked, values={"current": current})
    return Problem("unknown_version", seen=asked, values={"known": ", ".join(known)})


def _as_text(value: object) -> str:
    """Points as exact text, places and days as they are written."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _lines(found: Restatement, lang: str) -> list[str]:
    if found.is_empty:
        return [say(lang, "diff_nothing")]
    said = words(lang)
    of_part: dict[str, Callable[[Row], str]] = {
        "inputs": lambda row: f"{said['kind'][row['kind']]} {row['name']}: {said['change'][row['change']]}",
        "scores": lambda row: _score(row, lang),
        "totals": lambda row: _total(row, lang),
        "verdicts": lambda row: _verdict(row, lang),
        "remedies": lambda row: _remedy(row, lang),
    }
    lines = []
    for part, line in of_part.items():
        rows = getattr(found, part)
        if rows:
            lines += ["", f"{say(lang, f'diff_{part}', count=len(rows))}{_counted(rows, lang)}:"]
            lines += [f"  {line(row)}" for row in rows[:SHOWN]]
            lines += [f"  {say(lang, 'diff_more', count=len(rows) - SHOWN)}"] if len(rows) > SHOWN else []
    return lines


def _counted(rows: list[Row], lang: str) -> str:
    """How many rows have each reason, the most frequent first; nothing for rows that need none."""
    counts = Counter(reason for row in rows for reason in row.get("reasons", ()))
    said = "; ".join(f"{words(lang)['reason'][reason]} {count}" for reason, count in counts.most_common())
    return f" ({said})" if said else ""


def _score(row: Row, lang: str) -> str:
    file, sheet, cell = (row[f"new_{part}"] or row[f"old_{part}"] for part in ("file", "sheet", "cell"))
    change = _change(row["old_text"], row["new_text"])
    return f'{file} > "{sheet}" > {cell}: {row["unit_name"]}, {row["criterion_code"]}: {change}{_why(row, lang)}'


def _total(row: Row, lang: str) -> str:
    pairs = (
        ("points", _points(row["old_points"], lang), _points(row["new_points"], lang)),
        ("rank", row["old_rank"], row["new_rank"]),
        ("grade", row["old_grade_name"], row["new_grade_name"]),
        ("group", row["old_group_name"], row["new_group_name"]),
    )
    changes = [say(lang, f"diff_{what}", change=_change(old, new)) for what, old, new in pairs if old != new]
    return f"{_place(row)}: {'; '.join(changes)}{_why(row, lang)}"


def _verdict(row: Row, lang: str) -> str:
    old, new = (None if row[side] is None else say(lang, row[side]) for side in ("old_verdict", "new_verdict"))
    return f"{_place(row)}, {row['criterion_code']}: {_change(old, new)}{_why(row, lang)}"


def _remedy(row: Row, lang: str) -> str:
    old, new = (None if row[side] is None else say(lang, row[side]) for side in ("old_outcome", "new_outcome"))
    return f"{_place(row)}, {row['criterion_code']}: {_change(old, new)}{_why(row, lang)}"


def _place(row: Row) -> str:
    return f"{row['assessment_code']}, {row['unit_name']}"


def _change(old: object, new: object) -> str:
    return " → ".join(NOTHING if value in {None, ""} else str(value) for value in (old, new))


def _points(value: Decimal | None, lang: str) -> str | None:
    if value is None:
        return None
    text = format(value.normalize(), "f")
    return text.replace(".", ",") if lang == "vi" else text


def _why(row: Row, lang: str) -> str:
    return f" ({reasons(row['reasons'], lang)})"
