"""Reads ``[site]`` and ``[[floors]]`` of a pack source."""

from __future__ import annotations

import zoneinfo
from pathlib import Path

from kiosk.packs.catalogue_values import LEAST_WIDTH_M, MAX_HOURS_LENGTH, MOST_WIDTH_M
from kiosk.packs.names import COLOUR, ITEM_ID, TIMEZONE
from kiosk.packs.pack_source import FloorSource, SiteSource
from kiosk.packs.source_fields import Fields, shorten
from kiosk.packs.source_files import find_media_file


def read_site(entry: Fields, folder: Path, fallback: str) -> SiteSource:
    """Return the site; it needs a name in the fall-back language."""
    wordmark = entry.text("wordmark", "")
    site = SiteSource(
        id=entry.text("id", form=ITEM_ID, like='"qutb"'),
        lat=entry.number("lat", low=-90, high=90),
        lon=entry.number("lon", low=-180, high=180),
        opening_hours=read_hours(entry),
        timezone=read_timezone(entry),
        accent=entry.text("accent", form=COLOUR, like='"#c8743c"'),
        floor_area_m2=entry.number("floor_area_m2", low=1, high=1e9),
        name=entry.texts("name"),
        summary=entry.texts("summary"),
        attract=_find_pictures(entry, folder, "attract"),
        wordmark=find_media_file(folder, wordmark, entry, "wordmark") if wordmark else None,
    )
    if fallback and fallback not in site.name:
        what = "the site has no name in the fall-back language"
        entry.error(f"name.{fallback}", what, "write it", kind="key_missing")
    if (site.lat is None) != (site.lon is None) and not entry.has_told("lat") and not entry.has_told("lon"):
        entry.error("lat", "half a place is given", "give both of lat and lon, or none")
    entry.finish()
    return site


def _find_pictures(entry: Fields, folder: Path, key: str) -> tuple[Path, ...]:
    found = (find_media_file(folder, name, entry, key) for name in entry.words(key))
    return tuple(path for path in found if path is not None)


def read_floor(entry: Fields, folder: Path) -> FloorSource:
    """Return a level of the plan."""
    plan = entry.text("plan", "")
    floor = FloorSource(
        id=entry.text("id", form=ITEM_ID, like='"ground"'),
        level=entry.integer("level", 0, low=-20, high=200),
        plan=find_media_file(folder, plan, entry, "plan") if plan else None,
        name=entry.texts("name"),
        width_m=entry.number("width_m", low=LEAST_WIDTH_M, high=MOST_WIDTH_M),
    )
    if floor.width_m is not None and not plan:
        what, remedy = "there is no plan that is so wide", "name the plan, or take width_m out"
        entry.warn("width_m", what, remedy, kind="plan_missing")
    entry.finish()
    return floor


def read_hours(entry: Fields) -> str:
    """Return opening hours; whether they can be told is another question."""
    hours = entry.text("opening_hours", "")
    if len(hours) > MAX_HOURS_LENGTH:
        what = f"they have {len(hours)} signs"
        entry.error("opening_hours", what, f"write them in at most {MAX_HOURS_LENGTH}")
        return ""
    return hours


def read_timezone(entry: Fields, default: str | None = None) -> str:
    """Return a time zone that there is; ``default`` where absent (None: it must be there)."""
    timezone = entry.text("timezone", default, like='"Asia/Kolkata"')
    if timezone and not _is_timezone(timezone):
        entry.error("timezone", f"there is no time zone {shorten(timezone)}", 'write it like "Asia/Kolkata"')
        return ""
    return timezone


def _is_timezone(name: str) -> bool:
    if not TIMEZONE.fullmatch(name):
        return False
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    return True
