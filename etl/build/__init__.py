"""Database versions: made whole, named, pointed to, rolled back."""

from etl.build.builder import SCHEMA_VERSION, build_version
from etl.build.refusal import RefusedError

__all__ = ["SCHEMA_VERSION", "RefusedError", "build_version"]
