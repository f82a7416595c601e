"""What the guide of one's own reads of a site: ways between stops, sums over visits, what may be given back."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Protocol

from kiosk.model.content import Way, WayKind
from kiosk.model.site_sums import NO_SUMS, SiteSums, StopSums

_WAYS = (
    "SELECT id, from_stop, to_stop, metres, kind, closed, name FROM way WHERE site_id = ? ORDER BY position"
)
_SUMS = "SELECT visits, until, one_star, two_stars, three_stars, four_stars, five_stars FROM site_sums WHERE site_id = ?"
_STOP_SUMS = (
    "SELECT t.stop_id, t.visits, t.lower_s, t.median_s, t.upper_s FROM stop_sums t"
    " JOIN stop s ON s.id = t.stop_id WHERE s.site_id = ?"
)
_MOVES = "SELECT m.from_stop, m.to_stop, m.visits FROM move m JOIN stop s ON s.id = m.from_stop WHERE s.site_id = ?"
_KINDS = frozenset(WayKind)


class CoreRows(Protocol):
    """The core of one site."""

    @property
    def site_id(self) -> str:
        """The site's id."""
        ...

    def core_rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows of the core."""
        ...


class GuideReader:
    """Ways and sums of one site, read once: neither is in any language."""

    def __init__(self, site: CoreRows) -> None:
        self._site = site
        self._ways: tuple[Way, ...] | None = None
        self._sums: SiteSums | None = None

    def read_ways(self) -> tuple[Way, ...]:
        """Return the ways in the author's order."""
        if self._ways is None:
            self._ways = tuple(
                Way(id_, from_stop, to_stop, metres, WayKind(kind), bool(closed), name)
                for id_, from_stop, to_stop, metres, kind, closed, name in self._ask(_WAYS)
                if kind in _KINDS
            )
        return self._ways

    def read_sums(self) -> SiteSums:
        """Return how the site is visited; ``NO_SUMS`` where nothing is known of it."""
        if self._sums is None:
            self._sums = self._read_sums()
        return self._sums

    def read_allowed(self) -> frozenset[str]:
        """Return what visitors may give back."""
        rows = self._ask("SELECT allowed FROM talk_back WHERE site_id = ?")
        return frozenset(allowed for (allowed,) in rows)

    def _read_sums(self) -> SiteSums:
        rows = self._ask(_SUMS)
        if not rows:
            return NO_SUMS
        visits, until, one, two, three, four, five = rows[0]
        stops = {
            stop_id: StopSums(count, None if median_s is None else (lower_s, median_s, upper_s))
            for stop_id, count, lower_s, median_s, upper_s in self._ask(_STOP_SUMS)
        }
        moves = {(from_stop, to_stop): count for from_stop, to_stop, count in self._ask(_MOVES)}
        return SiteSums(
            visits, MappingProxyType(stops), MappingProxyType(moves), until, (one, two, three, four, five)
        )

    def _ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self._site.core_rows(sql, self._site.site_id)
