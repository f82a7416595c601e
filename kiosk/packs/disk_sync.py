"""Flushes many new files to the disk at once.

One ``fsync`` a file costs a journal commit each: 2,000 files of half a megabyte take twice as long as one
file of a gigabyte. Linux can flush a whole file system with one call, ``syncfs(2)``, which since 5.8 also
tells of writes that failed. Elsewhere each file is flushed by itself, several at once.

What was flushed is dropped from memory: a gigabyte that nobody will read soon would push out what visitors
are looking at, and memory that comes back at once is quicker than memory that has to be found.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from kiosk.packs.blobs import sync_folder

# Journals commit for all who wait at that moment: more than a few at once gain nothing.
_AT_ONCE = 8
_LINUX_THAT_TELLS_ERRORS = (5, 8)
# What a file system says that cannot do it, or a container that forbids it.
_NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM})


def sync_files(files: Sequence[Path], folder: Path) -> None:
    """Flush ``files``, all below ``folder`` on one file system, and the names they have.

    Raises:
        OSError: Something could not be written.
    """
    if _sync_file_system(folder):
        return
    with ThreadPoolExecutor(_AT_ONCE, "flush") as pool:
        list(pool.map(_sync_file, files))
    for parent in {path.parent for path in files}:
        sync_folder(parent)


def sync_all_names(folders: Iterable[Path]) -> None:
    """Flush the names in ``folders``, all of one file system.

    Raises:
        OSError: Something could not be written.
    """
    for folder in sorted(folders):
        if _sync_file_system(folder):
            return
        sync_folder(folder)


def drop_from_memory(path: Path) -> None:
    """Let the system forget what it keeps of a flushed file; where it cannot, nothing happens."""
    if not hasattr(os, "posix_fadvise"):
        return
    with suppress(OSError), path.open("rb", buffering=0) as stream:
        os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_file_system(folder: Path) -> bool:
    """Flush the file system that ``folder`` is on; tell whether that could be done with one call."""
    syncfs = _find_syncfs()
    if syncfs is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(descriptor) == 0:
            return True
        number = ctypes.get_errno()
        if number in _NOT_HERE:
            return False
        raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


@functools.cache
def _find_syncfs() -> Callable[[int], int] | None:
    """Return ``syncfs`` where the system has one that can be believed."""
    if not sys.platform.startswith("linux") or _kernel_version() < _LINUX_THAT_TELLS_ERRORS:
        return None
    return getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)


def _kernel_version() -> tuple[int, ...]:
    numbers = os.uname().release.partition("-")[0].split(".")[:2]
    return tuple(int(number) for number in numbers if number.isdigit())
