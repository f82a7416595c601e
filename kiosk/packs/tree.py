"""The tree packs travel in: ``HERITAGE/targets/<pack>/<version>.json`` and ``HERITAGE/blobs/ab/<sha256>``.

Who vouches for it stands in ``HERITAGE/metadata``, in the form of The Update Framework. The tree lies on a stick,
in a folder of a hub, or stored in one ``.hpack``. Readers are hostile-proof: sizes are capped, names must match,
links and devices are refused.
"""

from __future__ import annotations

import errno
import io
import os
import re
import stat
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Protocol

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import MAX_MANIFEST_BYTES
from kiosk.packs.names import METADATA_NAME, PACK_ID

ROOT = "HERITAGE"
# More packs or versions than this on one stick is not a stick of ours.
MAX_LISTED = 2_000
MAX_RELEASES = 10_000
# As manifests are named: 07.json is nobody's, and would be looked for under another name.
_VERSION = re.compile(r"[1-9][0-9]{0,9}")
# What a drive says that was pulled out or is breaking down: the pack on it may be good.
_GONE = frozenset({errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE})


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """One version of a pack."""

    pack_id: str
    version: int


class ByteStream(Protocol):
    """Bytes to be read once, from their start or from where an earlier install stopped."""

    def seek(self, offset_bytes: int, /) -> int:
        """Go to a place, counted from the start."""
        ...

    def read(self, size_bytes: int, /) -> bytes:
        """Return up to ``size_bytes``; nothing at the end."""
        ...

    def close(self) -> None:
        """Let go of what is read."""
        ...


class PackTree(Protocol):
    """Where a pack is read from. Everything raises KioskError where the tree is at fault."""

    thing: str

    def releases(self) -> tuple[Release, ...]:
        """Return what the tree offers."""
        ...

    def read_manifest(self, release: Release) -> bytes:
        """Return the manifest of a release, at most its cap + 1 bytes."""
        ...

    def read_metadata(self, name: str, most_bytes: int) -> bytes | None:
        """Return a file of signed metadata, say ``2.root.json``, at most ``most_bytes`` + 1 bytes of it.

        None where the tree has no such file, or no metadata could have the name.
        """
        ...

    def open_blob(self, sha256: str, size_bytes: int) -> ByteStream:
        """Open a blob for reading from its start."""
        ...

    def close(self) -> None:
        """Let go of the tree."""
        ...


def manifest_name(pack_id: str, version: int) -> str:
    """Return where a release's manifest lies in a tree."""
    return f"{ROOT}/targets/{pack_id}/{version}.json"


def metadata_name(name: str) -> str:
    """Return where a file of metadata lies in a tree."""
    return f"{ROOT}/metadata/{name}"


def blob_name(sha256: str) -> str:
    """Return where a blob lies in a tree."""
    return f"{ROOT}/blobs/{sha256[:2]}/{sha256}"


def make_faulty(thing: str, found: str, *, expected: str = "a pack") -> KioskError:
    """Return the error for a pack file or stick that is not as it should be."""
    return KioskError(
        "The pack cannot be read",
        thing=thing,
        expected=expected,
        found=found,
        remedy="copy the pack again from where it came from",
        code="packs.tree-faulty",
    )


class FolderTree:
    """Reads a tree in a folder (a stick, an unpacked ``.hpack``); a :class:`PackTree`."""

    def __init__(self, folder: Path) -> None:
        self.thing = str(folder)
        self._folder = folder
        if not (folder / ROOT).is_dir():
            raise make_faulty(self.thing, f"no folder {ROOT}", expected=f"a folder {ROOT}")

    def releases(self) -> tuple[Release, ...]:
        """Return what the folder offers; names that are not a pack's are passed over."""
        found: list[Release] = []
        for pack_id in self._list(f"{ROOT}/targets"):
            if len(found) > MAX_RELEASES:
                raise make_faulty(self.thing, f"more than {MAX_RELEASES:,} releases")
            if PACK_ID.fullmatch(pack_id):
                names = (name.removesuffix(".json") for name in self._list(f"{ROOT}/targets/{pack_id}"))
                found += [Release(pack_id, int(name)) for name in names if _VERSION.fullmatch(name)]
        return tuple(sorted(found))

    def read_manifest(self, release: Release) -> bytes:
        """Return a manifest's bytes, capped."""
        with self._open(manifest_name(release.pack_id, release.version)) as stream:
            return _read_most(stream, MAX_MANIFEST_BYTES + 1, self.thing)

    def read_metadata(self, name: str, most_bytes: int) -> bytes | None:
        """Return a file of metadata, capped; None where there is none of that name."""
        if not METADATA_NAME.fullmatch(name):
            return None
        try:
            with self._open(metadata_name(name)) as stream:
                return _read_most(stream, most_bytes + 1, self.thing)
        except KioskError as error:
            if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
                return None
            raise

    def open_blob(self, sha256: str, size_bytes: int) -> ByteStream:
        """Open a blob whose size must be ``size_bytes``."""
        stream = self._open(blob_name(sha256))
        found = os.fstat(stream.fileno()).st_size
        if found != size_bytes:
            stream.close()
            raise make_faulty(
                self.thing, f"{found:,} for {sha256[:12]}", expected=f"a file of {size_bytes:,} bytes"
            )
        return stream

    def close(self) -> None:
        """Nothing is held open between calls."""

    def _list(self, name: str) -> list[str]:
        try:
            with os.scandir(self._folder / name) as entries:
                return [entry.name for entry in islice(entries, MAX_LISTED)]
        except NotADirectoryError:
            return []
        except OSError as error:
            raise make_faulty(self.thing, f"{error.strerror} at {name}") from error

    def _open(self, name: str) -> IO[bytes]:
        # No link is followed, and a FIFO does not block: what is opened is looked at before it is read.
        flags = (
            os.O_RDONLY
            | getattr(os, "O_NOFOLLOW", 0)
            | getattr(os, "O_NONBLOCK", 0)
            | getattr(os, "O_BINARY", 0)
        )
        try:
            descriptor = os.open(self._folder / name, flags)
        except OSError as error:
            if error.errno in _GONE or not (self._folder / ROOT).is_dir():
                raise make_unread(self.thing, error) from error
            raise make_faulty(self.thing, f"{error.strerror} at {name}") from error
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise make_faulty(self.thing, f"no plain file at {name}")
        return _ReadOnceFile(descriptor, "rb")


class _ReadOnceFile(io.FileIO):
    """A file that nobody reads again soon: what the system keeps of it goes when it is closed.

    A gigabyte from a stick would push out of memory what visitors are looking at.
    """

    def close(self) -> None:
        if not self.closed and hasattr(os, "posix_fadvise"):
            with suppress(OSError):
                os.posix_fadvise(self.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        super().close()


def _read_most(stream: IO[bytes], size_bytes: int, thing: str) -> bytes:
    """Read up to ``size_bytes`` whatever the drive gives at a time."""
    pieces: list[bytes] = []
    try:
        while size_bytes and (piece := stream.read(size_bytes)):
            pieces.append(piece)
            size_bytes -= len(piece)
    except OSError as error:
        raise make_unread(thing, error) from error
    return b"".join(pieces)


def make_unread(thing: str, error: OSError) -> KioskError:
    """Return the error for a drive that gave up while it was read."""
    return KioskError(
        "The pack cannot be read",
        thing=thing,
        found=f"it could not be read to its end ({error.strerror})",
        remedy="plug the stick in again and repeat; what was copied is kept",
        code="packs.read-failed",
    )
