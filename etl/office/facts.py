"""`reference/office.toml`: what the office says of itself."""

from __future__ import annotations

import tomllib
from dataclasses import fields, replace
from typing import get_type_hints

from etl.office.folder import OfficeFolder
from etl.office.reference import OfficeFacts
from etl.problem import Problem

FACTS_FILE = "office.toml"


def load_facts(folder: OfficeFolder) -> tuple[OfficeFacts, list[Problem]]:
    """The office's facts, defaults where it says nothing: its folder's name stands for its own."""
    unnamed = OfficeFacts(office_code=folder.root.name, office_name=folder.root.name)
    path = folder.reference / FACTS_FILE
    if not path.exists():
        return unnamed, []
    try:
        said = tomllib.loads(path.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return unnamed, [Problem("unreadable_facts", FACTS_FILE, seen=str(error))]
    kinds = get_type_hints(OfficeFacts)
    known = {fact.name: kinds[fact.name] for fact in fields(OfficeFacts)}
    problems = [
        Problem("unknown_fact", FACTS_FILE, cell=name, seen=name, values={"known": ", ".join(known)})
        for name in said
        if name not in known
    ]
    right = {name: value for name, value in said.items() if name in known and isinstance(value, known[name])}
    problems += [
        Problem("bad_fact", FACTS_FILE, cell=name, seen=str(value), values={"kind": known[name].__name__})
        for name, value in said.items()
        if name in known and name not in right
    ]
    return replace(unnamed, **right), problems
