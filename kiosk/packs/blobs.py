"""The device's store of files named by their SHA-256: ``blobs/ab/<sha256>``, each whole or not there."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.names import SHA256

PIECE_BYTES = 1 << 20
# What a disk says of a file that it has lost.
_ROTTEN = frozenset(
    {
        errno.ENOENT,
        errno.EIO,
        errno.EISDIR,
        errno.ENOTDIR,
        errno.ELOOP,
        errno.EBADMSG,
        getattr(errno, "EUCLEAN", errno.EIO),
    }
)


class BlobStore:
    """Files in ``folder``/blobs. A name appears only after its bytes are hashed and on the disk.

    Attributes:
        incoming: The folder in which files grow until they are whole, each under its SHA-256.
    """

    def __init__(self, folder: Path) -> None:
        self._blobs = folder / "blobs"
        self._place = str(self._blobs)
        self.incoming = folder / "incoming"

    def path(self, sha256: str) -> Path:
        """Return where a blob lies or would lie."""
        return self._blobs / sha256[:2] / sha256

    def has(self, sha256: str, size_bytes: int) -> bool:
        """Tell whether a blob is there in its full size; its bytes are not read."""
        try:
            # Thousands of files are asked for in an install: a Path each would take longer than the disk.
            return os.stat(f"{self._place}/{sha256[:2]}/{sha256}").st_size == size_bytes  # noqa: PTH116 - see above
        except OSError:
            return False

    def is_whole(self, sha256: str, size_bytes: int) -> bool:
        """Tell whether a blob is there and its bytes have its hash."""
        try:
            return self._hash(sha256) == (sha256, size_bytes)
        except OSError:
            return False

    def is_rotten(self, sha256: str, size_bytes: int) -> bool:
        """Tell whether a blob has gone, cannot be read from the disk, or has other bytes than it should.

        Raises:
            OSError: It could not be looked at for a reason of the system's, say too many open files.
        """
        try:
            return self._hash(sha256) != (sha256, size_bytes)
        except OSError as error:
            if error.errno in _ROTTEN:
                return True
            raise

    def _hash(self, sha256: str) -> tuple[str, int]:
        digest, size_bytes = hashlib.sha256(), 0
        with self.path(sha256).open("rb", buffering=0) as stream:
            while piece := stream.read(PIECE_BYTES):
                digest.update(piece)
                size_bytes += len(piece)
        return digest.hexdigest(), size_bytes

    def sync_names(self, names: set[str], thing: str) -> None:
        """Flush the folders that hold the new ``names``, so that a power cut cannot take them back.

        Raises:
            KioskError: ``packs.no-space`` or ``packs.write-failed``; ``thing`` is named in it.
        """
        from kiosk.packs.disk_sync import sync_all_names  # its threads have no business at the guide's start

        packs = self._blobs.parent
        with writing(thing):
            folders = {self._blobs / prefix for prefix in {name[:2] for name in names}}
            sync_all_names(folders | {self._blobs, packs, packs.parent})

    def free_bytes(self) -> int:
        """Return the bytes a program may still write to the store's disk."""
        import shutil  # with its compressors it would be the largest import of the guide's start

        place = self._blobs
        while not place.exists():
            place = place.parent
        return shutil.disk_usage(place).free

    def names(self) -> Iterator[str]:
        """Yield the SHA-256 of every file in the store."""
        if self._blobs.is_dir():
            for folder in sorted(path for path in self._blobs.iterdir() if path.is_dir()):
                with os.scandir(folder) as entries:
                    yield from sorted(entry.name for entry in entries if SHA256.fullmatch(entry.name))

    def kept_bytes(self, missing: Iterable[str]) -> int:
        """Return how much of the ``missing`` files a broken install left behind, for the next to go on with."""
        sizes_bytes = 0
        for name in missing:
            try:
                sizes_bytes += (self.incoming / name).stat().st_size
            except OSError:
                continue
        return sizes_bytes

    def remove_all_but(self, kept: set[str]) -> int:
        """Remove every other blob and what broken installs left of such; return the bytes freed."""
        leftovers = list(self.incoming.iterdir()) if self.incoming.is_dir() else []
        paths = [path for path in leftovers if path.name not in kept]
        return sum(_remove(path) for path in paths + [self.path(n) for n in self.names() if n not in kept])

    def empty_incoming(self) -> None:
        """Remove what is on its way in: a full disk is needed for the visit log more than for going on later."""
        if self.incoming.is_dir():
            for path in list(self.incoming.iterdir()):
                _remove(path)

    def remove(self, sha256: str) -> int:
        """Remove a blob; return the bytes freed."""
        return _remove(self.path(sha256))


def _remove(path: Path) -> int:
    try:
        size_bytes = path.lstat().st_size
        path.unlink()
    except (PermissionError, FileNotFoundError, IsADirectoryError):
        return 0  # Windows: the guide still has it open, and it goes the next time; a folder is not ours
    return size_bytes


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk; Windows has no such call and no need of it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def writing(thing: str) -> Iterator[None]:
    """Tell what the disk refuses in words: ``packs.no-space`` or ``packs.write-failed``; ``thing`` is being installed."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise KioskError(
            "The pack was not installed",
            thing=thing,
            found="the disk is full" if full else f"the store could not be written ({error.strerror})",
            remedy="remove packs that are no longer shown and repeat; what was installed before is untouched"
            if full
            else "see whether the data folder may be written to, and run kiosk doctor",
            code="packs.no-space" if full else "packs.write-failed",
        ) from error


def make_mismatch(thing: str, expected: str, found: str) -> KioskError:
    """Return the error for a file of ``thing`` whose SHA-256 is another than was promised."""
    return KioskError(
        "The pack was not installed",
        thing=thing,
        expected="the file that was signed",
        found=f"a damaged one ({expected[:6]} reads {found[:6]})",
        remedy="copy the pack again from where it came from, best onto another stick: this copy is damaged",
        code="packs.hash-mismatch",
    )
