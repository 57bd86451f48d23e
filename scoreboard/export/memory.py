"""How much memory a program holds together with all that it has started."""

from __future__ import annotations

import psutil

_BYTES = 1e6


def held(process_id: int) -> float:
    """Megabytes that only the process and those that it started hold; 0 when it has ended.

    What they share with each other is left out: a browser is a dozen processes that share most of their code, which
    adding up their resident memory would count as often.
    """
    try:
        process = psutil.Process(process_id)
        family = [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return 0.0
    return sum(map(_own, family)) / _BYTES


def _own(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().uss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0
