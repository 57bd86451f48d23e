"""Take the pictures of `docs/huong-dan-them-nam.md`: what the commands answer and what the pages then show.

The illustrative office gets its last year as an office does, with one slip in a cell: the commands are really run, and
a picture of a terminal holds what they really answered. `python -m scripts.make_guide_pictures` renews all of them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from playwright.sync_api import Browser

from scoreboard.database import connect
from scoreboard.queries import assessments, score_sources, units
from scripts.dashboard import ROOT, build_illustrative_office, chromium, served, visit
from scripts.make_screenshots import quantized

FOLDER = ROOT / "docs" / "images" / "them-nam"
SCREEN = {"width": 1280, "height": 860}
TERMINAL_WIDTH = 1060
MOST_LINES = 13
PROMPT = r"C:\bang-diem>"
PYTHON = r".venv\Scripts\python"
SLIP = 99

TERMINAL = """<body style="margin:0;background:#17212B;color:#E7ECF0"><pre style="margin:0;padding:20px 24px;
font:15px/1.5 'Noto Sans Mono','Consolas',monospace;white-space:pre-wrap;overflow-wrap:anywhere">{text}</pre></body>"""


def answer(office: Path, *arguments: str) -> str:
    """What a verb of the command line answers over the office, whatever its exit code."""
    command = [sys.executable, "-m", "etl", *arguments, "--data", str(office)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(command, cwd=office, env=environment, capture_output=True, encoding="utf-8", check=False)
    return ran.stdout


def terminal(browser: Browser, name: str, office: Path, *arguments: str) -> Path:
    """A picture of a terminal in which a verb is typed and answered; long answers are cut in the middle."""
    lines = answer(office, *arguments).splitlines()
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 3], "…", *lines[-2:]]
    typed = f'<b style="color:#8AB8F0">{escape(PROMPT)}</b> {escape(PYTHON)} -m etl {escape(" ".join(arguments))}'
    page = browser.new_page(viewport={"width": TERMINAL_WIDTH, "height": 100})
    page.set_content(TERMINAL.format(text="\n".join([typed, *map(escape, lines)])))
    file = FOLDER / f"{name}.png"
    page.locator("pre").screenshot(path=file)
    page.close()
    return quantized(file)


def screen(browser: Browser, address: str, name: str, url_path: str = "") -> Path:
    """A picture of the first screen of a page."""
    context = browser.new_context(viewport=SCREEN, color_scheme="light", locale="vi-VN")
    page = context.new_page()
    visit(page, address, url_path)
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    return quantized(file)


def last_year(office: Path) -> tuple[str, Path, str, str]:
    """The last assessment of an office, and a cell of it with points: the code, the workbook, the sheet, the cell."""
    database = connect(office)
    latest = assessments(database.cursor()).iloc[0]["assessment_code"]
    unit = units(database.cursor(), assessment=latest, group=None).iloc[0]["unit_code"]
    sources = score_sources(database.cursor(), assessment=latest, unit=unit)
    found = sources[sources["points"].notna()].iloc[0]
    database.close()
    return latest, office / "raw" / found["file"], found["sheet"], found["cell"]


def with_slip(workbook: Path, sheet: str, cell: str) -> None:
    """Type a number into a cell that is far beyond any maximum."""
    content = openpyxl.load_workbook(workbook)
    content[sheet][cell] = SLIP
    content.save(workbook)


def main() -> None:
    """Run the story of a new year over a made office, and take its pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as made, chromium() as browser:
        complete = build_illustrative_office(Path(made) / "complete")
        latest, workbook, sheet, cell = last_year(complete)
        office = Path(made) / "office"
        shutil.copytree(complete / "raw", office / "raw", ignore=shutil.ignore_patterns(f"{latest}*"))
        shutil.copytree(complete / "reference", office / "reference")
        for table in ("assessments.csv", "layouts.csv"):
            without_year(office / "reference" / table, latest)
        new = office / workbook.relative_to(complete)
        shutil.copytree(complete / "raw" / latest, office / "raw" / latest)
        with_slip(new, sheet, cell)
        print(terminal(browser, "draft", office, "draft"))
        print(terminal(browser, "check", office, "check", "--report", "loi.xlsx"))
        shutil.copyfile(workbook, new)
        print(terminal(browser, "build", office, "build"))
        with served(office) as address:
            print(screen(browser, address, "trang-du-lieu", "du-lieu"))
            print(screen(browser, address, "trang-tong-quan"))


def without_year(file: Path, year: str) -> None:
    """Take the rows of a year out of a reference file, as if nobody had met that year yet."""
    lines = file.read_text("utf-8-sig").splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith(year)) + "\n", "utf-8-sig")


if __name__ == "__main__":
    main()
