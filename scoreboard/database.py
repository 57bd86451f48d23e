"""The finished database versions of an office, opened read-only.

A version is a file that never changes; a small pointer file names the current one. The pointer is read again on every
request, so a new version is served as soon as it is published, while readers of the old file go on undisturbed.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from scoreboard import queries

SCHEMA_VERSION = 3
DATA_VARIABLE = "SCOREBOARD_DATA"
DEFAULT_FOLDER = Path(__file__).resolve().parents[1] / "data"

# An office's questions are soon answered: sharing one out takes longer, and takes the processors from other readers.
_SETTINGS = {"threads": 1, "autoinstall_known_extensions": False, "autoload_known_extensions": False}


class DatabaseError(Exception):
    """No database can be shown: `state` names why, as the texts do; `version` is the one it is about, or empty."""

    state: str
    version: str = ""


class NoDatabaseError(DatabaseError):
    """Nothing was built yet, or the file is not readable; `place` is where it was looked for."""

    state = "no_database"

    def __init__(self, place: Path):
        super().__init__(f"no database version in {place}")
        self.place = place


class DamagedPointerError(NoDatabaseError):
    """The pointer cannot be read, or names a version that is gone; another version may still be there."""

    state = "damaged_pointer"


class OtherSchemaError(DatabaseError):
    """The version was built by an older or a newer programme, whose tables are others."""

    def __init__(self, version: str, schema_version: int):
        super().__init__(f"{version} has schema {schema_version}, this programme reads {SCHEMA_VERSION}")
        self.version = version
        self.schema_version = schema_version
        self.state = "newer_schema" if schema_version > SCHEMA_VERSION else "older_schema"


class UnknownVersionError(DatabaseError):
    """Somebody asks for a version that is not there."""

    state = "unknown_version"

    def __init__(self, version: str):
        super().__init__(f"no version {version}")
        self.version = version


@dataclass(frozen=True, slots=True)
class Version:
    """One database version: its name and its file."""

    name: str
    file: Path

    @property
    def label(self) -> str:
        """The name without the fingerprint at its end: the moment it was built."""
        return "-".join(self.name.split("-")[:2])


def data_folder(folder: str | Path | None = None) -> Path:
    """The office folder given, or the one the environment names, or the default office."""
    return Path(folder or os.environ.get(DATA_VARIABLE) or DEFAULT_FOLDER).resolve()


def versions(folder: str | Path | None = None) -> list[Version]:
    """Every version that is kept, the newest first."""
    files = sorted((data_folder(folder) / "build").glob("*.duckdb"), reverse=True)
    return [Version(file.stem, file) for file in files]


def find_version(folder: str | Path | None = None, version: str | None = None) -> Version:
    """The version asked for, or the current one when none is asked for; nothing is opened."""
    if version is not None:
        for kept in versions(folder):
            if kept.name == version:
                return kept
        raise UnknownVersionError(version)
    build = data_folder(folder) / "build"
    try:
        pointer = json.loads((build / "current.json").read_text("utf-8"))
        named = Version(pointer["version"], build / Path(pointer["file"]).name)
    except OSError as error:
        raise NoDatabaseError(build) from error
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedPointerError(build) from error
    if not named.file.is_file():
        raise DamagedPointerError(build)
    return named


class Database:
    """One open version. Every query takes its own cursor: cursors of one connection may run side by side."""

    def __init__(self, version: Version):
        """Open the file; raise `NoDatabaseError` for an unreadable one, `OtherSchemaError` for other tables."""
        self.version = version
        try:
            self._connection = duckdb.connect(str(version.file), read_only=True, config=_SETTINGS)
            schema_version = int(queries.schema_version(self.cursor())["schema_version"].iloc[0])
        except (duckdb.Error, IndexError) as error:
            raise NoDatabaseError(version.file) from error
        if schema_version != SCHEMA_VERSION:
            self._connection.close()
            raise OtherSchemaError(version.name, schema_version)

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor for one query; close it afterwards, or use it in a `with`."""
        return self._connection.cursor()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()


def connect(folder: str | Path | None = None, version: str | None = None) -> Database:
    """The version asked for, or the current one, opened."""
    return Database(find_version(folder, version))
