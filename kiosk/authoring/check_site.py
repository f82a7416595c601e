"""What stands in pack.toml and sources.toml beside texts and places: hours, colour, tours, sources."""

from __future__ import annotations

import datetime
from collections import Counter
from urllib.parse import urlsplit

from kiosk.authoring.check_telling import Teller, find_text
from kiosk.model.contrast import ACCENT_STANDS_OUT, SURFACES, contrast_ratio, make_readable
from kiosk.model.opening_hours import parse_hours
from kiosk.model.telling_time import estimate_seconds
from kiosk.packs.names import COLOUR
from kiosk.packs.pack_source import Origin, PackSource, TourSource
from kiosk.packs.source import PACK_FILE, SOURCES_FILE
from kiosk.packs.source_fields import shorten

LEAST_KEY_BYTES = 8
"""A drawn key of 16 bytes has nearly 16 different ones; fewer than this were typed, and can be guessed."""

KNOWN_KEYS = frozenset({bytes.fromhex("5f0c1d7a9be24c6693f0a1b2c3d4e5f6")})
"""What stands in the manual as an example."""

_LONGEST_ADDRESS = 2_000


def check_site(teller: Teller, today: datetime.date) -> None:
    """Check everything of the site that a pack folder says in words and numbers."""
    _check_hours(teller)
    _check_accent(teller)
    _check_pack(teller, today)
    for tour in teller.source.tours:
        _check_tour(teller, tour)
    _check_sources(teller)
    if teller.knows_all:
        _check_unused(teller)


def _check_hours(teller: Teller) -> None:
    hours = teller.source.site.opening_hours
    if hours and not parse_hours(hours):
        what = "the opening hours cannot be read, so visitors are not told them"
        remedy = 'write them like "Mo-Fr 09:00-17:00; Sa,Su 10:00-16:00"'
        teller.warn_of_pack("site opening_hours", what, remedy, "hours_unreadable")


def _check_accent(teller: Teller) -> None:
    """Tell where the accent is so near a surface that the screens have to show quite another colour."""
    accent = teller.source.site.accent
    if not COLOUR.fullmatch(accent):
        return
    for theme, surface in SURFACES.items():
        ratio = contrast_ratio(accent, surface)
        if theme != "contrast" and ratio < ACCENT_STANDS_OUT:
            shown = make_readable(accent, surface)
            what = f"contrast {ratio:.1f} to 1 on the {theme} surface {surface}: it is shown as {shown} there"
            remedy = "take a colour of middle lightness, or live with it"
            teller.warn_of_pack("site accent", what, remedy, "accent_contrast")


def _check_pack(teller: Teller, today: datetime.date) -> None:
    source = teller.source
    if not source.reviewed_on:
        what = "nobody says when the content was last checked"
        teller.warn_of_pack(
            "pack reviewed", what, "write the day on which you have read it all", "not_reviewed"
        )
    elif datetime.date.fromisoformat(source.reviewed_on) > today:
        what = f"the last check is told to be on {source.reviewed_on}, which is still to come"
        teller.warn_of_pack("pack reviewed", what, "write the day it was checked", "date_to_come")
    if source.label_key in KNOWN_KEYS or 0 < len(set(source.label_key)) < LEAST_KEY_BYTES:
        what = "the label key was not drawn by lot, so anybody can make labels that pass for yours"
        teller.warn_of_pack("pack label_key", what, "take the line out: a check draws one", "key_guessable")
    if not source.site.attract:
        what = "no picture invites people in while nobody uses the device"
        teller.warn_of_pack("site attract", what, "name some of media/", "attract_missing")
    if not source.site.summary:
        what = "nobody says in a sentence what is to be seen"
        teller.warn_of_pack("site summary", what, "write [site.summary]", "key_missing")


def _check_unused(teller: Teller) -> None:
    """Tell which floors, tags and sources nothing names; a slip where they are named has been told there."""
    source = teller.source
    used = {stop.floor for stop in source.stops} | {tag for stop in source.stops for tag in stop.tags}
    lists = {"floors": [floor.id for floor in source.floors], "tags": [tag.id for tag in source.tags]}
    for name, ids in lists.items():
        for item_id in ids:
            if item_id and item_id not in used:
                what = "no stop names it"
                teller.warn_of_pack(f"{name} {item_id}", what, "name it, or take it out", "not_used")
    if any(finding.kind in ("source_missing", "dead_link") for finding in teller.read.all):
        return
    facts = (fact for stop in source.stops for text in stop.texts for fact in text.facts)
    rested_on = {name for fact in facts for name in fact.sources} | {place.source for place in source.nearby}
    for entry in source.sources:
        if entry.id and entry.id not in rested_on:
            what, remedy = "nothing rests on it", "name it in a fact, or take it out"
            teller.warn(_find_sources_file(source), f"sources {entry.id}", what, remedy, "not_used")


def _check_tour(teller: Teller, tour: TourSource) -> None:
    for stop_id, count in Counter(tour.stops).items():
        if count > 1:
            what = f"it comes to {stop_id} {count} times"
            teller.warn_of_pack(f"tours {tour.id} stops", what, "name each stop once", "used_twice")
    if len(set(tour.stops)) < 2:
        what = "a tour has at least two stops"
        teller.warn_of_pack(f"tours {tour.id} stops", what, "add stops, or take the tour out", "tour_short")
    texts = [
        find_text(stop, teller.source.fallback_language)
        for stop in teller.source.stops
        if stop.id in tour.stops
    ]
    seconds = sum(
        min((estimate_seconds(words) for words in text.by_depth.values()), default=0.0)
        for text in texts
        if text
    )
    if seconds > tour.minutes * 60:
        what = f"its stops alone take {seconds / 60:.0f} minutes to tell, of {tour.minutes}"
        teller.warn_of_pack(f"tours {tour.id} minutes", what, "raise minutes, or shorten it", "tour_short")


def _check_sources(teller: Teller) -> None:
    origin = _find_sources_file(teller.source)
    for entry in teller.source.sources:
        where = f"sources {entry.id}"
        if entry.url and not is_address(entry.url):
            what, remedy = (
                f"{shorten(entry.url)} is no address",
                "begin with https:// or http://, without blanks",
            )
            teller.warn(origin, f"{where} url", what, remedy, "url_malformed")
        if not (entry.author or entry.publisher):
            what = "neither author nor publisher is told, so nobody can look it up"
            teller.warn(origin, where, what, "add one of them", "source_incomplete")


def _find_sources_file(source: PackSource) -> Origin:
    return Origin(SOURCES_FILE if (source.folder / SOURCES_FILE).exists() else PACK_FILE)


def is_address(text: str) -> bool:
    """Tell whether a text can be the address of a page; whether the page is there is not asked."""
    if len(text) > _LONGEST_ADDRESS or any(sign.isspace() or not sign.isprintable() for sign in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return False
    labels = host.rstrip(".").split(".")
    return parts.scheme in ("http", "https") and len(labels) > 1 and all(labels) and "@" not in parts.netloc
