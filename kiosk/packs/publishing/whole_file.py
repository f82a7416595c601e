"""Files that come into being whole or not at all, and the words for a disk that does not take them."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import sync_folder

PARTIAL = ".partial"


def name_partial(path: Path) -> Path:
    """Return where ``path`` is written before it gets its name: whoever repeats what was killed writes over it."""
    return path.with_name(f".{path.name}{PARTIAL}")


def remove_partials(folder: Path) -> None:
    """Take away what a killed program was writing in ``folder``."""
    if folder.is_dir():
        for path in folder.glob(f".*{PARTIAL}"):
            path.unlink(missing_ok=True)


def read_plain(path: Path, most_bytes: int) -> bytes:
    """Return at most ``most_bytes`` + 1 bytes of a plain file. No link is followed, and a FIFO does not block.

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


def write_whole(path: Path, data: bytes, *, secret: bool = False) -> None:
    """Write ``data`` to the disk beside ``path`` and then give it its name; ``secret`` keeps others from reading it.

    Raises:
        OSError: It could not be written; what was at ``path`` is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = name_partial(path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(partial, flags, 0o600 if secret else 0o644), "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
        settle_folder(path.parent)
    finally:
        partial.unlink(missing_ok=True)


def settle_folder(folder: Path) -> None:
    """Have the disk keep the names in ``folder`` over a power cut, where its file system can be asked to."""
    try:
        sync_folder(folder)
    except OSError as error:
        # Some drivers of FAT and exFAT know no such request; others' refusals are real.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise


def make_not_written(what: str, place: Path, error: OSError) -> KioskError:
    """Return the error for a disk that refused: full, read-only, pulled out or out of order."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        found, remedy, code = (
            "it is full",
            "make room there or take a larger one, and repeat: what was copied is kept",
            "packs.destination-full",
        )
    elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        found, remedy, code = (
            f"nothing may be written there ({error.strerror})",
            "slide the stick's lock open or choose another place, and repeat",
            "packs.destination-read-only",
        )
    else:
        found, remedy, code = (
            f"it could not be written ({error.strerror or error})",
            "see whether it is plugged in, and repeat; if that does not help, remove the folder HERITAGE from it",
            "packs.destination-failed",
        )
    return KioskError(what, thing=str(place), found=found, remedy=remedy, code=code)
