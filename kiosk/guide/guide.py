"""What comes next, asked by the pages: the ground of the site a visitor is at, and the answers over it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final, Protocol, runtime_checkable
from zlib import crc32

from kiosk.guide.closures import Closed
from kiosk.guide.expect import SPANS_MIN, expect
from kiosk.guide.moment import Moment
from kiosk.guide.nearby import NearbyPlace, as_nearby, find_nearby
from kiosk.guide.plan import Expectation, Plan
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.suggest import suggest
from kiosk.guide.suggestion import Suggestion
from kiosk.guide.tour import make_plan, reckon
from kiosk.model.content import Floor, NearbySite, Site, StopCard, Way
from kiosk.model.site_sums import SiteSums


@runtime_checkable
class Content(Protocol):
    """What the guide reads (``kiosk.packs.library``); each call takes under 2 ms."""

    def sites(self, language: str) -> Sequence[Site]:
        """Return every site."""
        ...

    def get_site(self, site_id: str, language: str) -> Site:
        """Return a site; raises KioskError where there is none."""
        ...

    def stop_cards(self, site_id: str, language: str) -> Sequence[StopCard]:
        """Return a site's stops in the curator's order."""
        ...

    def floors(self, site_id: str, language: str) -> Sequence[Floor]:
        """Return a site's floors."""
        ...

    def ways(self, site_id: str) -> Sequence[Way]:
        """Return a site's ways."""
        ...

    def sums(self, site_id: str) -> SiteSums:
        """Return what was counted of a site's visits."""
        ...

    def tags(self, site_id: str, language: str) -> Mapping[str, str]:
        """Return the names of a site's tags by id."""
        ...

    def glances(self, site_id: str, language: str) -> Mapping[str, str]:
        """Return what is told of a site's stops in short, by id."""
        ...

    def nearby(self, site_id: str, language: str) -> Sequence[NearbySite]:
        """Return the places worth going on to from a site."""
        ...


# A visit is at one site, in one or two languages: those of earlier visits are let go.
MOST_KEPT: Final = 2


def nothing_closed(site_id: str) -> Closed:
    """Return that everything of a site is open."""
    del site_id
    return Closed()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A ground with what it was made of: it serves as long as the packs tell the same, and the same is closed."""

    made_of: tuple[object, ...]
    ground: SiteGround


class Guide:
    """Answers the pages' questions. Of visitors it keeps nothing: each question brings the moment it is about.

    ``prepare``, ``suggest``, ``nearby`` and ``closed_stops`` read the packs and belong to the interface's thread; ``plan``
    and ``expect`` may be asked from any: they see the site as it was prepared last, whatever is installed meanwhile.
    """

    def __init__(self, content: Content, find_closed: Callable[[str], Closed] = nothing_closed) -> None:
        self._content = content
        self._find_closed = find_closed
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._lock = Lock()

    def prepare(self, moment: Moment) -> None:
        """Read the site of a moment in its language, unless that was done; some milliseconds.

        Raises:
            KioskError: ``packs.no-such-site``.
        """
        self._read(moment)

    def warm(self, moment: Moment) -> None:
        """Work out beforehand what suggestions need: some tenths of a second for 2,000 stops, on any thread."""
        ground = self._find(moment)
        if ground is not None:
            suggest(ground, moment)
            # Only a taste asks for it, and nobody has one yet.
            _ = ground.likeness

    def suggest(self, moment: Moment, count: int = 3) -> Sequence[Suggestion]:
        """Return up to ``count`` stops to see next, the best first. Under 20 ms."""
        # The way so far is chance enough: the same visitor at the same place is told the same.
        seed = crc32("\n".join(moment.seen).encode())
        return suggest(self._read(moment), moment, count, seed)

    def plan(self, moment: Moment) -> Plan:
        """Return a tour that fits into what is left of the visitor's time. 0.1 s for 50 stops, a second or two for 2,000 with ways."""
        ground = self._find(moment)
        return make_plan(ground, moment) if ground is not None else Plan((), (0.0, 0.0, 0.0), None)

    def reckon(self, moment: Moment, stop_ids: Sequence[str]) -> Plan:
        """Return how long stops take from here on in this order: a ready-made tour, say. A few milliseconds."""
        ground = self._find(moment)
        return reckon(ground, moment, stop_ids) if ground is not None else Plan((), (0.0, 0.0, 0.0), None)

    def expect(self, moment: Moment, spans_min: Sequence[int] = SPANS_MIN) -> Sequence[Expectation]:
        """Return what each span of minutes holds here. As long as a plan for each."""
        ground = self._find(moment)
        return expect(ground, moment, spans_min) if ground is not None else ()

    def nearby(self, moment: Moment) -> Sequence[NearbyPlace]:
        """Return sites within 5 km, the nearest first: those the author names, and others that this device knows."""
        site = self._content.get_site(moment.site_id, moment.language)
        named = self._content.nearby(site.id, moment.language)
        known = [other for other in self._content.sites(moment.language) if other.id != site.id]
        places = [
            *named,
            *(place for other in known if (place := as_nearby(other)) is not None),
        ]
        return find_nearby(places, site.lat, site.lon, moment.now, timezone=site.timezone)

    def closed_stops(self, moment: Moment) -> Collection[str]:
        """Return the ids of the stops that cannot be seen today, as far as that is known."""
        return self._read(moment).find_shut(moment.now)

    def _find(self, moment: Moment) -> SiteGround | None:
        """Return the ground prepared last for a moment; None before that."""
        with self._lock:
            kept = self._kept.get((moment.site_id, moment.language))
        return kept.ground if kept else None

    def _read(self, moment: Moment) -> SiteGround:
        content, site_id, language = self._content, moment.site_id, moment.language
        cards, closed = content.stop_cards(site_id, language), self._find_closed(site_id)
        # Quickly compared: as long as the same release is open, the packs hand out the same objects.
        made_of = (tuple(cards), content.ways(site_id), content.sums(site_id), closed)
        with self._lock:
            kept = self._kept.get((site_id, language))
        if kept is not None and kept.made_of == made_of:
            return kept.ground
        ground = SiteGround(
            content.get_site(site_id, language),
            cards,
            floors=content.floors(site_id, language),
            ways=content.ways(site_id),
            sums=content.sums(site_id),
            tags=content.tags(site_id, language),
            texts=content.glances(site_id, language),
            closed_stops=closed.stops,
            closed_ways=closed.ways,
        )
        self._keep((site_id, language), _Kept(made_of, ground))
        return ground

    def _keep(self, key: tuple[str, str], kept: _Kept) -> None:
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = kept
            while len(self._kept) > MOST_KEPT:
                self._kept.pop(next(iter(self._kept)))
