"""Writes the tree on a stick or in a folder: each file whole, nothing that readers look at changed before its turn."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.names import SHA256
from kiosk.packs.publishing.copy_hashed import (
    NOT_PUBLISHED,
    PIECE_BYTES,
    OnBytes,
    copy_hashed,
    make_damaged,
)
from kiosk.packs.publishing.whole_file import (
    make_not_written,
    remove_partials,
    settle_folder,
    write_whole,
)
from kiosk.packs.tree import ROOT, PackTree, blob_name, manifest_name, metadata_name

# Left free for metadata, folders and what the file system needs.
RESERVE_BYTES = 1 << 20
_INCOMING = "incoming"


class TreeWriter:
    """Writes into ``folder``/HERITAGE. Everything raises KioskError in words of ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._incoming = folder / ROOT / _INCOMING
        self._disk = 0

    @property
    def metadata(self) -> Path:
        """The folder with the tree's signed metadata."""
        return self.folder / ROOT / "metadata"

    def prepare(self) -> None:
        """Make the tree's folder, and take away what a broken publish has left."""
        with self._writing():
            if not self.folder.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, "there is no such place", str(self.folder))
            (self.folder / ROOT).mkdir(parents=True, exist_ok=True)
            self._disk = self.folder.stat().st_dev
            self._refuse_links()
            self._incoming.mkdir(exist_ok=True)
            # A stick may carry nothing but withdrawals and new keys: readers still look for releases there.
            (self.folder / ROOT / "targets").mkdir(exist_ok=True)
            for path in self._incoming.iterdir():
                path.unlink()
            for folder in (self.metadata, *(self.folder / ROOT / "targets").iterdir()):
                remove_partials(folder)

    def _refuse_links(self) -> None:
        """A link where a folder should be would lead what is written, and what is tidied away, somewhere else."""
        root = self.folder / ROOT
        for path in (root, *root.iterdir(), *root.glob("*/*")):
            if path.is_symlink():
                raise KioskError(
                    NOT_PUBLISHED,
                    thing=str(self.folder),
                    expected="folders and files only",
                    found=f"a link at {path.relative_to(self.folder)}",
                    remedy="take another stick, or remove the folder HERITAGE from this one",
                    code="packs.tree-faulty",
                )

    def check_place(self) -> None:
        """Refuse a stick that was pulled out: its folder is then an empty one of this machine's own disk.

        Raises:
            KioskError: ``packs.destination-failed``.
        """
        with self._writing():
            pass

    def has_blob(self, sha256: str, size_bytes: int, *, thorough: bool = False) -> bool:
        """Tell whether a blob is there in its full size; its bytes are read only where that is asked for."""
        with suppress(OSError):
            path = self.folder / blob_name(sha256)
            found = path.lstat()
            whole = stat.S_ISREG(found.st_mode) and found.st_size == size_bytes
            return whole and (not thorough or self._hash(path) == sha256)
        return False

    def check_space(self, sizes_bytes: Iterable[int]) -> None:
        """Refuse before anything is copied where it would not fit, each file rounded up to the disk's clusters.

        Raises:
            KioskError: ``packs.destination-full``.
        """
        cluster = os.statvfs(self.folder).f_frsize if hasattr(os, "statvfs") else 32_768
        needed = sum(-(-size // max(cluster, 1)) * max(cluster, 1) for size in sizes_bytes)
        total, _, free = shutil.disk_usage(self.folder)
        # A driver that does not know how large its disk is says 0: then it shows when the disk is full.
        if total and needed and needed + RESERVE_BYTES > free:
            raise KioskError(
                NOT_PUBLISHED,
                thing=str(self.folder),
                expected=f"{(needed + RESERVE_BYTES) / 1e6:,.0f} MB free",
                found=f"{free / 1e6:,.0f} MB",
                remedy="make room there or take a larger stick, and repeat",
                code="packs.destination-full",
            )

    def add_blob(self, sha256: str, size_bytes: int, source: PackTree, on_bytes: OnBytes) -> None:
        """Copy a blob in: hashed on the way, on the disk, and only then given its name.

        Raises:
            KioskError: ``packs.hash-mismatch`` or ``packs.read-failed`` for the source; ``packs.destination-...``.
        """
        partial, target = self._incoming / sha256, self.folder / blob_name(sha256)
        with closing(source.open_blob(sha256, size_bytes)) as stream, self._writing():
            with partial.open("wb", buffering=0) as copy:
                found = copy_hashed(stream, copy.write, size_bytes, source.thing, on_bytes)
                os.fsync(copy.fileno())
            if found != sha256:
                raise make_damaged(source.thing, sha256)
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.replace(target)

    def settle_names(self) -> None:
        """Have the disk keep the names of new blobs over a power cut."""
        with self._writing():
            blobs = self.folder / ROOT / "blobs"
            for folder in (*(blobs.iterdir() if blobs.is_dir() else ()), blobs, self.folder / ROOT):
                if folder.is_dir():
                    settle_folder(folder)

    def read_back(self, sha256: str, on_bytes: OnBytes) -> None:
        """Read a blob from the disk itself, and refuse a stick that did not keep what it was given.

        Raises:
            KioskError: ``packs.stick-lies``.
        """
        path = self.folder / blob_name(sha256)
        with self._writing():
            found = self._hash(path, on_bytes)
        if found != sha256:
            path.unlink(missing_ok=True)
            raise KioskError(
                NOT_PUBLISHED,
                thing=str(self.folder),
                expected="what was written to it",
                found=f"something else at {sha256[:12]}",
                remedy="take another stick: this one loses what it is given",
                code="packs.stick-lies",
            )

    def write_manifest(self, pack_id: str, version: int, raw: bytes) -> None:
        """Write a release's manifest."""
        with self._writing():
            write_whole(self.folder / manifest_name(pack_id, version), raw)

    def write_metadata(self, name: str, raw: bytes) -> None:
        """Write a file of signed metadata."""
        with self._writing():
            write_whole(self.folder / metadata_name(name), raw)

    def finish(self) -> None:
        """Take away the folder that blobs were written in; a stick shows what it holds and no more."""
        with self._writing():
            self._incoming.rmdir()

    def names(self) -> Iterator[str]:
        """Yield the SHA-256 of each blob in the tree."""
        for path in (self.folder / ROOT / "blobs").glob("[0-9a-f][0-9a-f]/*"):
            if SHA256.fullmatch(path.name):
                yield path.name

    def remove(self, name: str) -> None:
        """Remove a file of the tree."""
        with self._writing():
            (self.folder / name).unlink(missing_ok=True)

    def _hash(self, path: Path, on_bytes: OnBytes | None = None) -> str:
        """Return the SHA-256 of what is on the disk, and not of what the system remembers of it."""
        digest = hashlib.sha256()
        with path.open("rb", buffering=0) as stream:
            if hasattr(os, "posix_fadvise"):
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            while piece := stream.read(PIECE_BYTES):
                digest.update(piece)
                if on_bytes:
                    on_bytes(len(piece))
        return digest.hexdigest()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            # A stick that was pulled out leaves an empty folder of this machine's own: nothing belongs there.
            if self._disk and self.folder.stat().st_dev != self._disk:
                raise OSError(errno.ENODEV, "it was pulled out")
            yield
        except OSError as error:
            raise make_not_written(NOT_PUBLISHED, self.folder, error) from error
