"""Takes packs apart for tests: as a tree in a folder, or as an archive with other entries."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
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


def falsify(tree: Path, part_name: str, sql: str) -> None:
    """Change a catalogue of the one release in ``tree`` and have the manifest vouch for what came out."""
    manifest_path = next((tree / "HERITAGE" / "targets").glob("*/*.json"))
    manifest = json.loads(manifest_path.read_bytes())
    part = next(part for part in manifest["parts"] if part["name"] == part_name)
    path = blob_path(tree, part["sha256"])
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
        connection.execute("VACUUM")  # a forger who knows the format leaves no free pages either
    raw = path.read_bytes()
    part["sha256"], part["size_bytes"] = hashlib.sha256(raw).hexdigest(), len(raw)
    blob_path(tree, part["sha256"]).parent.mkdir(exist_ok=True)
    path.rename(blob_path(tree, part["sha256"]))
    manifest_path.write_text(json.dumps(manifest), encoding="utf-8")
