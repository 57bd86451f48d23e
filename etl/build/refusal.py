"""Refusing to write: the one exception of this package, with the problem that says why."""

from __future__ import annotations

from etl.problem import Problem


class RefusedError(Exception):
    """Nothing was written, for the reason that `problem` says in the reader's language."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem
