"""Learning titles and plans from a pack: its catalogues are read like a device reads them, and nothing else of it is kept.

Whoever shows the hub a pack has it from where they publish it: signatures are for devices and not asked for here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from kiosk.hub.database.pack_tables import pack_sites, pack_stops
from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.install import open_tree
from kiosk.packs.library import Library
from kiosk.packs.manifest import PackManifest, parse_manifest
from kiosk.packs.open_pack import verify_release
from kiosk.packs.part_choice import keep_parts
from kiosk.packs.tree import PackTree

# The language of the hub's pages; where a pack has none of it, its own fall-back.
PAGES_LANGUAGE: Final = "en"
_PIECE_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class AddedPack:
    """What the hub learnt: of which pack, which sites, and how many of its stops stand on a plan."""

    pack: str
    version: int
    sites: tuple[str, ...]
    stops: int
    on_a_plan: int


def add_pack(connection: Connection, path: Path, now_ms: int) -> AddedPack:
    """Keep the titles and places of a pack's stops; what was known of its sites before is forgotten.

    Raises:
        KioskError: ``packs.source-absent``, ``packs.tree-faulty``, ``packs.catalogue-faulty`` or another of packs.
    """
    with reading_pack(path) as (manifest, library):
        language = PAGES_LANGUAGE if PAGES_LANGUAGE in manifest.languages else manifest.fallback_language
        stops = 0
        placed = 0
        for site in library.sites(language):
            rows = _make_rows(library, site.id, language)
            connection.execute(delete(pack_sites).where(pack_sites.c.site == site.id))
            connection.execute(delete(pack_stops).where(pack_stops.c.site == site.id))
            known = {"site": site.id, "title": site.name, "pack": manifest.id, "version": manifest.version}
            zone = library.get_site(site.id, language).timezone
            connection.execute(insert(pack_sites).values(**known, added_at=now_ms, timezone=zone))
            if rows:
                connection.execute(insert(pack_stops), rows)
            stops += len(rows)
            placed += sum(row["x"] is not None for row in rows)
        sites = tuple(site.id for site in library.sites(language))
    return AddedPack(manifest.id, manifest.version, sites, stops, placed)


def list_known_packs(connection: Connection) -> list[dict[str, Any]]:
    """Return the sites that packs told of, by their ids: site, title, pack and version."""
    table = pack_sites.c
    query = select(table.site, table.title, table.pack, table.version).order_by(table.site)
    return [dict(row) for row in connection.execute(query).mappings()]


@contextmanager
def reading_pack(path: Path) -> Iterator[tuple[PackManifest, Library]]:
    """Give the catalogues of a pack's core and languages, checked as an install checks them; no picture, no sound.

    Raises:
        KioskError: As :func:`add_pack`.
    """
    tree, release = open_tree(path)
    try:
        manifest = parse_manifest(tree.read_manifest(release), path.name)
        manifest = keep_parts(manifest, [part.name for part in manifest.parts if part.is_optional])
        with TemporaryDirectory(prefix="kiosk-hub-") as folder:
            blobs, problems = BlobStore(Path(folder)), list[KioskError]()
            _copy(tree, manifest, blobs)
            library = Library([verify_release(manifest, blobs)], blobs, problems)
            try:
                yield manifest, library
            finally:
                library.close()
    finally:
        tree.close()


def _copy(tree: PackTree, manifest: PackManifest, blobs: BlobStore) -> None:
    for part in manifest.parts:
        target = blobs.path(part.sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        source = tree.open_blob(part.sha256, part.size_bytes)
        try:
            with target.open("wb") as copy:
                while piece := source.read(_PIECE_BYTES):
                    copy.write(piece)
        finally:
            source.close()


def _make_rows(library: Library, site: str, language: str) -> list[dict[str, Any]]:
    plans = {floor.id: floor for floor in library.floors(site, language) if floor.plan}
    rows: list[dict[str, Any]] = []
    for card in library.stop_cards(site, language):
        row = {
            "stop": card.id,
            "site": site,
            "title": card.title,
            "floor": "",
            "x": None,
            "y": None,
            "aspect": 1.0,
        }
        floor = plans.get(card.floor_id)
        if floor is not None and card.plan_x is not None and card.plan_y is not None:
            aspect = floor.width_px / floor.height_px if floor.height_px else 1.0
            row |= {"floor": floor.name, "x": card.plan_x, "y": card.plan_y, "aspect": aspect}
        rows.append(row)
    return rows
