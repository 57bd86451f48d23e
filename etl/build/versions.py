"""The versions of an office's database, and the pointer to the one that is served.

A version is one file, never changed after it got its name. The pointer is replaced in one step, so a reader sees the
old version or the new one and nothing between.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from etl.build.lock import write_lock
from etl.build.refusal import RefusedError
from etl.office.folder import OfficeFolder
from etl.problem import Problem

SUFFIX = ".duckdb"
PART_SUFFIX = ".part"
POINTER = "current.json"
POINTED = ("schema_version", "built_at")
KEPT_VERSIONS = 10
TRIES_TO_REPLACE = 20
STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its name, its file, when it was built (local time), whether it is the one served."""

    name: str
    file: Path
    built_at: datetime
    is_current: bool


def list_versions(folder: OfficeFolder) -> list[Version]:
    """All versions of the office, newest first."""
    current = current_version(folder)
    names = [path.stem for path in folder.build.glob(f"*{SUFFIX}") if _NAME.fullmatch(path.stem)]
    return [
        Version(name, version_file(folder, name), datetime.strptime(name[:15], STAMP), name == current)
        for name in sorted(names, reverse=True)
    ]


def current_version(folder: OfficeFolder) -> str | None:
    """The name of the version that is served; None before the first build, and when the pointer is damaged."""
    try:
        name = json.loads((folder.build / POINTER).read_text("utf-8"))["version"]
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        return None
    return name if isinstance(name, str) and version_file(folder, name).is_file() else None


def damaged_pointer(folder: OfficeFolder) -> list[Problem]:
    """One problem when there is a pointer that leads to no version; none before the first build."""
    if current_version(folder) is None and (folder.build / POINTER).exists():
        return [Problem("damaged_pointer", f"{folder.build.name}/{POINTER}")]
    return []


def version_file(folder: OfficeFolder, version: str) -> Path:
    """Where a version lies, or will."""
    return folder.build / f"{version}{SUFFIX}"


def part_file(folder: OfficeFolder, version: str) -> Path:
    """Where a version is made before it gets its name."""
    return folder.build / f".{version}{SUFFIX}{PART_SUFFIX}"


def new_version(folder: OfficeFolder, inputs_sha256: str) -> tuple[str, datetime]:
    """A name that no version has yet, and the moment in it; waits for the next second when it has to.

    No two versions are of one second, so their names are in the order in which they were built.
    """
    while True:
        now = datetime.now().replace(microsecond=0)
        if not any(folder.build.glob(f"{now:{STAMP}}-*{SUFFIX}")):
            return f"{now:{STAMP}}-{inputs_sha256[:8]}", now
        time.sleep(0.1)


def rollback(folder: OfficeFolder, version: str, wait_seconds: int = 60) -> None:
    """Serves an older (or newer) version again; only the pointer changes.

    Raises `RefusedError` with problem `unknown_version` when the office has no such version, `damaged_version` when it
    cannot be opened.
    """
    with write_lock(folder, wait_seconds):
        known = [kept.name for kept in list_versions(folder)]
        if version not in known:
            raise RefusedError(Problem("unknown_version", seen=version, values={"known": ", ".join(known) or "–"}))
        point_to(folder, version)


def point_to(folder: OfficeFolder, version: str) -> None:
    """Makes the version the one served. The version's own file tells what the pointer says of it.

    Raises `RefusedError` with problem `damaged_version` when that file cannot tell.
    """
    file = version_file(folder, version)
    try:
        with duckdb.connect(file, read_only=True) as connection:
            ((schema_version, built_at),) = connection.table("build_info").select(*POINTED).fetchall()
    except (duckdb.Error, ValueError) as error:
        raise RefusedError(Problem("damaged_version", seen=version)) from error
    pointer = {
        "version": version,
        "file": file.name,
        "schema_version": schema_version,
        "built_at": built_at.isoformat(),
    }
    target = folder.build / POINTER
    part = target.with_name(f".{POINTER}{PART_SUFFIX}")
    with part.open("w", encoding="utf-8") as text:
        json.dump(pointer, text, indent=2)
        text.flush()
        os.fsync(text.fileno())
    _replace(part, target)


def _replace(part: Path, target: Path) -> None:
    for _ in range(TRIES_TO_REPLACE):
        try:
            part.replace(target)
            return
        except PermissionError:
            # Windows refuses for the moment in which a reader has the pointer open.
            time.sleep(0.05)
    part.replace(target)


def remove_leftovers(folder: OfficeFolder) -> None:
    """Removes what builds that were killed left behind; call it with the write lock held."""
    for path in folder.build.glob(f".*{PART_SUFFIX}*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def remove_old(folder: OfficeFolder, keep: int = KEPT_VERSIONS) -> None:
    """Removes all but the newest versions, never the one served."""
    for version in list_versions(folder)[keep:]:
        if not version.is_current:
            _remove(version.file)


def _remove(file: Path) -> None:
    try:
        file.unlink()
    except PermissionError:
        # Windows keeps a file that a reader has open; a later build removes it.
        return
