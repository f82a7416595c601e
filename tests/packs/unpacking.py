"""Takes packs apart for tests: as a tree in a folder, or as an archive with other entries."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

Entry = tuple[zipfile.ZipInfo, bytes]


def unpack(hpack: Path, folder: Path) -> Path:
    """Lay the tree of ``hpack`` out in ``folder``, as on a stick."""
    with zipfile.ZipFile(hpack) as archive:
        archive.extractall(folder)
    return folder


def blob_path(tree: Path, sha256: str) -> Path:
    return tree / "HERITAGE" / "blobs" / sha256[:2] / sha256


def rewrite(hpack: Path, out: Path, change: Callable[[list[Entry]], None]) -> Path:
    """Write ``hpack`` again with its list of entries changed."""
    with zipfile.ZipFile(hpack) as archive:
        entries = [(entry, archive.read(entry)) for entry in archive.infolist()]
    change(entries)
    with zipfile.ZipFile(out, "w") as archive:
        for entry, data in entries:
            archive.writestr(entry, data, compress_type=entry.compress_type)
    return out
