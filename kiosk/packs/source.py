"""Reads a pack source folder: ``pack.toml``, ``sources.toml``, ``pronunciations.toml``, ``stops/``, its media and sums."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kiosk.model.content import Source
from kiosk.model.errors import KioskError
from kiosk.packs.catalogue_values import MAX_WAYS
from kiosk.packs.findings import Findings
from kiosk.packs.names import HOST, ITEM_ID, LANGUAGE_TAG, MAX_VERSION, PACK_ID
from kiosk.packs.pack_source import (
    PackSource,
    StopSource,
    WaySource,
)
from kiosk.packs.source_doubles import Named, refuse_double_ids, refuse_double_stops
from kiosk.packs.source_fields import Fields, read_toml, shorten
from kiosk.packs.source_lists import (
    read_allowed,
    read_nearby,
    read_source_entry,
    read_tag,
    read_tour,
    read_way,
)
from kiosk.packs.source_narrated import add_narrated
from kiosk.packs.source_pronunciations import read_pronunciations
from kiosk.packs.source_recordings import read_recordings
from kiosk.packs.source_site import read_floor, read_site
from kiosk.packs.source_stops import Surroundings, read_stop
from kiosk.packs.source_sums import read_sums
from kiosk.packs.source_voices import VISITORS_FILE, read_voices

PACK_FILE = "pack.toml"
SOURCES_FILE = "sources.toml"
LABEL_KEY = re.compile(r"[0-9a-fA-F]{32}")


def read_source(folder: Path) -> PackSource:
    """Read and check the pack source in ``folder``. Format: docs/reference/pack-source.md.

    Raises:
        KioskError: ``packs.source-missing`` where there is no ``pack.toml``.
        PackSourceError: ``packs.source-faulty`` with every fault found, not only the first.
    """
    require_pack_file(folder)
    findings = Findings()
    source = examine_source(folder, findings)
    findings.raise_errors(str(folder))
    return replace(source, warnings=findings.warnings)


def require_pack_file(folder: Path) -> None:
    """Refuse a folder that is no pack source.

    Raises:
        KioskError: ``packs.source-missing``.
    """
    if not (folder / PACK_FILE).is_file():
        raise KioskError(
            "There is no pack to be read here",
            thing=str(folder),
            expected=f"a folder with {PACK_FILE} or a table",
            found="neither",
            remedy="name the folder that holds it, or make one with: kiosk pack new",
            code="packs.source-missing",
        )


def examine_source(folder: Path, findings: Findings) -> PackSource:
    """Read the pack source in ``folder`` in spite of its faults, which are added to ``findings``.

    What an error was told of is empty, left out or a stand-in: nothing may be built of it.
    """
    return _Reader(folder, findings).read()


class _Reader:
    """Reads one folder; everything is read in spite of faults, so that all are found at once."""

    def __init__(self, folder: Path, findings: Findings) -> None:
        self._folder = folder
        self._findings = findings
        self._top = read_toml(folder / PACK_FILE, PACK_FILE, findings)
        self._sources_lost = self._top.lost

    def read(self) -> PackSource:
        top, pack = self._top, self._top.table("pack")
        languages = _read_language_list(pack)
        fallback = pack.text("fallback_language", like='"en"')
        if fallback and not pack.has_told("languages") and fallback not in languages:
            remedy = "name one of them"
            pack.error("fallback_language", f"{shorten(fallback)} is not among languages", remedy)
        label_key = pack.text("label_key", form=LABEL_KEY, like=f'"{secrets.token_hex(16)}", drawn just now')
        sources = self._read_sources()
        around = self._look_around(languages, fallback, label_key, sources)
        source = PackSource(
            folder=self._folder,
            id=pack.text("id", form=PACK_ID, like='"in.delhi.qutb"'),
            version=pack.integer("version", low=1, high=MAX_VERSION),
            publisher=pack.text("publisher"),
            reviewed_on=pack.date("reviewed", may_be_blank=True),
            languages=languages,
            fallback_language=fallback,
            label_host=pack.text("label_host", form=HOST, like='"QUTB.EXAMPLE"'),
            label_key=bytes.fromhex(label_key),
            site=read_site(top.table("site"), self._folder, fallback),
            floors=tuple(read_floor(entry, self._folder) for entry in top.tables("floors")),
            tags=tuple(read_tag(entry) for entry in top.tables("tags")),
            tours=tuple(read_tour(entry, around.stops) for entry in top.tables("tours")),
            nearby=tuple(read_nearby(entry, around.sources) for entry in top.tables("nearby")),
            sources=sources,
            stops=self._read_stops(around),
            warnings=(),
            pronunciations=read_pronunciations(self._folder, languages, self._findings),
            ways=self._read_ways(around),
            allows=read_allowed(top),
            sums=read_sums(self._folder, around.stops, self._findings),
            voices=read_voices(VISITORS_FILE, self._folder, languages, self._findings),
        )
        self._refuse_doubles(source)
        pack.finish()
        top.finish()
        return source

    def _look_around(
        self, languages: tuple[str, ...], fallback: str, label_key: str, sources: tuple[Source, ...]
    ) -> Surroundings:
        """Return what stops may refer to; what is wrong with it is told when it is read itself."""
        stop_ids = self._find_stop_folders()
        recorded = read_recordings(self._folder, stop_ids, languages, self._findings)
        return Surroundings(
            folder=self._folder,
            languages=languages,
            fallback_language=fallback,
            label_key=label_key,
            stops=stop_ids,
            floors=self._list_ids("floors"),
            tags=self._list_ids("tags"),
            sources=None if self._sources_lost else frozenset(source.id for source in sources),
            recordings=add_narrated(self._folder, recorded, stop_ids, languages, self._findings),
        )

    def _list_ids(self, name: str) -> frozenset[str] | None:
        """Return the ids of a list of tables as they stand there; None where pack.toml cannot be read.

        An id of the wrong form is told where it stands, and not again wherever it is named.
        """
        if self._top.lost:
            return None
        entries = Fields({name: self._top.value(name)}, PACK_FILE, "", Findings()).tables(name)
        return frozenset(entry.text("id", "") for entry in entries)

    def _read_stops(self, around: Surroundings) -> tuple[StopSource, ...]:
        stops = (read_stop(stop_id, around, self._findings) for stop_id in sorted(around.stops))
        return tuple(sorted(stops, key=lambda stop: (stop.order, stop.id)))

    def _read_ways(self, around: Surroundings) -> tuple[WaySource, ...]:
        ways = [read_way(entry, around.stops) for entry in self._top.tables("ways")]
        if len(ways) > MAX_WAYS:
            what = f"it has {len(ways):,} ways"
            self._top.error("ways", what, f"a site has at most {MAX_WAYS:,}")
        return tuple(way for way in ways if way is not None)

    def _find_stop_folders(self) -> frozenset[str]:
        place = self._folder / "stops"
        names = sorted(path.name for path in place.iterdir() if path.is_dir()) if place.is_dir() else []
        for name in names:
            if not ITEM_ID.fullmatch(name):
                what, remedy = "the folder's name is no id", "rename it: a-z, 0-9 and hyphens"
                self._findings.error(f"stops/{name}", "", what, remedy, kind="key_wrong")
        if not names:
            remedy = "add a folder for each, with stop.toml"
            self._findings.error("stops", "", "there is no stop", remedy, kind="file_missing")
        return frozenset(name for name in names if ITEM_ID.fullmatch(name))

    def _read_sources(self) -> tuple[Source, ...]:
        entries = self._top.tables("sources")
        if (self._folder / SOURCES_FILE).exists():
            other = read_toml(self._folder / SOURCES_FILE, SOURCES_FILE, self._findings)
            self._sources_lost |= other.lost
            entries += other.tables("sources")
            other.finish()
        return tuple(read_source_entry(entry) for entry in entries)

    def _refuse_doubles(self, source: PackSource) -> None:
        refuse_double_stops(source.stops, self._findings)
        lists: dict[str, Sequence[Named]] = {
            "floors": source.floors,
            "tags": source.tags,
            "tours": source.tours,
            "nearby": source.nearby,
            "ways": source.ways,
            "sources": source.sources,
        }
        for name, items in lists.items():
            file = SOURCES_FILE if name == "sources" and (self._folder / SOURCES_FILE).exists() else PACK_FILE
            refuse_double_ids(file, name, items, self._findings)


def _read_language_list(pack: Fields) -> tuple[str, ...]:
    languages = pack.words("languages")
    if not languages and not pack.has_told("languages"):
        pack.error("languages", "there is none", 'write them like ["en", "hi"]', kind="key_missing")
    for tag in languages:
        if not LANGUAGE_TAG.fullmatch(tag):
            remedy = 'write tags like "en", "pt-BR", "zh-Hant"'
            pack.error("languages", f"{shorten(tag)} is no BCP 47 tag", remedy)
    if len(set(languages)) < len(languages):
        pack.error("languages", "one stands there twice", "name each once", kind="used_twice")
    return tuple(dict.fromkeys(tag for tag in languages if LANGUAGE_TAG.fullmatch(tag)))
