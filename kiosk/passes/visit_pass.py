"""What a visit pass holds: wishes and what was seen. No name, no account, no number of its own.

Sites and stops are held as short hashes ("marks"): a device that has the site's pack finds them again,
and a code that is lost tells a finder little.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from kiosk.model.content import Depth

MOST_INTERESTS: Final = 8
MOST_SITES: Final = 16
MOST_STOPS: Final = 200
MOST_VISITS: Final = 255
MOST_DAYS: Final = 2**16 - 1

SITE_MARK_BYTES: Final = 4
# Two bytes would call one unseen stop in 25 visits seen, where half of a hundred stops were seen.
STOP_MARK_BYTES: Final = 3

CAPTIONS: Final = ("strip", "off", "large")


@dataclass(frozen=True, slots=True)
class AccessWishes:
    """How the visitor reads and hears: text 100-200 % in steps of 10, speed 75-200 % in steps of 25."""

    text_percent: int = 100
    high_contrast: bool = False
    captions: str = "strip"
    self_voicing: bool = False
    description: bool = False
    goes_on: bool = True
    speed_percent: int = 100


@dataclass(frozen=True, slots=True)
class SeenSite:
    """What was seen of one site: its ``mark``, the last day, how many visits, the marks of the stops.

    ``day`` counts days since 2020-01-01 UTC, 0 where the device did not know the date.
    """

    mark: bytes
    day: int
    visits: int
    stops: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class VisitPass:
    """A visitor's wishes and what was seen, the newest site first. ``language`` is a BCP 47 tag."""

    language: str
    depth: Depth = Depth.STORY
    interests: tuple[str, ...] = ()
    access: AccessWishes = AccessWishes()
    sites: tuple[SeenSite, ...] = ()

    def find_site(self, site_id: str) -> SeenSite | None:
        """Return what was seen of a site."""
        mark = mark_site(site_id)
        return next((seen for seen in self.sites if seen.mark == mark), None)

    def list_seen(self, stop_ids: Iterable[str]) -> frozenset[str]:
        """Return those of ``stop_ids`` ("site/stop") that were seen."""
        marks = frozenset().union(*(seen.stops for seen in self.sites))
        return frozenset(stop for stop in stop_ids if mark_stop(stop) in marks)


def mark_site(site_id: str) -> bytes:
    """Return the mark of a site, 4 bytes."""
    return hashlib.sha256(f"site {site_id}".encode()).digest()[:SITE_MARK_BYTES]


def mark_stop(stop_id: str) -> bytes:
    """Return the mark of a stop ("site/stop"), 3 bytes."""
    return hashlib.sha256(f"stop {stop_id}".encode()).digest()[:STOP_MARK_BYTES]


def add_visit(old: VisitPass, site_id: str, day: int, stop_ids: Iterable[str]) -> VisitPass:
    """Return ``old`` with one more visit to a site, which comes first now; the oldest sites go where it is full.

    Args:
        old: The pass the visitor brought, or a new one.
        site_id: Where the visit was.
        day: Days since 2020-01-01 UTC, 0 for unknown.
        stop_ids: The stops seen in this visit, "site/stop", the longest stayed with first.
    """
    before = old.find_site(site_id) or SeenSite(mark_site(site_id), 0, 0)
    fresh = [mark_stop(stop) for stop in stop_ids]
    stops = frozenset([*fresh, *sorted(before.stops - set(fresh))][:MOST_STOPS])
    now = SeenSite(before.mark, max(before.day, day), min(MOST_VISITS, before.visits + 1), stops)
    others = [seen for seen in old.sites if seen.mark != now.mark]
    return replace(old, sites=(now, *others)[:MOST_SITES])


def days_since_epoch(wall_ms: int) -> int:
    """Return the day (since 2020-01-01 UTC) of a wall clock's reading in ms since 1970; 0 before, bounded above."""
    return min(MOST_DAYS, max(0, wall_ms // _MS_A_DAY - _EPOCH_DAYS))


def find_nth(held: VisitPass) -> str:
    """Return which visit begins with this pass, as a fact may say it: "2", "3" or "4+"."""
    before = sum(seen.visits for seen in held.sites)
    return {0: "2", 1: "2", 2: "3"}.get(before, "4+")


def find_after(before: SeenSite, today: int) -> str:
    """Return how long after a visit today is, no finer than a fact may say it: "day", "week" ... "unknown"."""
    if not before.day or not today or today < before.day:
        return "unknown"
    passed = today - before.day
    return next((name for most, name in _SPANS if passed <= most), "longer")


_MS_A_DAY: Final = 86_400_000
_EPOCH_DAYS: Final = 18_262
_SPANS: Final = ((0, "day"), (7, "week"), (30, "month"), (365, "year"))
