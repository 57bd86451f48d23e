"""Fingerprints: what a version was built from, and by which method."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict

from etl.build.statements import RULES, SCHEMA
from etl.office.load import Reference
from etl.read.cells import Workbook


def inputs_sha256(reference: Reference, workbooks: Iterable[Workbook]) -> str:
    """The hash of the workbooks' bytes, the reference rows and the office's facts: equal inputs, equal hash."""
    inputs = {
        "workbooks": sorted((workbook.file, workbook.sha256) for workbook in workbooks),
        "reference": reference.tables,
        "facts": asdict(reference.facts),
    }
    text = json.dumps(inputs, default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def method_sha256() -> str:
    """The hash of the schema and of every rule, in the order they run."""
    digest = hashlib.sha256()
    for path in (SCHEMA, *sorted(RULES.glob("*.sql"))):
        digest.update(path.read_text("utf-8").encode())
    return digest.hexdigest()
