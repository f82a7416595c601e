"""Puts an optional part into a pack that was built without: what it calls a film is none, and nobody plays it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.packs.catalogue import read_schema
from kiosk.packs.catalogue_header import APPLICATION_ID, SCHEMA_VERSION
from tests.packs.unpacking import blob_path

FILM = b"no film, but nobody plays it here" * 1000


def add_film_part(tree: Path, name: str = "video") -> int:
    """Add a part with one film to the one release in ``tree``; return its bytes. It has to be signed again."""
    manifest_path = next((tree / "HERITAGE" / "targets").glob("*/*.json"))
    manifest = json.loads(manifest_path.read_bytes())
    film = _add_blob(tree, FILM)
    path = tree / "film.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        for pragma in (
            "page_size=4096",
            "encoding='UTF-8'",
            f"application_id={APPLICATION_ID}",
            f"user_version={SCHEMA_VERSION}",
        ):
            connection.execute(f"PRAGMA {pragma}")
        connection.executescript(read_schema(name))
        connection.execute("INSERT INTO pack VALUES (?, ?, ?)", (manifest["id"], manifest["version"], name))
        connection.execute(
            "INSERT INTO film VALUES ('mill/wheel', 'en', '', ?, 'video/webm', 4000, 'Us', 'CC0', '')",
            (film,),
        )
        connection.commit()
        connection.execute("VACUUM")
    raw = path.read_bytes()
    path.unlink()
    part = {
        "name": name,
        "sha256": _add_blob(tree, raw),
        "size_bytes": len(raw),
        "blobs": [{"sha256": film, "size_bytes": len(FILM), "media_type": "video/webm"}],
    }
    manifest["parts"].append(part)
    manifest_path.write_text(json.dumps(manifest), encoding="utf-8")
    return len(raw) + len(FILM)


def _add_blob(tree: Path, data: bytes) -> str:
    sha256 = hashlib.sha256(data).hexdigest()
    blob_path(tree, sha256).parent.mkdir(parents=True, exist_ok=True)
    blob_path(tree, sha256).write_bytes(data)
    return sha256
