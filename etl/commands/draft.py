"""`draft`: the reference rows that are missing, proposed."""

from __future__ import annotations

from etl.commands.bar import Bar
from etl.commands.output import write
from etl.commands.pipeline import judge, read_office, without_ignored
from etl.commands.report import TEXT, report
from etl.commands.words import say
from etl.draft import draft
from etl.draft.layouts import unsettled_layouts
from etl.layout.obstacles import LEFT_OPEN
from etl.office import OfficeFolder, load_reference, save_rows
from etl.problem import has_errors

WAITS_FOR_DRAFT = "dangling_code"  # a person may name a code that the draft is about to propose


def run(folder: OfficeFolder, lang: str, form: str) -> int:
    """Add proposed rows to the reference files and show what is left to do; 1 and nothing written on errors."""
    reference, problems = load_reference(folder)
    workbooks, tables, of_files = read_office(folder, Bar(lang))
    not_ignored = without_ignored(of_files, reference)
    in_the_way = [problem for problem in problems if problem.code != WAITS_FOR_DRAFT]
    in_the_way += [problem for problem in not_ignored if problem.code not in LEFT_OPEN]
    if has_errors(in_the_way):
        report(in_the_way, lang, form, say(lang, "not_written"), added={})
        return 1
    drafted = draft(tables, reference)
    drafted["layouts"] = unsettled_layouts(not_ignored, reference, drafted.get("layouts", []))
    added = {table: save_rows(folder, table, rows) for table, rows in drafted.items() if rows}
    if form == TEXT:
        for table, count in added.items():
            write(say(lang, "added", file=f"{table}.csv", count=count))
        write(say(lang, "still_wrong") if added else say(lang, "nothing_added"))
    report(judge(folder, workbooks, tables, of_files).problems, lang, form, added=added)
    return 0
