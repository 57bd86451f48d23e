"""Lines of a sheet against the reference: units and criteria listed twice, maxima that the reference contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from etl.check.evidence import Evidence
from etl.harmonise.identify import Sheet
from etl.office.values import written
from etl.problem import Problem


def duplicate_unit(evidence: Evidence) -> Iterator[Problem]:
    """Units that one table lists more than once: a problem for every line after the first."""
    for sheet in evidence.sheets:
        lines = [(unit.name, unit.cell) for unit in sheet.table.units]
        yield from _repeated("duplicate_unit", sheet, sheet.unit_codes, lines)


def duplicate_criterion(evidence: Evidence) -> Iterator[Problem]:
    """Criteria that one table lists more than once: a problem for every line after the first."""
    for sheet in evidence.sheets:
        lines = [(line.name, line.cell) for line in sheet.table.criteria]
        yield from _repeated("duplicate_criterion", sheet, sheet.criterion_codes, lines)


def printed_max_differs(evidence: Evidence) -> Iterator[Problem]:
    """Maxima printed on a sheet that are not those of `criteria.csv`: one problem per round, criterion and number."""
    told = set()
    for sheet in evidence.sheets:
        for line, code in zip(sheet.table.criteria, sheet.criterion_codes, strict=True):
            if code not in sheet.criteria_set.scored or line.max_points is None:
                continue
            stated = sheet.criteria_set.rows[code]["max_points"]
            what = (sheet.assessment_code, code, abs(line.max_points))
            if stated is None or abs(line.max_points) == stated or what in told:
                continue
            told.add(what)
            values = {"criterion": line.name, "max_points": written(stated), "set": sheet.criteria_set.code}
            cell = (line.max_cell or line.cell).address
            yield Problem(
                "printed_max_differs", sheet.table.file, sheet.table.sheet, cell, written(line.max_points), values
            )


def _repeated(code: str, sheet: Sheet, codes: tuple[str | None, ...], lines: list[tuple]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for identity, (name, cell) in zip(codes, lines, strict=True):
        if identity is None or cell is None:
            continue
        if first.setdefault(identity, cell.address) != cell.address:
            values = {"first": first[identity]}
            yield Problem(code, sheet.table.file, sheet.table.sheet, cell.address, name, values)
