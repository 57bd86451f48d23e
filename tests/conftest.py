"""What all tests share: drawn examples are not timed, for a machine that does other work is no fault of the code."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
