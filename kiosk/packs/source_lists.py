"""Reads the lists of a pack source: tags, tours, ways, places nearby, what statements rest on, what may be given back."""

from __future__ import annotations

from kiosk.model.content import Source, TourKind, WayKind
from kiosk.packs.catalogue_values import MAX_WAY_NAME_LENGTH, MOST_WALK_M, MOST_WAY_M, TALK_BACK
from kiosk.packs.names import ITEM_ID
from kiosk.packs.pack_source import NearbySource, TagSource, TourSource, WaySource
from kiosk.packs.source_fields import Fields, shorten
from kiosk.packs.source_site import read_hours, read_timezone


def read_tag(entry: Fields) -> TagSource:
    """Return a word stops are grouped by."""
    tag = TagSource(entry.text("id", form=ITEM_ID, like='"mughal"'), entry.texts("name"))
    entry.finish()
    return tag


def read_tour(entry: Fields, stop_ids: frozenset[str]) -> TourSource:
    """Return a ready-made tour through ``stop_ids``."""
    tour = TourSource(
        id=entry.text("id", form=ITEM_ID, like='"first-hour"'),
        minutes=entry.integer("minutes", low=1, high=24 * 60),
        stops=entry.words("stops"),
        name=entry.texts("name"),
        summary=entry.texts("summary"),
        kind=entry.choice("kind", TourKind, TourKind.EVERYONE) or TourKind.EVERYONE,
    )
    for stop_id in tour.stops:
        if stop_id not in stop_ids:
            what = f"there is no stop {shorten(stop_id)}"
            entry.error("stops", what, "name folders of stops/", kind="dead_link")
    entry.finish()
    return tour


def read_way(entry: Fields, stop_ids: frozenset[str]) -> WaySource | None:
    """Return a way between two of ``stop_ids``; None, with findings, where that is not what it is."""
    ends = [entry.text(key, like='"mill-wheel", a folder of stops/') for key in ("from", "to")]
    for key, stop_id in zip(("from", "to"), ends, strict=True):
        if stop_id and stop_id not in stop_ids:
            what = f"there is no stop {shorten(stop_id)}"
            entry.error(key, what, "name a folder of stops/", kind="dead_link")
    if ends[0] and ends[0] == ends[1]:
        entry.error("to", "the way leads back to where it begins", "name another stop")
    metres = entry.number("metres", low=0, high=MOST_WAY_M)
    if metres is None and not entry.has_told("metres"):
        entry.error("metres", "it is missing", "write how long the way is", kind="key_missing")
    way = WaySource(
        id=entry.text("id", form=ITEM_ID, like='"hall-to-wheel"'),
        from_stop=ends[0],
        to_stop=ends[1],
        metres=metres or 0.0,
        kind=entry.choice("kind", WayKind, WayKind.WALK) or WayKind.WALK,
        closed=entry.flag("closed"),
        name=entry.text("name", ""),
    )
    if len(way.name) > MAX_WAY_NAME_LENGTH:
        what = f"it has {len(way.name)} signs"
        entry.error("name", what, f"keep it under {MAX_WAY_NAME_LENGTH}: it stands in a line")
    entry.finish()
    return way if {*ends} <= stop_ids and ends[0] != ends[1] else None


def read_allowed(top: Fields) -> tuple[str, ...]:
    """Return what ``[talk_back]`` lets visitors give back, in the order of ``TALK_BACK``; nothing where there is none."""
    entry = top.table("talk_back", may_be_missing=True)
    words = entry.words("allows")
    for word in dict.fromkeys(words):
        if word not in TALK_BACK:
            what = f"{shorten(word)} is nothing that visitors can give back"
            entry.error("allows", what, f"name some of {', '.join(TALK_BACK)}")
    if "recording" in words and not {*words} & {"comment", "question", "story"}:
        what = "a recording is spoken as a comment, a question or a story, and none of them is allowed"
        entry.error("allows", what, "allow one of them, or take recording out")
    entry.finish()
    return tuple(word for word in TALK_BACK if word in words)


def read_nearby(entry: Fields, sources: frozenset[str] | None) -> NearbySource:
    """Return a place nearby; ``sources`` are the ids it may rest on, None where they could not be read."""
    lat, lon = entry.number("lat", low=-90, high=90), entry.number("lon", low=-180, high=180)
    for key, value in (("lat", lat), ("lon", lon)):
        if value is None and not entry.has_told(key):
            entry.error(key, "it is missing", "write it in degrees", kind="key_missing")
    place = NearbySource(
        id=entry.text("id", form=ITEM_ID, like='"humayun"'),
        lat=lat or 0.0,
        lon=lon or 0.0,
        source=entry.text("source", ""),
        name=entry.texts("name"),
        summary=entry.texts("summary"),
        opening_hours=read_hours(entry),
        timezone=read_timezone(entry, ""),
        walk_m=entry.number("walk_m", low=0, high=MOST_WALK_M),
        lesser_known=entry.flag("lesser_known"),
    )
    if place.source and sources is not None and place.source not in sources:
        remedy = "add it to sources.toml or mend the id"
        entry.error("source", f"there is no source {shorten(place.source)}", remedy, kind="dead_link")
    entry.finish()
    return place


def read_source_entry(entry: Fields) -> Source:
    """Return what statements rest on."""
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
