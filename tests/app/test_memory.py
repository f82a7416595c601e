"""One heap for all threads, and no source text kept."""

from __future__ import annotations

import linecache
import subprocess
import sys

from kiosk.app.memory import give_back

# Eight threads that allocate and free; malloc_stats names each heap on standard error.
SCRIPT = """
import ctypes, sys, threading
from kiosk.app.memory import share_one_heap
if "one" in sys.argv and not share_one_heap(): print("no such setting")
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
together = threading.Barrier(8)
def work():
    together.wait()
    blocks = [libc.malloc(3000) for _ in range(200)]
    together.wait()
    for block in blocks: libc.free(block)
threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
libc.malloc_stats()
"""


def count_heaps(*words: str) -> tuple[int, str]:
    told = subprocess.run([sys.executable, "-c", SCRIPT, *words], capture_output=True, text=True, check=True)
    return told.stderr.count("Arena "), told.stdout


def test_all_threads_allocate_from_one_heap() -> None:
    heaps, said = count_heaps("one")
    assert heaps == 1 or "no such setting" in said


def test_source_text_is_not_kept() -> None:
    linecache.getlines(__file__)
    give_back()
    assert linecache.cache == {}
