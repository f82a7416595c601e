"""Small files that only this user may read, on the disk whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path


def read_secret(path: Path, most_bytes: int) -> bytes:
    """Return a plain file's bytes, at most ``most_bytes`` + 1 of them; no link is followed.

    Raises:
        OSError: There is none, it is something else, or it cannot be read.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    with os.fdopen(os.open(path, flags), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, "no plain file", str(path))
        return stream.read(most_bytes + 1)


def write_secret(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path``, durably, and then give it its name; nobody else may read it.

    Raises:
        OSError: It could not be written; what was at ``path`` is untouched.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Of this process: two that make the same file at once must not write into each other's.
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(partial, flags, 0o600), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    # The file is whole either way; only its name may be lost in a power cut where a folder cannot be flushed.
    with suppress(OSError):
        _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
