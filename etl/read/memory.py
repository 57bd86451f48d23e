"""A hard limit on the memory of this process."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import time

try:
    import resource
except ImportError:
    resource = None  # Windows has none

OUT_OF_MEMORY = 86  # the exit code of a process that was ended for its memory
_SECONDS_BETWEEN_LOOKS = 0.05


def limit_memory(most_bytes: int) -> None:
    """From here on this process gets a MemoryError, or ends, when it asks for more.

    Linux refuses the memory itself. Elsewhere a thread watches and ends the process.
    """
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    else:
        threading.Thread(target=watch_memory, args=(most_bytes,), daemon=True).start()


def watch_memory(most_bytes: int) -> None:
    """Ends this process with `OUT_OF_MEMORY` as soon as it has used more; never returns."""
    while peak_memory() <= most_bytes:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(OUT_OF_MEMORY)


def peak_memory() -> int:
    """The most memory in bytes that this process has held so far."""
    if sys.platform == "win32":
        return _peak_on_windows()
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        *((name, ctypes.c_size_t) for name in ("peak_working_set", "working_set")),
        *((name, ctypes.c_size_t) for name in ("peak_paged_pool", "paged_pool", "peak_other_pool", "other_pool")),
        *((name, ctypes.c_size_t) for name in ("page_file", "peak_page_file")),
    )


def _peak_on_windows() -> int:
    counters = _Counters(size=ctypes.sizeof(_Counters))
    kernel = ctypes.windll.kernel32
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size)
    return max(counters.peak_working_set, counters.peak_page_file)
