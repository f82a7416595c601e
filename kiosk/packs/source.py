"""Reads a pack source folder: ``pack.toml``, ``sources.toml``, ``stops/``, ``media/``, ``recordings/``."""

from __future__ import annotations

import re
import zoneinfo
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kiosk.model.content import Source
from kiosk.model.errors import KioskError
from kiosk.packs.findings import Findings
from kiosk.packs.names import COLOUR, HOST, ITEM_ID, LANGUAGE_TAG, MAX_VERSION, PACK_ID
from kiosk.packs.pack_source import (
    FloorSource,
    NearbySource,
    PackSource,
    SiteSource,
    StopSource,
    TagSource,
    TourSource,
)
from kiosk.packs.source_fields import Fields, read_toml
from kiosk.packs.source_files import find_media_file, read_recordings
from kiosk.packs.source_stops import Surroundings, read_stop

PACK_FILE = "pack.toml"
LABEL_KEY = re.compile(r"[0-9a-fA-F]{32}")


def read_source(folder: Path) -> PackSource:
    """Read and check the pack source in ``folder``. Format: docs/reference/pack-source.md.

    Raises:
        KioskError: ``packs.source-missing`` where there is no ``pack.toml``.
        PackSourceError: ``packs.source-faulty`` with every fault found, not only the first.
    """
    if not (folder / PACK_FILE).is_file():
        raise KioskError(
            "The pack was not built",
            thing=str(folder),
            expected=f"a folder with {PACK_FILE}",
            found="none",
            remedy="name the folder that holds it",
            code="packs.source-missing",
        )
    findings = Findings()
    source = _Reader(folder, findings).read()
    findings.raise_errors(str(folder))
    return source


class _Reader:
    """Reads one folder; everything is read in spite of faults, so that all are found at once."""

    def __init__(self, folder: Path, findings: Findings) -> None:
        self._folder = folder
        self._findings = findings
        self._top = read_toml(folder / PACK_FILE, PACK_FILE, findings)

    def read(self) -> PackSource:
        top, pack = self._top, self._top.table("pack")
        languages = _read_language_list(pack)
        fallback = pack.text("fallback_language")
        if fallback and fallback not in languages:
            pack.error("fallback_language", f"{fallback!r} is not among languages", "name one of them")
        floors = tuple(self._read_floor(entry) for entry in top.tables("floors"))
        tags = tuple(_read_tag(entry) for entry in top.tables("tags"))
        sources = self._read_sources()
        source_ids = frozenset(source.id for source in sources)
        nearby = tuple(_read_nearby(entry, source_ids) for entry in top.tables("nearby"))
        stop_ids = self._find_stop_folders()
        recordings = read_recordings(self._folder, stop_ids, languages, self._findings)
        around = Surroundings(
            folder=self._folder,
            languages=languages,
            fallback_language=fallback,
            floors=frozenset(floor.id for floor in floors),
            tags=frozenset(tag.id for tag in tags),
            sources=source_ids,
            recordings=recordings,
        )
        stops = tuple(read_stop(stop_id, around, self._findings) for stop_id in sorted(stop_ids))
        tours = tuple(_read_tour(entry, stop_ids) for entry in top.tables("tours"))
        site = self._read_site(top.table("site"), fallback)
        self._check_unique(stops, floors, tags, tours, nearby, sources)
        source = PackSource(
            folder=self._folder,
            id=pack.text("id", form=PACK_ID, like='"in.delhi.qutb"'),
            version=pack.integer("version", low=1, high=MAX_VERSION),
            publisher=pack.text("publisher"),
            reviewed_on=pack.date("reviewed"),
            languages=languages,
            fallback_language=fallback,
            label_host=pack.text("label_host", form=HOST, like='"QUTB.EXAMPLE"'),
            label_key=bytes.fromhex(pack.text("label_key", form=LABEL_KEY, like="32 of 0-9 a-f, random")),
            site=site,
            floors=floors,
            tags=tags,
            tours=tours,
            nearby=nearby,
            sources=sources,
            stops=tuple(sorted(stops, key=lambda stop: (stop.order, stop.id))),
            warnings=(),
        )
        pack.finish()
        top.finish()
        return replace(source, warnings=self._findings.warnings)

    def _find_stop_folders(self) -> frozenset[str]:
        place = self._folder / "stops"
        names = sorted(path.name for path in place.iterdir() if path.is_dir()) if place.is_dir() else []
        for name in names:
            if not ITEM_ID.fullmatch(name):
                self._findings.error(
                    f"stops/{name}", "", "the folder's name is no id", "use a-z, 0-9 and hyphens"
                )
        if not names:
            self._findings.error("stops", "", "there is no stop", "add a folder for each, with stop.toml")
        return frozenset(name for name in names if ITEM_ID.fullmatch(name))

    def _read_site(self, entry: Fields, fallback: str) -> SiteSource:
        timezone = entry.text("timezone")
        if timezone and not _is_timezone(timezone):
            entry.error("timezone", f"there is no time zone {timezone!r}", 'write it like "Asia/Kolkata"')
        wordmark = entry.text("wordmark", "")
        site = SiteSource(
            id=entry.text("id", form=ITEM_ID, like='"qutb"'),
            lat=entry.number("lat", low=-90, high=90),
            lon=entry.number("lon", low=-180, high=180),
            opening_hours=entry.text("opening_hours", ""),
            timezone=timezone,
            accent=entry.text("accent", form=COLOUR, like='"#c8743c"'),
            floor_area_m2=entry.number("floor_area_m2", low=1, high=1e9),
            name=entry.texts("name"),
            summary=entry.texts("summary"),
            attract=self._find_pictures(entry, "attract"),
            wordmark=find_media_file(self._folder, wordmark, entry, "wordmark") if wordmark else None,
        )
        if fallback and fallback not in site.name:
            entry.error(f"name.{fallback}", "the site has no name in the fall-back language", "write it")
        entry.finish()
        return site

    def _find_pictures(self, entry: Fields, key: str) -> tuple[Path, ...]:
        found = (find_media_file(self._folder, name, entry, key) for name in entry.words(key))
        return tuple(path for path in found if path is not None)

    def _read_floor(self, entry: Fields) -> FloorSource:
        plan = entry.text("plan", "")
        floor = FloorSource(
            id=entry.text("id", form=ITEM_ID, like='"ground"'),
            level=entry.integer("level", 0, low=-20, high=200),
            plan=find_media_file(self._folder, plan, entry, "plan") if plan else None,
            name=entry.texts("name"),
        )
        entry.finish()
        return floor

    def _read_sources(self) -> tuple[Source, ...]:
        entries = self._top.tables("sources")
        file = "sources.toml"
        if (self._folder / file).is_file():
            other = read_toml(self._folder / file, file, self._findings)
            entries += other.tables("sources")
            other.finish()
        return tuple(_read_source_entry(entry) for entry in entries)

    def _check_unique(self, stops: tuple[StopSource, ...], *lists: Iterable[object]) -> None:
        self._refuse_twice("stops", "code", (stop.code for stop in stops if stop.code))
        self._refuse_twice("stops", "order", (str(stop.order) for stop in stops))
        names = ("floors", "tags", "tours", "nearby", "sources")
        for name, items in zip(names, lists, strict=True):
            self._refuse_twice(PACK_FILE, f"{name} id", (str(getattr(item, "id", "")) for item in items))
        for number, count in Counter(stop.number for stop in stops).items():
            if count > 1:
                self._findings.warn(
                    "stops",
                    "number",
                    f"{count} stops have number {number}",
                    "visitors will be asked which one",
                )

    def _refuse_twice(self, file: str, where: str, values: Iterable[str]) -> None:
        for value, count in Counter(values).items():
            if count > 1:
                self._findings.error(file, where, f"{value!r} is used {count} times", "give each its own")


def _read_language_list(pack: Fields) -> tuple[str, ...]:
    languages = pack.words("languages")
    if not languages:
        pack.error("languages", "there is none", 'write them like ["en", "hi"]')
    for tag in languages:
        if not LANGUAGE_TAG.fullmatch(tag):
            pack.error("languages", f"{tag!r} is no BCP 47 tag", 'write tags like "en", "pt-BR", "zh-Hant"')
    if len(set(languages)) < len(languages):
        pack.error("languages", "one stands there twice", "name each once")
    return languages


def _read_tag(entry: Fields) -> TagSource:
    tag = TagSource(entry.text("id", form=ITEM_ID, like='"mughal"'), entry.texts("name"))
    entry.finish()
    return tag


def _read_tour(entry: Fields, stop_ids: frozenset[str]) -> TourSource:
    tour = TourSource(
        id=entry.text("id", form=ITEM_ID, like='"first-hour"'),
        minutes=entry.integer("minutes", low=1, high=24 * 60),
        stops=entry.words("stops"),
        name=entry.texts("name"),
        summary=entry.texts("summary"),
    )
    for stop_id in tour.stops:
        if stop_id not in stop_ids:
            entry.error("stops", f"there is no stop {stop_id!r}", "name folders of stops/")
    entry.finish()
    return tour


def _read_nearby(entry: Fields, sources: frozenset[str]) -> NearbySource:
    lat, lon = entry.number("lat", low=-90, high=90), entry.number("lon", low=-180, high=180)
    if lat is None or lon is None:
        entry.error("lat", "the place has no position", "write lat and lon in degrees")
    place = NearbySource(
        id=entry.text("id", form=ITEM_ID, like='"humayun"'),
        lat=lat or 0.0,
        lon=lon or 0.0,
        source=entry.text("source", ""),
        name=entry.texts("name"),
        summary=entry.texts("summary"),
    )
    if place.source and place.source not in sources:
        entry.error("source", f"there is no source {place.source!r}", "add it to sources.toml or mend the id")
    entry.finish()
    return place


def _read_source_entry(entry: Fields) -> Source:
    year = entry.text("year", "")
    source = Source(
        id=entry.text("id", form=ITEM_ID, like='"cole-1872"'),
        title=entry.text("title"),
        author=entry.text("author", ""),
        publisher=entry.text("publisher", ""),
        year=year,
        url=entry.text("url", ""),
    )
    entry.finish()
    return source


def _is_timezone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    return True
