"""Two commands for everybody: `python run.py` shows the dashboard, `python run.py test` checks the whole repository.

Standard library only, and readable by a Python too old to run the rest, so that it can say so. Everything is made
inside this folder, without administrator rights.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PYTHON_VERSIONS = ((3, 11), (3, 13))

DEFAULT_OFFICE = ROOT / "data"
ILLUSTRATIVE_OFFICE = ROOT / "data" / "illustrative"
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".htm", ".html")

HOST = "127.0.0.1"
DEFAULT_PORT = 8501
START_SECONDS = 60
STOP_SECONDS = 5


class CannotGoOnError(Exception):
    """Why the command stops, for the person at the keyboard: Vietnamese, then English."""


def main(arguments: list[str]) -> int:
    """Run the command given and return its exit code."""
    check_python()
    os.environ.setdefault("PYTHONUTF8", "1")  # Vietnamese must survive a redirected output on Windows as well
    if arguments[:1] == ["test"]:
        return test(arguments[1:])
    parser = argparse.ArgumentParser(
        description="Mở bảng điểm trên máy này. / Serve the dashboard on this computer.",
        epilog="python run.py test [...]: chạy toàn bộ kiểm thử / run every check (further arguments go to pytest)",
    )
    parser.add_argument("--data", type=Path, help="thư mục dữ liệu của cơ quan / the office folder")
    parser.add_argument("--port", type=int, help=f"cổng / port ({DEFAULT_PORT})")
    parser.add_argument("--no-browser", action="store_true", help="không mở trình duyệt / do not open the browser")
    options = parser.parse_args(arguments)
    port = free_port(options.port)
    office = choose_office(options.data)
    install("requirements.txt")
    prepare(office)
    return serve(office, port, open_browser=not options.no_browser)


def check_python() -> None:
    """Stop when this Python is not one that the pinned packages are made for."""
    oldest, newest = PYTHON_VERSIONS
    if not oldest <= sys.version_info[:2] <= newest:
        have = ".".join(map(str, sys.version_info[:3]))
        raise CannotGoOnError(
            f"Cần Python 3.11, 3.12 hoặc 3.13; máy đang chạy Python {have}. Tải bản 3.13 tại https://www.python.org "
            "(cài cho riêng người dùng, không cần quyền quản trị), rồi chạy: py -3.13 run.py",
            f"Python 3.11, 3.12 or 3.13 is needed; this is {have}. Try: py -3.13 run.py, or python3.13 run.py",
        )


def install(requirements: str) -> None:
    """Make `.venv` hold what the file asks for; done at once when it already does."""
    pinned = b"".join((ROOT / name).read_bytes() for name in ("requirements.txt", "constraints.txt", requirements))
    wanted = hashlib.sha256(pinned).hexdigest()
    stamp = ENVIRONMENT / f"{requirements}.sha256"
    works = is_usable_environment()
    if works and stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return
    say("Đang cài các gói cần thiết (lần đầu mất vài phút) …", "Installing what is needed (some minutes, once) …")
    if not works and call(sys.executable, "-m", "venv", "--clear", ENVIRONMENT):
        raise CannotGoOnError(
            "Không tạo được môi trường .venv. Debian/Ubuntu: cài gói python3-venv. Windows: cài Python từ python.org "
            "và đặt thư mục này ở đường dẫn ngắn, có quyền ghi.",
            "Could not make .venv. Debian/Ubuntu: install python3-venv. Windows: install Python from python.org "
            "and keep this folder at a short path that you may write to.",
        )
    if call(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", ROOT / requirements):
        raise CannotGoOnError(
            "Không cài được các gói. Kiểm tra mạng hoặc proxy (biến HTTPS_PROXY). Máy không có mạng: chép các gói vào "
            "một thư mục, đặt PIP_NO_INDEX=1 và PIP_FIND_LINKS=<thư mục đó>. Sau đó chạy lại lệnh này.",
            "Packages could not be installed: check the network or HTTPS_PROXY. Without a network set PIP_NO_INDEX=1 "
            "and PIP_FIND_LINKS=<folder of wheels>. Then run this again.",
        )
    stamp.write_text(wanted, "utf-8")


def is_usable_environment() -> bool:
    """Whether `.venv` is whole and made by a Python of this version."""
    probe = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return PYTHON.exists() and call(PYTHON, "-c", probe, stderr=subprocess.DEVNULL) == 0


def choose_office(data: Path | None) -> Path:
    """The folder given, the one the environment names, `data/` once it has workbooks, else the illustrative office."""
    named = data or os.environ.get("SCOREBOARD_DATA")
    if not named:
        return DEFAULT_OFFICE if workbooks(DEFAULT_OFFICE) else ILLUSTRATIVE_OFFICE
    office = Path(named).expanduser().resolve()
    if not office.is_dir():
        raise CannotGoOnError(f"Không thấy thư mục dữ liệu {office}.", f"There is no office folder {office}.")
    return office


def workbooks(office: Path) -> list[Path]:
    """The files in the office's `raw/` that the reader takes for workbooks."""
    named = (path for path in (office / "raw").rglob("*") if path.suffix.lower() in WORKBOOKS)
    return [path for path in named if not path.name.startswith(("~$", ".")) and path.is_file()]


def prepare(office: Path) -> None:
    """Build the office's first database version when it has workbooks and none yet; the example is written first."""
    current = office / "build" / "current.json"
    if current.is_file():
        tell_of_later_workbooks(office, current)
        return
    if office == ILLUSTRATIVE_OFFICE:
        say("Đang tạo dữ liệu minh họa …", "Making the illustrative office …")
        etl("sample", office)
    if workbooks(office):
        etl("draft", "--data", office)
        etl("build", "--data", office)


def tell_of_later_workbooks(office: Path, current: Path) -> None:
    """Say how many workbooks are newer than the version in use and what loads them: a person reads the proposals."""
    count = sum(arrived(path) > arrived(current) for path in workbooks(office))
    own = "" if office == DEFAULT_OFFICE else f' --data "{office}"'
    draft, build = (f"{PYTHON.relative_to(ROOT)} -m etl {verb}{own}" for verb in ("draft", "build"))
    if count:
        say(
            f"Có {count} sổ tính mới hơn dữ liệu đang dùng. Để nạp: {draft}, đọc lại các dòng đề xuất, rồi {build}",
            f"Workbooks newer than the data in use: {count}. To load: {draft}, read what it proposes, then {build}",
        )


def arrived(path: Path) -> float:
    """When a file was last written, or put where it is: a copy may keep the date of its original."""
    return max(path.stat().st_mtime, path.stat().st_ctime)


def etl(verb: str, *arguments: str | Path) -> None:
    """Run one verb of the data command line, which says itself what it found; stop when it found errors."""
    if call(PYTHON, "-m", "etl", verb, *arguments):
        raise CannotGoOnError(
            "Chưa tạo được cơ sở dữ liệu: hãy sửa các lỗi nêu ở trên rồi chạy lại lệnh này.",
            "The database could not be built: mend the errors above and run this again.",
        )


def free_port(asked: int | None) -> int:
    """The port asked for, or else the first one nobody serves on."""
    if asked is None:
        return next(port for port in range(DEFAULT_PORT, 2**16) if not answers(port))
    if answers(asked):
        raise CannotGoOnError(
            f"Cổng {asked} đang được chương trình khác dùng. Hãy chọn cổng khác: python run.py --port {asked + 1}",
            f"Port {asked} is in use. Choose another: python run.py --port {asked + 1}",
        )
    return asked


def answers(port: int) -> bool:
    """Whether something on this computer listens on the port."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


def serve(office: Path, port: int, *, open_browser: bool) -> int:
    """Serve the dashboard until Ctrl+C; returns the server's exit code, 0 when it was asked to stop."""
    command = [str(PYTHON), "-m", "scoreboard.serve", "--server.address", HOST, "--server.port", str(port)]
    command += ["--logger.hideWelcomeMessage", "true"]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "SCOREBOARD_DATA": str(office)})
    try:
        wait_for(server, port)
        address = f"http://{HOST}:{port}"
        say(f"Bảng điểm đang chạy tại {address} (dừng: Ctrl+C).", f"The dashboard is at {address} (Ctrl+C stops it).")
        if open_browser:
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        stop(server)


def stop(server: subprocess.Popen) -> None:
    """End the server, with force when it does not listen."""
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()


def wait_for(server: subprocess.Popen, port: int) -> None:
    """Return once the server answers."""
    give_up = time.monotonic() + START_SECONDS
    while not answers(port):
        if server.poll() is not None or time.monotonic() > give_up:
            raise CannotGoOnError(
                "Máy chủ không khởi động được; nguyên nhân ghi ở trên.",
                "The server did not start; see above for the cause.",
            )
        time.sleep(0.1)


def test(pytest_arguments: list[str]) -> int:
    """Run the linter, the formatter's check and the tests; 0 when all pass, the exit code of pytest when that fails."""
    install("requirements-dev.txt")
    if call(PYTHON, "-m", "scripts.provide_browser"):
        return 1
    lint = call(PYTHON, "-m", "ruff", "check", ROOT)
    layout = call(PYTHON, "-m", "ruff", "format", "--check", ROOT)
    tests = call(PYTHON, "-m", "pytest", *pytest_arguments)
    return tests or lint or layout


def call(*command: str | Path, stderr: int | None = None) -> int:
    """Run a command from the repository's top folder and return its exit code."""
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], cwd=ROOT, stderr=stderr, check=False).returncode


def say(vietnamese: str, english: str) -> None:
    """Tell the person at the keyboard, in both languages."""
    print(f"{vietnamese}\n{english}", flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except CannotGoOnError as reason:
        sys.exit("\n".join(reason.args))
    except KeyboardInterrupt:
        sys.exit(130)
