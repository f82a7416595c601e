"""``.hpack``: a pack in one file, a stored ZIP of the tree that also lies on sticks and hubs.

Nothing is ever extracted by name: entries are looked up by the names a tree must have, and an
archive with any other entry is refused.
"""

from __future__ import annotations

import io
import os
import re
import struct
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import MAX_BLOBS, MAX_MANIFEST_BYTES, PackManifest, format_manifest
from kiosk.packs.names import METADATA_NAME, PACK_ID, SHA256
from kiosk.packs.tree import (
    ByteStream,
    Release,
    blob_name,
    make_faulty,
    make_unread,
    manifest_name,
    metadata_name,
)

# The oldest date a ZIP can hold: the file says nothing of when it was built.
_DATE = (1980, 1, 1, 0, 0, 0)
_MAX_ENTRIES = MAX_BLOBS + 1_000
_MAX_DIRECTORY_BYTES = 200 * _MAX_ENTRIES
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_LOCAL = struct.Struct("<4s5H3L2H")
_NAME = re.compile(
    rf"HERITAGE/(?:metadata/{METADATA_NAME.pattern}|targets/(?P<pack>{PACK_ID.pattern})/(?P<version>[1-9][0-9]{{0,9}})\.json|blobs/[0-9a-f]{{2}}/(?P<sha>{SHA256.pattern}))"
)


def write_hpack(out: Path, manifest: PackManifest, file_of: Callable[[str], Path]) -> int:
    """Write a release to ``out`` through a temporary file beside it; return its size in bytes.

    Raises:
        KioskError: ``packs.pack-not-written``.
    """
    partial = out.with_name(f".{out.name}.{os.getpid()}.partial")
    try:
        with partial.open("xb") as stream:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                raw = format_manifest(manifest)
                add_entry(archive, manifest_name(manifest.id, manifest.version), io.BytesIO(raw), len(raw))
                for sha256, size_bytes in sorted(manifest.files()):
                    with file_of(sha256).open("rb") as blob:
                        add_entry(archive, blob_name(sha256), blob, size_bytes)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(out)
    except OSError as error:
        raise KioskError(
            "The pack was not written",
            thing=str(out),
            found=error.strerror or str(error),
            remedy="choose a folder that can be written to and has room",
            code="packs.pack-not-written",
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return out.stat().st_size


def add_entry(archive: zipfile.ZipFile, name: str, stream: IO[bytes], size_bytes: int) -> None:
    """Put ``size_bytes`` of ``stream`` into an archive that is being written, in the one form that packs have.

    Raises:
        OSError: Either side refused.
    """
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    entry.file_size = size_bytes
    with archive.open(entry, "w") as target:
        while piece := stream.read(1 << 20):
            target.write(piece)


class HpackTree:
    """Reads an ``.hpack``; a :class:`kiosk.packs.tree.PackTree`."""

    def __init__(self, path: Path) -> None:
        self.thing = path.name
        try:
            self._stream = path.open("rb")
        except OSError as error:
            raise make_faulty(
                self.thing, error.strerror or str(error), expected="a file that can be read"
            ) from error
        try:
            _check_directory(self._stream)
            self._archive = zipfile.ZipFile(self._stream)
            self._entries = dict(_check_entries(self._archive.infolist(), path.stat().st_size))
        except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError) as error:
            self._stream.close()
            raise make_faulty(self.thing, str(error)) from error

    def releases(self) -> tuple[Release, ...]:
        """Return what the file offers, from the names of its manifests."""
        matches = (_NAME.fullmatch(name) for name in self._entries)
        return tuple(Release(m["pack"], int(m["version"])) for m in matches if m and m["pack"])

    def read_manifest(self, release: Release) -> bytes:
        """Return a manifest's bytes, capped."""
        return self._read(manifest_name(release.pack_id, release.version), MAX_MANIFEST_BYTES)

    def read_metadata(self, name: str, most_bytes: int) -> bytes | None:
        """Return a file of metadata, capped; None where there is none of that name."""
        path = metadata_name(name)
        return self._read(path, most_bytes) if path in self._entries else None

    def open_blob(self, sha256: str, size_bytes: int) -> ByteStream:
        """Open a blob whose size must be ``size_bytes``."""
        entry = self._entries.get(blob_name(sha256))
        if entry is None or entry.file_size != size_bytes:
            found = "none" if entry is None else f"{entry.file_size:,} bytes"
            raise make_faulty(
                self.thing, f"{found} for {sha256[:12]}", expected=f"a file of {size_bytes:,} bytes"
            )
        try:
            return self._open(entry.filename)
        except OSError as error:
            raise make_unread(self.thing, error) from error

    def close(self) -> None:
        """Close the file."""
        self._archive.close()
        self._stream.close()

    def _read(self, name: str, most_bytes: int) -> bytes:
        if name not in self._entries:
            raise make_faulty(self.thing, f"no file {name}")
        try:
            return self._open(name).read(most_bytes + 1)
        except OSError as error:
            raise make_unread(self.thing, error) from error

    def _open(self, name: str) -> _Span:
        entry = self._entries[name]
        self._stream.seek(entry.header_offset)
        header = self._stream.read(_LOCAL.size)
        if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
            raise make_faulty(self.thing, f"a broken entry {name}")
        *_, name_bytes, extra_bytes = _LOCAL.unpack(header)
        return _Span(
            self._stream, entry.header_offset + _LOCAL.size + name_bytes + extra_bytes, entry.file_size
        )


class _Span:
    """A stored entry's bytes in the file. The SHA-256 checks them; the ZIP's weaker sum would only cost time."""

    def __init__(self, stream: IO[bytes], start: int, size_bytes: int) -> None:
        self._stream = stream
        self._start = start
        self._end = start + size_bytes
        self._at = start

    def seek(self, offset_bytes: int, /) -> int:
        """Go to a place, counted from the start."""
        self._at = min(self._start + offset_bytes, self._end)
        return self._at - self._start

    def read(self, size_bytes: int, /) -> bytes:
        """Return up to ``size_bytes``; nothing at the end."""
        self._stream.seek(self._at)
        piece = self._stream.read(min(size_bytes, self._end - self._at))
        self._at += len(piece)
        return piece

    def close(self) -> None:
        """The file stays open for the other entries."""


def _check_directory(stream: IO[bytes]) -> None:
    """Refuse a file whose central directory would be too large to load: a million entries cost memory."""
    size = stream.seek(0, os.SEEK_END)
    tail_bytes = min(size, _END.size + 65_535 + _LOCATOR_64.size)
    stream.seek(size - tail_bytes)
    tail = stream.read(tail_bytes)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise ValueError("it is no ZIP file or its end is missing")
    _, _, _, _, entries, directory_bytes, _, _ = _END.unpack_from(tail, at)
    if at >= _LOCATOR_64.size and tail[at - _LOCATOR_64.size :].startswith(b"PK\x06\x07"):
        entries, directory_bytes = _read_end_64(stream, size - tail_bytes + at - _LOCATOR_64.size)
    if entries > _MAX_ENTRIES or directory_bytes > _MAX_DIRECTORY_BYTES:
        raise ValueError(f"it has {entries:,} entries, more than a pack may have")


def _read_end_64(stream: IO[bytes], locator_at: int) -> tuple[int, int]:
    """Return how many entries a large archive has, and the bytes of its directory.

    Readers differ in where they look for this record: just before its locator, or where that points to. One that
    is not at both would tell them different things, so that a directory of gigabytes could pass for a small one.
    """
    stream.seek(max(locator_at - _END_64.size, 0))
    near = stream.read(_END_64.size + _LOCATOR_64.size)
    if locator_at < _END_64.size or len(near) < _END_64.size + _LOCATOR_64.size:
        raise ValueError("its end is cut off")
    kind, *_, entries, directory_bytes, _ = _END_64.unpack_from(near)
    _, _, end_64_at, _ = _LOCATOR_64.unpack_from(near, _END_64.size)
    if kind != b"PK\x06\x06" or end_64_at != locator_at - _END_64.size:
        raise ValueError("its end says two things")
    return int(entries), int(directory_bytes)


def _check_entries(
    entries: Iterable[zipfile.ZipInfo], file_bytes: int
) -> Iterable[tuple[str, zipfile.ZipInfo]]:
    """Refuse compressed, encrypted, overlapping, doubled, linked, oddly placed and oddly named entries."""
    seen: set[str] = set()
    total_bytes = 0
    for entry in entries:
        name = entry.filename
        if not _NAME.fullmatch(entry.orig_filename) or name != entry.orig_filename or name in seen:
            raise ValueError(f"an entry with an odd name, {name[:80]!r}")
        # Anything but a plain file (0o100000) in the Unix mode is a link or a device.
        if (entry.external_attr >> 16) & 0o170000 not in (0, 0o100000) or entry.flag_bits & 0x1:
            raise ValueError(f"an entry that is no plain file, {name[:80]!r}")
        if not 0 <= entry.header_offset < file_bytes:
            raise ValueError(f"an entry outside the file, {name[:80]!r}")
        if entry.compress_type != zipfile.ZIP_STORED or entry.file_size != entry.compress_size:
            raise ValueError(f"a compressed entry, {name[:80]!r}")
        seen.add(name)
        total_bytes += entry.file_size
        if total_bytes > file_bytes:
            raise ValueError("entries that lie over one another")
        yield name, entry
