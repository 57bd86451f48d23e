"""The office folder to checked scores, as `draft`, `check` and `build` share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from etl.check import check
from etl.check.computed import printed_against_computed
from etl.check.declared_sheets import layouts_without_sheet
from etl.check.files import no_workbooks, same_file_twice, unread_files
from etl.check.merges import value_under_merge
from etl.check.repeats import without_repeats
from etl.check.severities import as_decided, refused_severities
from etl.harmonise import Harmonised, harmonise
from etl.harmonise.layouts import IGNORED, Layouts
from etl.layout import find_tables
from etl.layout.table import Table
from etl.office import OfficeFolder, Reference, load_reference
from etl.office.row_numbers import row_numbers
from etl.problem import Problem, has_errors
from etl.read import find_other_files, find_workbooks, read_workbooks
from etl.read.cells import Workbook

Progress = Callable[[str, int, int], None]


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress for which nobody waits."""


@dataclass
class Findings:
    """What an office folder holds; `harmonised` is empty while the reference has errors."""

    reference: Reference
    workbooks: list[Workbook]
    tables: list[Table]
    problems: list[Problem]
    harmonised: Harmonised = field(default_factory=Harmonised)


def read_office(folder: OfficeFolder, progress: Progress = silent) -> tuple[list[Workbook], list[Table], list[Problem]]:
    """All workbooks below `raw/` in the order of their names, the tables in them, and what is wrong with the files."""
    paths = find_workbooks(folder.raw)
    declarations = Layouts(load_reference(folder)[0]).declarations()
    problems = list(no_workbooks([path.name for path in paths], str(folder.raw)))
    problems += unread_files([path.relative_to(folder.raw).as_posix() for path in find_other_files(folder.raw)])
    workbooks = []
    tables: list[Table] = []
    for done, (workbook, unreadable) in enumerate(read_workbooks(folder.raw, paths, folder.cells), start=1):
        problems += unreadable
        if workbook is not None:
            found, not_understood = find_tables(workbook, declarations)
            workbooks.append(workbook)
            tables += found
            problems += not_understood
        progress("read", done, len(paths))
    return workbooks, tables, [*problems, *same_file_twice(workbooks), *value_under_merge(workbooks)]


def without_ignored(problems: list[Problem], reference: Reference) -> list[Problem]:
    """The problems without those of sheets that a person said to ignore."""
    layouts = Layouts(reference)
    return [each for each in problems if not each.sheet or layouts.about(each.file, each.sheet)["family"] != IGNORED]


def examine(folder: OfficeFolder, progress: Progress = silent) -> Findings:
    """Everything that the folder says, and all problems in it. Nothing is written but the cells kept for next time."""
    findings = judge(folder, *read_office(folder, progress))
    if findings.harmonised.memberships and not has_errors(findings.problems):
        printed = printed_against_computed(findings.harmonised, findings.reference)
        findings.problems += as_decided(printed, findings.reference)
    return findings


def judge(folder: OfficeFolder, workbooks: list[Workbook], tables: list[Table], of_files: list[Problem]) -> Findings:
    """The same of workbooks that are read already, by the reference as it is now."""
    reference, problems = load_reference(folder)
    problems += refused_severities(reference)
    findings = Findings(reference, workbooks, tables, [*problems, *without_ignored(of_files, reference)])
    if not has_errors(problems):
        unread = {problem.file for problem in of_files}
        findings.problems += layouts_without_sheet(reference, workbooks, unread, row_numbers(folder, "layouts"))
        findings.harmonised, unidentified = harmonise(tables, reference)
        findings.problems += unidentified
        findings.problems += check(findings.harmonised, reference, tables)
    findings.problems = as_decided(without_repeats(findings.problems), reference)
    return findings
