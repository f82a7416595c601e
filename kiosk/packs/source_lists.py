"""Reads the lists of a pack source: tags, tours, places nearby, and what statements rest on."""

from __future__ import annotations

from kiosk.model.content import Source
from kiosk.packs.names import ITEM_ID
from kiosk.packs.pack_source import NearbySource, TagSource, TourSource
from kiosk.packs.source_fields import Fields, shorten


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
    )
    for stop_id in tour.stops:
        if stop_id not in stop_ids:
            what = f"there is no stop {shorten(stop_id)}"
            entry.error("stops", what, "name folders of stops/", kind="dead_link")
    entry.finish()
    return tour


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
