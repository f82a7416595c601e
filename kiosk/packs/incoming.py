"""Files on their way into the store: hashed as they come, flushed many at a time, and only then named.

A file grows in ``packs/incoming`` under its SHA-256. What a pulled stick or a killed process leaves there is
read again by the next install and goes on from its end; a hash that does not fit starts it over. While one
batch is being flushed the next is copied, and while a piece is written it is hashed: SHA-256 and the disk
each take about as long as the copy itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import PIECE_BYTES, BlobStore, make_mismatch, writing
from kiosk.packs.disk_sync import drop_from_memory, sync_files
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.tree import ByteStream, PackTree

# What may be lost by a power cut, and how long the visit log may have to wait for the disk.
BATCH_BYTES = 16_000_000
BATCH_FILES = 500
# Below this handing a piece to another thread takes longer than hashing it, and the first pieces of a small update
# are hashed before another thread has woken up.
_WORTH_A_THREAD_BYTES = 64_000
_HASHED_HERE_BYTES = 16_000_000
_FLAGS = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class IncomingFiles:
    """Copies files of ``tree`` into ``blobs``; a context manager, with ``finish`` as its last call.

    Args:
        tree: Where the files come from.
        blobs: The store; the caller holds its lock.
        on_piece: Told the bytes of each piece that is in ``packs/incoming``: copied now, or kept from before; less
            than none where a file begins anew.
        on_step: Told ``copy:1`` before the first file, ``sync:1`` and ``name:1`` before the first batch is
            flushed and named, and so on.
    """

    def __init__(
        self,
        tree: PackTree,
        blobs: BlobStore,
        on_piece: Callable[[int], None],
        on_step: OnStep = ignore_step,
    ) -> None:
        self._tree = tree
        self._blobs = blobs
        self._on_piece = on_piece
        self._on_step = on_step
        self._hashing = ThreadPoolExecutor(1, "hash")
        self._flushing = ThreadPoolExecutor(1, "flush")
        self._flush: Future[None] | None = None
        self._batch: list[str] = []
        self._batch_bytes = 0
        self._begun = 0
        self._flushed = 0
        self.copied_bytes = 0

    def __enter__(self) -> Self:
        with writing(self._tree.thing):
            self._blobs.incoming.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hashing.shutdown()
        self._flushing.shutdown()

    def take(self, sha256: str, size_bytes: int) -> None:
        """Copy one file, going on where an earlier install stopped.

        Raises:
            KioskError: ``packs.hash-mismatch`` where the tree holds something else; ``packs.tree-faulty``,
                ``packs.no-space``, ``packs.read-failed`` or ``packs.write-failed``.
        """
        self._begun += 1
        self._on_step(f"copy:{self._begun}")
        with closing(self._tree.open_blob(sha256, size_bytes)) as source:
            self._copy(sha256, size_bytes, source)
        self._batch.append(sha256)
        self._batch_bytes += size_bytes
        if self._batch_bytes >= BATCH_BYTES or len(self._batch) >= BATCH_FILES:
            self._wait_for_flush()
            batch, self._batch, self._batch_bytes = self._batch, [], 0
            self._flush = self._flushing.submit(self._name, batch)

    def finish(self) -> None:
        """Flush and name what is left.

        Raises:
            KioskError: ``packs.no-space`` or ``packs.write-failed``.
        """
        self._wait_for_flush()
        if self._batch:
            self._name(self._batch)
            self._batch = []

    def _wait_for_flush(self) -> None:
        if self._flush is not None:
            self._flush.result()

    def _name(self, batch: list[str]) -> None:
        self._flushed += 1
        self._on_step(f"sync:{self._flushed}")
        folder = self._blobs.incoming
        with writing(self._tree.thing):
            sync_files([folder / sha256 for sha256 in batch], folder)
            self._on_step(f"name:{self._flushed}")
            for sha256 in batch:
                drop_from_memory(folder / sha256)
                self._blobs.path(sha256).parent.mkdir(parents=True, exist_ok=True)
                (folder / sha256).replace(self._blobs.path(sha256))

    def _copy(self, sha256: str, size_bytes: int, source: ByteStream) -> None:
        partial = self._blobs.incoming / sha256
        kept_bytes = self._kept_bytes(partial, size_bytes)
        found = self._grow(partial, kept_bytes, size_bytes, source)
        if found != sha256 and kept_bytes:  # what was left there was torn: all of it counts anew
            grown_bytes = partial.stat().st_size
            self._on_piece(-grown_bytes)
            self.copied_bytes -= grown_bytes - kept_bytes
            found = self._grow(partial, 0, size_bytes, source)
        if found != sha256:
            partial.unlink(missing_ok=True)
            raise make_mismatch(self._tree.thing, sha256, found)

    def _kept_bytes(self, partial: Path, size_bytes: int) -> int:
        """Return how much of a file an earlier install left; none of it where it is too long."""
        try:
            kept_bytes = partial.stat().st_size
        except OSError:
            return 0
        return kept_bytes if kept_bytes <= size_bytes else 0

    def _grow(self, partial: Path, kept_bytes: int, size_bytes: int, source: ByteStream) -> str:
        """Write the rest of a file behind its first ``kept_bytes``; return the SHA-256 of the whole."""
        digest = _Digest(self._hashing if self.copied_bytes >= _HASHED_HERE_BYTES else None)
        if kept_bytes:
            kept_bytes = digest.read(partial, kept_bytes)
        with _reading(self._tree.thing):
            source.seek(kept_bytes)
        with _opened(partial, kept_bytes, self._tree.thing) as target:
            self._on_piece(kept_bytes)
            left = size_bytes - kept_bytes
            while left:
                with _reading(self._tree.thing):
                    piece = source.read(min(PIECE_BYTES, left))
                if not piece:
                    break
                digest.update(piece)
                with writing(self._tree.thing):
                    _write(target, piece)
                left -= len(piece)
                self.copied_bytes += len(piece)
                self._on_piece(len(piece))
            return digest.finish()


class _Digest:
    """SHA-256 of pieces in their order, made beside whatever the caller does meanwhile."""

    def __init__(self, pool: ThreadPoolExecutor | None) -> None:
        self._pool = pool
        self._sha256 = hashlib.sha256()
        self._under_way: Future[None] | None = None

    def update(self, piece: bytes) -> None:
        self._wait()
        if self._pool is None or len(piece) < _WORTH_A_THREAD_BYTES:
            self._sha256.update(piece)
        else:
            self._under_way = self._pool.submit(self._sha256.update, piece)

    def read(self, path: Path, size_bytes: int) -> int:
        """Add what is in a file; return how much that was, 0 where it cannot be read."""
        done_bytes = 0
        try:
            with path.open("rb", buffering=0) as stream:
                while done_bytes < size_bytes and (piece := stream.read(PIECE_BYTES)):
                    self.update(piece)
                    done_bytes += len(piece)
        except OSError:
            self._wait()
            self._sha256 = hashlib.sha256()
            return 0
        return done_bytes

    def finish(self) -> str:
        self._wait()
        return self._sha256.hexdigest()

    def _wait(self) -> None:
        if self._under_way is not None:
            self._under_way.result()
            self._under_way = None


def _write(descriptor: int, piece: bytes) -> None:
    view = memoryview(piece)
    while view:
        view = view[os.write(descriptor, view) :]


@contextmanager
def _opened(partial: Path, kept_bytes: int, thing: str) -> Iterator[int]:
    """Open a file to be written from ``kept_bytes`` on; with nothing kept it is made anew."""
    with writing(thing):
        if not kept_bytes:
            partial.unlink(missing_ok=True)
        descriptor = os.open(partial, _FLAGS | (0 if kept_bytes else os.O_EXCL), 0o644)
    try:
        with writing(thing):
            os.ftruncate(descriptor, kept_bytes)
            os.lseek(descriptor, kept_bytes, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)


@contextmanager
def _reading(thing: str) -> Iterator[None]:
    # read(), never mmap: a stick pulled out under a mapping kills the process (SIGBUS).
    try:
        yield
    except (OSError, EOFError, ValueError) as error:
        raise KioskError(
            "The pack was not installed",
            thing=thing,
            found=f"it could not be read to its end ({error})",
            remedy="plug the stick in again and repeat; what was copied is kept",
            code="packs.read-failed",
        ) from error
