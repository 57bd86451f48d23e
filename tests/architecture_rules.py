"""The rules of the house as checks over a source tree: each takes the root and says what breaks it, and where."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

PRODUCT = ("app.py", "run.py", "etl", "scoreboard", "spreadsheet", "restatement", "pages", "scripts", "benchmarks")
YEARLESS = ("app.py", "etl", "scoreboard", "spreadsheet", "restatement", "pages")
SAMPLE = "etl/sample/"

# Folder -> what nothing below it may import.
FORBIDDEN_IMPORTS = {
    "etl/": ("streamlit", "plotly", "kaleido", "scoreboard", "pages", "app"),
    "scoreboard/": ("etl", "pages", "app", "plotly.express"),
    "scoreboard/figures/": (
        "streamlit",
        "plotly",
        "duckdb",
        "scoreboard.database",
        "scoreboard.queries",
        "scoreboard.pictures",
        "scoreboard.ui",
    ),
    "scoreboard/pictures/": ("streamlit", "duckdb", "scoreboard.documents", "scoreboard.export", "scoreboard.ui"),
    "scoreboard/queries/": ("streamlit", "plotly", "scoreboard.figures", "scoreboard.ui"),
    "scoreboard/export/": ("streamlit", "duckdb", "scoreboard.ui"),
    "spreadsheet/": ("etl", "scoreboard", "pages", "app", "streamlit", "plotly", "duckdb"),
    "restatement/": ("etl", "scoreboard", "spreadsheet", "pages", "app", "streamlit", "plotly"),
    "pages/": ("etl", "duckdb", "plotly", "pages"),
    "app.py": ("etl", "duckdb", "plotly"),
    "tests/": ("unittest.mock", "pytest_mock"),
}

# What anybody may use of the figures; the modules that draw them are bound to questions in one place.
FIGURES = "scoreboard.figures"
SHARED_BY_FIGURES = ("figure", "theme", "keys", "labels", "leads", "measure")
MAY_DRAW = ("scoreboard/figures/", "scoreboard/pictures/")

LENGTH_LIMITS = {"pages/": 140, "app.py": 80, "": 250}
NOTHING_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core"}

SQL = re.compile(
    r"\bselect\b.+\bfrom\b|^\s*select\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\s+\w+\s+set\b|"
    r"\b(create|drop|alter)\s+(or\s+replace\s+)?(temp\w*\s+)?(table|view|schema|macro|index)\b|\bpivot\b.+\busing\b",
    re.IGNORECASE | re.DOTALL,
)
YEAR = re.compile(r"(?<![\d.,])(?<!\\u)20[1-3]\d(?![\d.,])")
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|root|tmp|home|Users)/")


def files(root: Path, places: tuple[str, ...], pattern: str = "*.py") -> Iterator[tuple[str, Path]]:
    """Files of the places named, each with its path below the root, forward slashes."""
    for place in places:
        path = root / place
        found = [path] if path.is_file() and path.match(pattern) else sorted(path.rglob(pattern))
        for file in found:
            yield file.relative_to(root).as_posix(), file


def parsed(root: Path, places: tuple[str, ...]) -> Iterator[tuple[str, ast.Module]]:
    """Python modules of the places named, as syntax trees."""
    for name, file in files(root, places):
        yield name, ast.parse(file.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every module name that a module imports, `from a import b` both as `a` and as `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """Strings and numbers that the code works with: docstrings are not among them."""
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in said and isinstance(node.value, str | int | float):
            yield node


def layers(root: Path) -> Iterator[str]:
    """Imports go one way only."""
    for folder, forbidden in FORBIDDEN_IMPORTS.items():
        for name, tree in parsed(root, (folder.rstrip("/"),)):
            for line, module in imported(tree):
                if any(module == bad or module.startswith(f"{bad}.") for bad in forbidden):
                    yield f"{name}:{line} imports {module}"


def sql_in_its_own_files(root: Path) -> Iterator[str]:
    """No query is written in a Python string."""
    for name, tree in parsed(root, PRODUCT):
        for literal in literals(tree):
            if isinstance(literal.value, str) and SQL.search(literal.value):
                yield f"{name}:{literal.lineno} holds SQL: {literal.value.strip()[:40]!r}"


def years_are_data(root: Path) -> Iterator[str]:
    """A new year is a new workbook, never a new line of code."""
    for name, tree in parsed(root, YEARLESS):
        for literal in literals(tree):
            if not name.startswith(SAMPLE) and YEAR.search(str(literal.value)):
                yield f"{name}:{literal.lineno} holds a year: {literal.value!r}"
    for name, file in files(root, YEARLESS, "*.sql"):
        for line, text in enumerate(file.read_text("utf-8").splitlines(), 1):
            if YEAR.search(text.partition("--")[0]):
                yield f"{name}:{line} holds a year"


def figures_are_bound_once(root: Path) -> Iterator[str]:
    """What a figure asks and says is written in `scoreboard/pictures/` only, whoever shows it."""
    for name, tree in parsed(root, PRODUCT):
        for line, module in imported(tree) if not name.startswith(MAY_DRAW) else ():
            drawing = module.removeprefix(f"{FIGURES}.").split(".")
            if module.startswith(f"{FIGURES}.") and len(drawing) == 1 and drawing[0] not in SHARED_BY_FIGURES:
                yield f"{name}:{line} imports {module}"


def short_modules(root: Path) -> Iterator[str]:
    """A module has one reason to change, and a page is thin."""
    for name, file in files(root, PRODUCT):
        limit = next(most for place, most in LENGTH_LIMITS.items() if name.startswith(place))
        lines = len(file.read_text("utf-8").splitlines())
        if lines > limit:
            yield f"{name} has {lines} lines, at most {limit}"


def safe_html(root: Path) -> Iterator[str]:
    """Text of a cell never becomes markup of the page."""
    for name, tree in parsed(root, PRODUCT):
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg in {"unsafe_allow_html", "unsafe_allow_javascript"}:
                yield f"{name}:{node.value.lineno} uses {node.arg}"


def docstrings(root: Path) -> Iterator[str]:
    """Every module says what it is for."""
    for name, tree in parsed(root, PRODUCT):
        if not ast.get_docstring(tree):
            yield f"{name} has no docstring"


def telling_names(root: Path) -> Iterator[str]:
    """A module is named after what it holds."""
    for name, file in files(root, (*PRODUCT, "tests")):
        if file.stem in NOTHING_NAMES or file.parent.name in NOTHING_NAMES:
            yield f"{name} has a name that says nothing"


def workbooks_are_read_as_cells(root: Path) -> Iterator[str]:
    """`pandas.read_excel` loses addresses, fonts, merges and the difference between absences."""
    for name, tree in parsed(root, PRODUCT):
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr == "read_excel":
                yield f"{name}:{node.lineno} uses read_excel"


def no_machine_paths(root: Path) -> Iterator[str]:
    """Nothing depends on where somebody's machine keeps things."""
    for name, tree in parsed(root, (*PRODUCT, "tests")):
        for literal in literals(tree):
            if isinstance(literal.value, str) and MACHINE_PATH.search(literal.value):
                yield f"{name}:{literal.lineno} names a place of one machine: {literal.value[:40]!r}"


RULES: tuple[Callable[[Path], Iterator[str]], ...] = (
    layers,
    sql_in_its_own_files,
    years_are_data,
    figures_are_bound_once,
    short_modules,
    safe_html,
    docstrings,
    telling_names,
    workbooks_are_read_as_cells,
    no_machine_paths,
)
