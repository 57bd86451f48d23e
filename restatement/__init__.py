"""What a rebuild changed, and why: two database versions of one office side by side.

The command line and the dashboard ask the same; this package knows neither of them, only the tables of a version.
"""

from restatement.compare import NotComparableError, Restatement, compare

__all__ = ["NotComparableError", "Restatement", "compare"]
