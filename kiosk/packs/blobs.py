"""The device's store of files named by their SHA-256: ``blobs/ab/<sha256>``, each whole or not there."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kiosk.model.errors import KioskError
from kiosk.packs.names import SHA256
from kiosk.packs.tree import ByteStream

PIECE_BYTES = 1 << 20


class BlobStore:
    """Files in ``folder``/blobs. A name appears only after its bytes are hashed and on the disk.

    Attributes:
        incoming: The folder in which files grow until they are whole, each under its SHA-256.
    """

    def __init__(self, folder: Path) -> None:
        self._blobs = folder / "blobs"
        self.incoming = folder / "incoming"

    def path(self, sha256: str) -> Path:
        """Return where a blob lies or would lie."""
        return self._blobs / sha256[:2] / sha256

    def has(self, sha256: str, size_bytes: int) -> bool:
        """Tell whether a blob is there in its full size; its bytes are not read."""
        try:
            return self.path(sha256).stat().st_size == size_bytes
        except OSError:
            return False

    def is_whole(self, sha256: str, size_bytes: int) -> bool:
        """Tell whether a blob is there and its bytes have its hash."""
        digest = hashlib.sha256()
        try:
            with self.path(sha256).open("rb", buffering=0) as stream:
                while piece := stream.read(PIECE_BYTES):
                    digest.update(piece)
        except OSError:
            return False
        return self.has(sha256, size_bytes) and digest.hexdigest() == sha256

    def add(
        self, sha256: str, size_bytes: int, source: ByteStream, thing: str, on_piece: Callable[[int], None]
    ) -> None:
        """Copy a blob in: hashed on the way, flushed to the disk, and only then given its name.

        ``on_piece`` is told the bytes of each piece written.

        Raises:
            KioskError: ``packs.hash-mismatch`` where the source holds something else; ``packs.no-space``,
                ``packs.read-failed`` or ``packs.write-failed``.
        """
        with writing(thing):
            self.incoming.mkdir(parents=True, exist_ok=True)
        partial = self.incoming / f"{sha256}.{os.getpid()}"
        try:
            with writing(thing), partial.open("xb", buffering=0) as target:
                found = _copy(source, target, size_bytes, thing, on_piece)
                os.fsync(target.fileno())
            if found != sha256:
                raise make_mismatch(thing, sha256, found)
            with writing(thing):
                self.path(sha256).parent.mkdir(parents=True, exist_ok=True)
                partial.replace(self.path(sha256))
        finally:
            partial.unlink(missing_ok=True)

    def sync_names(self, names: set[str], thing: str) -> None:
        """Flush the folders that hold the new ``names``, so that a power cut cannot take them back.

        Raises:
            KioskError: ``packs.no-space`` or ``packs.write-failed``; ``thing`` is named in it.
        """
        packs = self._blobs.parent
        around = {self._blobs, packs, packs.parent}
        for folder in sorted({self.path(name).parent for name in names} | around):
            with writing(thing):
                sync_folder(folder)

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
            for folder in sorted(self._blobs.iterdir()):
                yield from (path.name for path in sorted(folder.iterdir()) if SHA256.fullmatch(path.name))

    def remove_all_but(self, kept: set[str]) -> int:
        """Remove every other blob and what broken installs left behind; return the bytes freed."""
        freed_bytes = 0
        leftovers = list(self.incoming.iterdir()) if self.incoming.is_dir() else []
        for path in leftovers + [self.path(name) for name in self.names() if name not in kept]:
            size_bytes = path.stat().st_size
            try:
                path.unlink()
            except PermissionError:
                continue  # Windows: the guide still has it open; it goes the next time
            freed_bytes += size_bytes
        return freed_bytes


def sync_folder(folder: Path) -> None:
    """Flush a folder's entries to the disk; Windows has no such call and no need of it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(
    source: ByteStream, target: IO[bytes], size_bytes: int, thing: str, on_piece: Callable[[int], None]
) -> str:
    """Copy at most ``size_bytes``, and return the SHA-256 of what there was."""
    digest, left = hashlib.sha256(), size_bytes
    while left:
        piece = _read_piece(source, min(PIECE_BYTES, left), thing)
        if not piece:
            break
        digest.update(piece)
        view = memoryview(piece)
        while view:
            view = view[target.write(view) :]
        left -= len(piece)
        on_piece(len(piece))
    return digest.hexdigest()


def _read_piece(source: ByteStream, size_bytes: int, thing: str) -> bytes:
    # read(), never mmap: a stick pulled out under a mapping kills the process (SIGBUS).
    try:
        return source.read(size_bytes)
    except (OSError, EOFError, ValueError) as error:
        raise KioskError(
            "The pack was not installed",
            thing=thing,
            found=f"it could not be read to its end ({error})",
            remedy="plug the stick in again and repeat; what was copied is kept",
            code="packs.read-failed",
        ) from error


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
        expected=f"a file with SHA-256 {expected[:12]}...",
        found=f"{found[:12]}...",
        remedy="copy the pack again from where it came from; the stick or the download is damaged",
        code="packs.hash-mismatch",
    )
