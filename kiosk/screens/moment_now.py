"""Where this visitor stands in their visit just now, as the guide is asked about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import lru_cache

from kiosk.guide.moment import Moment
from kiosk.guide.relative_interest import find_relative_interest
from kiosk.guide.taste import Taste
from kiosk.screens.journey import Journey
from kiosk.screens.rooms import Rooms
from kiosk.visits.clock import WallQuality

MS_A_MINUTE = 60_000


def read_moment(rooms: Rooms, journey: Journey) -> Moment:
    """Return the moment of a visit that is under way at a site. Reads the clock and the library: under 2 ms."""
    since_ms = journey.started_ms if journey.timed_ms is None else journey.timed_ms
    gone_ms = rooms.clock.read().boot_ms - since_ms
    return Moment(
        site_id=journey.site_id,
        language=journey.language,
        here=journey.here,
        seen=tuple(journey.seen),
        seen_before=journey.seen_before,
        wishes=journey.wishes,
        taste=read_taste(rooms, journey),
        gone_min=max(0.0, gone_ms / MS_A_MINUTE),
        now=read_time(rooms, journey),
        planned=tuple(stop for stop in journey.planned if stop not in journey.seen),
    )


def read_taste(rooms: Rooms, journey: Journey) -> Taste:
    """Return what the visitor showed to like: what they said, and where they stayed longer than others do."""
    dwells_ms = rooms.visit.dwells_ms
    if not dwells_ms:
        return journey.taste
    cards = {card.id: card for card in rooms.library.stop_cards(journey.site_id, journey.language)}
    sums = rooms.library.sums(journey.site_id)
    stays_s = [(stop, dwell_ms / 1000) for stop, dwell_ms in dwells_ms]
    return replace(journey.taste, stayed=find_relative_interest(cards.get, sums, stays_s))


def read_time(rooms: Rooms, journey: Journey) -> datetime | None:
    """Return the time at the visitor's site, aware of its zone; None where the device's clock cannot be believed."""
    reading = rooms.clock.read()
    if reading.quality is WallQuality.UNSET or not journey.site_id:
        return None
    site = rooms.library.get_site(journey.site_id, journey.language)
    return datetime.fromtimestamp(reading.wall_ms / 1000, _find_zone(site.timezone))


@lru_cache(maxsize=32)
def _find_zone(name: str) -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # not needed before the first visit

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
