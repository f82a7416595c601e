"""A library that reads an author's folder directly: no catalogue, no store. Pictures that are not drawn yet are left out."""

from __future__ import annotations

import hashlib
import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain, repeat
from math import ceil
from pathlib import Path
from typing import Any

from kiosk.model.content import (
    Depth,
    Fact,
    Floor,
    Image,
    NearbySite,
    Question,
    Site,
    Sound,
    SoundKind,
    Source,
    Stop,
    StopCard,
    Text,
    Tour,
    TourKind,
    VisitorVoice,
    Way,
    WayKind,
)
from kiosk.model.found import Found
from kiosk.model.language import pick, primary
from kiosk.model.marker import Marker, is_genuine
from kiosk.model.pronunciation import Pronunciation
from kiosk.model.site_sums import NO_SUMS, SiteSums
from kiosk.model.telling_time import estimate_seconds
from kiosk.packs.findings import Findings
from kiosk.packs.source_pronunciations import read_pronunciations

DELHI = Path(__file__).parents[2] / "content_packs" / "delhi"


@dataclass(frozen=True)
class FakeMatch:
    kind: str
    stop_id: str = ""


class FakeLibrary:
    """One site read from ``folder``; ``extra_sites`` only have names, for the choice of site.

    ``given_ways`` and ``allowed`` are told instead of what the folder says where a test sets them; ``given_sums`` and
    ``on_trial`` (ids of stops with two versions) come from tests alone, as do ``hours_nearby``, the opening hours of places
    nearby in their order, ``slips``, what is found near to words that nothing has, and ``said_of_site``.
    """

    def __init__(self, folder: Path = DELHI, extra_sites: tuple[str, ...] = ()) -> None:
        self._folder = folder
        self._pack = _read(folder / "pack.toml")
        self._extra = extra_sites
        self.duplicate_number = ""
        self.opening_hours = ""
        self.undrawn = False
        self._kept_cards: dict[tuple[str, bool], tuple[StopCard, ...]] = {}
        self.given_ways: tuple[Way, ...] | None = None
        self.given_sums = NO_SUMS
        self.allowed: frozenset[str] | None = None
        self.hours_nearby: tuple[str, ...] = ()
        self.slips: dict[str, str] = {}
        self.on_trial: frozenset[str] = frozenset()
        self.said_of_site: tuple[VisitorVoice, ...] = ()

    @cached_property
    def _stops(self) -> list[tuple[str, dict[str, Any]]]:
        found = [(path.parent.name, _read(path)) for path in (self._folder / "stops").glob("*/stop.toml")]
        return sorted(found, key=lambda pair: pair[1]["order"])

    @cached_property
    def _lexicon(self) -> Mapping[str, tuple[Pronunciation, ...]]:
        return read_pronunciations(self._folder, tuple(self._pack["pack"]["languages"]), Findings())

    @cached_property
    def _media(self) -> dict[str, Path]:
        folders = (self._folder / name for name in ("media", "sounds"))
        return {_hash(path): path for folder in folders if folder.is_dir() for path in folder.iterdir()}

    def _sha(self, name: str) -> str:
        path = self._folder / "media" / name
        return _hash(path) if path.is_file() and not self.undrawn else ""

    @property
    def site_id(self) -> str:
        return str(self._pack["site"]["id"])

    def sites(self, language: str) -> tuple[Site, ...]:
        return tuple(self.get_site(site_id, language) for site_id in (self.site_id, *self._extra))

    def get_site(self, site_id: str, language: str) -> Site:
        pack, site = self._pack["pack"], self._pack["site"]
        name = _said(site["name"], language) if site_id == self.site_id else site_id.capitalize()
        return Site(
            id=site_id,
            pack_id=pack["id"],
            name=name,
            summary=_said(site["summary"], language) if site_id == self.site_id else "",
            lat=site["lat"],
            lon=site["lon"],
            opening_hours=self.opening_hours,
            timezone=site["timezone"],
            label_host=pack["label_host"],
            accent=site["accent"],
            fallback_language=pack["fallback_language"],
            languages=tuple(pack["languages"]),
        )

    def languages(self, site_id: str) -> tuple[str, ...]:
        return tuple(self._pack["pack"]["languages"])

    def floors(self, site_id: str, language: str) -> tuple[Floor, ...]:
        return tuple(
            Floor(
                floor["id"],
                floor["level"],
                _said(floor["name"], language),
                self._sha(floor["plan"]),
                1200,
                1260,
                floor.get("width_m"),
            )
            for floor in self._pack["floors"]
            if site_id == self.site_id
        )

    def tags(self, site_id: str, language: str) -> dict[str, str]:
        if site_id != self.site_id:
            return {}
        names = {tag["id"]: tag["name"] for tag in self._pack.get("tags", ())}
        return {tag: name.get(language) or next(iter(name.values())) for tag, name in names.items()}

    def glances(self, site_id: str, language: str) -> dict[str, str]:
        if site_id != self.site_id:
            return {}
        texts = {folder: self._texts(folder, language)[1] for folder, _ in self._stops}
        return {f"{self.site_id}/{folder}": text["glance"] for folder, text in texts.items()}

    def stop_cards(self, site_id: str, language: str) -> tuple[StopCard, ...]:
        if site_id != self.site_id:
            return ()
        key = (language, self.undrawn)
        if key not in self._kept_cards:
            self._kept_cards[key] = tuple(self._card(folder, stop, language) for folder, stop in self._stops)
        return self._kept_cards[key]

    def _texts(self, folder: str, language: str) -> tuple[str, dict[str, Any]]:
        there = [path.stem for path in (self._folder / "stops" / folder).glob("??.toml")]
        tag = pick(language, there, self._pack["pack"]["fallback_language"])
        assert tag is not None
        return tag, _read(self._folder / "stops" / folder / f"{tag}.toml")

    def _card(self, folder: str, stop: dict[str, Any], language: str) -> StopCard:
        tag, texts = self._texts(folder, language)
        image = stop["images"][0]
        return StopCard(
            id=f"{self.site_id}/{folder}",
            site_id=self.site_id,
            number=stop["number"],
            title=texts["title"],
            where=texts.get("where", ""),
            order=stop["order"],
            floor_id=stop["floor"],
            plan_x=stop["plan_x"],
            plan_y=stop["plan_y"],
            lat=stop["lat"],
            lon=stop["lon"],
            tags=tuple(stop["tags"]),
            thumbnail=self._sha(image["file"]),
            focus_x=image["focus"][0],
            focus_y=image["focus"][1],
            radius_m=stop.get("radius_m"),
            opens_by_place=stop.get("opens_by_place", False),
            closed=stop.get("closed", False),
            opening_hours=stop.get("opening_hours", ""),
            added_on=str(stop.get("added", "")),
            look_s=stop.get("look_s", 0),
            tell_s=tuple((depth, ceil(estimate_seconds(texts[depth]))) for depth in Depth if depth in texts),
            in_language=primary(tag) == primary(language),
        )

    def ways(self, site_id: str) -> tuple[Way, ...]:
        if site_id != self.site_id:
            return ()
        return self._read_ways() if self.given_ways is None else self.given_ways

    def _read_ways(self) -> tuple[Way, ...]:
        return tuple(
            Way(
                way["id"],
                f"{self.site_id}/{way['from']}",
                f"{self.site_id}/{way['to']}",
                float(way["metres"]),
                WayKind(way.get("kind", "walk")),
                way.get("closed", False),
                way.get("name", ""),
            )
            for way in self._pack.get("ways", ())
        )

    def sums(self, site_id: str) -> SiteSums:
        return self.given_sums if site_id == self.site_id else NO_SUMS

    def allows(self, site_id: str) -> frozenset[str]:
        if site_id != self.site_id:
            return frozenset()
        written = self._pack.get("talk_back", {}).get("allows", ())
        return frozenset(written) if self.allowed is None else self.allowed

    def voices(self, site_id: str, language: str) -> tuple[VisitorVoice, ...]:
        return self.said_of_site if site_id == self.site_id else ()

    def versions(self, stop_id: str) -> bool:
        return stop_id in self.on_trial

    def get_stop(self, stop_id: str, language: str, version: str = "") -> Stop:
        folder = stop_id.split("/", 1)[1]
        stop = dict(self._stops)[folder]
        tag, texts = self._texts(folder, language)
        sources = {entry["id"]: _source(entry) for entry in _read(self._folder / "sources.toml")["sources"]}
        return Stop(
            card=self._card(folder, stop, language),
            title_language=tag,
            code=stop["code"],
            texts=tuple(Text(tag, depth, texts[depth]) for depth in Depth if depth in texts),
            recordings=(),
            images=tuple(
                Image(
                    self._sha(image["file"]),
                    "image/svg+xml",
                    1280,
                    960,
                    image["focus"][0],
                    image["focus"][1],
                    texts["alt"][image["file"]],
                    image["credit"],
                    image["rights"],
                )
                for image in stop["images"]
                if self._sha(image["file"])
            ),
            artifacts=(),
            facts=tuple(
                Fact(fact["text"], tag, tuple(sources[source] for source in fact["sources"]))
                for fact in texts.get("facts", ())
            ),
            publisher=self._pack["pack"]["publisher"],
            reviewed_on=str(self._pack["pack"]["reviewed"]),
            sounds=tuple(self._sound(entry, language) for entry in stop.get("sounds", ())),
            questions=tuple(_question(entry, tag) for entry in texts.get("questions", ())),
            version=("b" if version == "b" else "a") if self.versions(stop_id) else "",
        )

    def _sound(self, entry: dict[str, Any], language: str) -> Sound:
        words = [_said(entry[key], language) for key in ("title", "description")]
        kind, loops = SoundKind(entry["kind"]), entry.get("loops", False)
        sha256 = _hash(self._folder / "sounds" / entry["file"])
        return Sound(
            sha256, "audio/ogg", kind, 10_500, loops, words[0], words[1], entry["credit"], entry["rights"]
        )

    def find_by_marker(self, marker: Marker) -> FakeMatch:
        pack = self._pack["pack"]
        if marker.host != pack["label_host"]:
            return FakeMatch("foreign")
        for folder, stop in self._stops:
            if stop["code"] == marker.stop_code:
                return FakeMatch("stop", f"{self.site_id}/{folder}")
        genuine = is_genuine(marker, bytes.fromhex(pack["label_key"]))
        return FakeMatch("newer" if genuine else "foreign")

    def find_by_number(self, site_id: str, typed: str) -> tuple[str, ...]:
        ids = tuple(f"{site_id}/{folder}" for folder, stop in self._stops if stop["number"] == typed)
        return (*ids, f"{site_id}/{self._stops[0][0]}") if ids and typed == self.duplicate_number else ids

    def pronunciations(self, site_id: str, language: str) -> tuple[Pronunciation, ...]:
        del site_id
        return self._lexicon.get(language.partition("-")[0], ())

    def tours(self, site_id: str, language: str) -> tuple[Tour, ...]:
        return tuple(
            Tour(
                tour["id"],
                _said(tour["name"], language),
                _said(tour["summary"], language),
                tour["minutes"],
                tuple(f"{site_id}/{stop}" for stop in tour["stops"]),
                TourKind(tour.get("kind", "everyone")),
            )
            for tour in self._pack["tours"]
            if site_id == self.site_id
        )

    def nearby(self, site_id: str, language: str) -> tuple[NearbySite, ...]:
        return tuple(
            replace(place, opening_hours=hours or place.opening_hours)
            for place, hours in zip(
                self._nearby(language), chain(self.hours_nearby, repeat("")), strict=False
            )
        )

    def _nearby(self, language: str) -> tuple[NearbySite, ...]:
        return tuple(
            NearbySite(
                place["id"],
                _said(place["name"], language),
                _said(place["summary"], language),
                place["lat"],
                place["lon"],
                place["source"],
                place.get("opening_hours", ""),
                place.get("timezone", ""),
                place.get("walk_m"),
                place.get("lesser_known", False),
            )
            for place in self._pack["nearby"]
        )

    def attract_images(self, site_id: str, language: str) -> tuple[str, ...]:
        drawn = [self._sha(name) for name in self._pack["site"]["attract"]]
        return tuple(sha for sha in drawn if sha)

    def media_path(self, sha256: str) -> Path | None:
        found = self._media.get(sha256)
        return _render(found) if found else None

    def media_bytes(self, sha256: str) -> bytes | None:
        return None

    def search(self, site_id: str, language: str, text: str) -> Found:
        sought = self.slips.get(text, text).casefold()
        return Found(
            tuple(card for card in self.stop_cards(site_id, language) if sought in card.title.casefold()),
            tuple(tour for tour in self.tours(site_id, language) if sought in tour.name.casefold()),
            tuple(place for place in self.nearby(site_id, language) if sought in place.name.casefold()),
            is_near=text in self.slips,
        )


class EmptyLibrary(FakeLibrary):
    """A device with no pack."""

    def sites(self, language: str) -> tuple[Site, ...]:
        return ()


def _said(table: dict[str, str], language: str) -> str:
    return table.get(language, table["en"])


def _question(entry: dict[str, Any], tag: str) -> Question:
    answers = tuple(entry["answers"])
    right = answers.index(entry["right"])
    return Question(entry["id"], tag, entry["text"], answers, right, entry.get("because", ""))


def _source(entry: dict[str, Any]) -> Source:
    return Source(*(str(entry.get(key, "")) for key in ("id", "title", "author", "publisher", "year", "url")))


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _render(path: Path) -> Path:
    """Return a drawing as the pack would hold it: rendered to a PNG, kept between runs."""
    if path.suffix != ".svg":
        return path
    folder = Path(tempfile.gettempdir()) / "kiosk-test-drawings"
    folder.mkdir(exist_ok=True)
    target = folder / f"{_hash(path)}.png"
    if not target.exists():
        import resvg_py

        rendered = bytes(resvg_py.svg_to_bytes(svg_path=str(path), width=1280))
        scratch = target.with_suffix(f".{os.getpid()}")
        scratch.write_bytes(rendered)
        scratch.rename(target)
    return target


@cache
def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
