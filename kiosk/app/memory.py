"""Keeps the memory of a guide that runs for months small and in one piece."""

from __future__ import annotations

import ctypes
import linecache
from contextlib import suppress

# glibc's M_ARENA_MAX (malloc.h).
_ARENA_MAX = -8


def share_one_heap() -> bool:
    """Let all threads allocate from one heap, and return whether the system could be told so.

    glibc gives each thread a heap of its own, up to eight a core; what one thread frees in pieces no other
    can use. Camera, decoders and pictures come from a dozen threads here: one heap saved 30 MB and halved
    what a thousand visits added. Call it before the first thread is started. Other C libraries have no such
    setting, and no such heaps.
    """
    with suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).mallopt(_ARENA_MAX, 1))
    return False


def give_back() -> None:
    """Give back what is not needed any more: after the start, and after each visit. Takes a few ms.

    PySide reads the source text of every module that is imported, to look for a switch that nobody here
    uses, and Python would keep it: 4 MB. What a visit's pages and pictures freed goes back to the system.
    """
    linecache.clearcache()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
