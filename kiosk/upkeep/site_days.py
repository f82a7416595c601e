"""What upkeep asks of the packs: a site's stops, its day, and whether a code imitates its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from kiosk.model.content import Site, StopCard
from kiosk.model.errors import KioskError
from kiosk.model.imitation import is_imitation
from kiosk.model.marker import Marker
from kiosk.upkeep.today import find_day

WallClock = Callable[[], int | None]
"""UTC in ms since 1970; None where the clock cannot be trusted at all."""


class FoundMarker(Protocol):
    """What the packs know of a label's code."""

    @property
    def kind(self) -> str:
        """One of "stop", "newer" and "foreign"."""
        ...

    @property
    def stop_id(self) -> str:
        """The stop where ``kind`` is "stop"."""
        ...


class LabelLibrary(Protocol):
    """The installed packs (``kiosk.packs.library``), as far as labels are concerned."""

    def sites(self, language: str) -> Sequence[Site]:
        """Return every site."""
        ...

    def get_site(self, site_id: str, language: str) -> Site:
        """Return a site; KioskError where it is not here."""
        ...

    def stop_cards(self, site_id: str, language: str) -> Sequence[StopCard]:
        """Return a site's stops in the curator's order; KioskError where it is not here."""
        ...

    def find_by_marker(self, marker: Marker) -> FoundMarker:
        """Return what the packs know of a marker."""
        ...


class SiteDays:
    """Tells the day at each site; the sites' time zones are read once."""

    def __init__(self, library: LabelLibrary, read_wall_ms: WallClock) -> None:
        self._library = library
        self._read_wall_ms = read_wall_ms
        self._zones: dict[str, str] = {}

    def find_today(self, stop_or_site_id: str) -> str:
        """Return the day as ``2026-11-22``; "" where the clock is not set."""
        site_id = stop_or_site_id.partition("/")[0]
        if site_id not in self._zones:
            self._zones[site_id] = self._read_zone(site_id)
        return find_day(self._read_wall_ms(), self._zones[site_id])

    def _read_zone(self, site_id: str) -> str:
        try:
            return self._library.get_site(site_id, "en").timezone
        except KioskError:  # its pack was removed a moment ago
            return ""


def judge_foreign(library: LabelLibrary, text: str) -> str:
    """Return ``forged`` for a foreign text that imitates one of the sites' own codes, else ``foreign``."""
    hosts = {site.label_host for site in library.sites("en")}
    return "forged" if is_imitation(text, hosts) else "foreign"


def list_stop_ids(library: LabelLibrary, site_id: str) -> tuple[str, ...]:
    """Return a site's stops in the curator's order; none where the site is not here (any more)."""
    try:
        language = library.get_site(site_id, "en").fallback_language
        return tuple(card.id for card in library.stop_cards(site_id, language))
    except KioskError:
        return ()
