"""What the guide knows of one site, in one language and for one release: worked out once, asked at every moment."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from threading import Lock
from typing import Final

from kiosk.guide.closeness import Closeness
from kiosk.guide.likeness import Likeness
from kiosk.guide.opening import find_open_state
from kiosk.guide.popularity import Popularity
from kiosk.guide.turns import Turns
from kiosk.guide.walking import Walking
from kiosk.guide.weights import FITTED, Weights
from kiosk.model.content import Floor, Site, StopCard, Way
from kiosk.model.site_sums import NO_SUMS, SiteSums

# A stop added so many days before the last day that is counted has not had its share of visits yet.
NEW_FOR_DAYS: Final = 60


class SiteGround:
    """A site as the guide sees it; nothing of any visitor is in it. Threads may share one.

    Args:
        site: The site.
        cards: Every stop, in the curator's order and the visitor's language.
        floors: The site's floors.
        ways: Its ways, closed ones too.
        sums: What was counted of its visits.
        tags: The names of its tags by id.
        texts: What is told of its stops by id, to compare them by; may be empty.
        closed_stops: Ids of stops that staff closed today; those closed in the pack need not be in it.
        closed_ways: The same of ways.
        weights: What counts how much; others than the fitted ones are for trying them out.
    """

    def __init__(
        self,
        site: Site,
        cards: Sequence[StopCard],
        *,
        floors: Sequence[Floor] = (),
        ways: Sequence[Way] = (),
        sums: SiteSums = NO_SUMS,
        tags: Mapping[str, str] | None = None,
        texts: Mapping[str, str] | None = None,
        closed_stops: Collection[str] = frozenset(),
        closed_ways: Collection[str] = frozenset(),
        weights: Weights = FITTED,
    ) -> None:
        self.site = site
        self.cards = tuple(cards)
        self.floors = tuple(floors)
        self.ways = tuple(ways)
        self.sums = sums
        self.weights = weights
        self.tags = dict(tags or {})
        self.texts = dict(texts or {})
        self.closed_ways = frozenset(closed_ways)
        self.closed_stops = frozenset(closed_stops) | {card.id for card in cards if card.closed}
        self._by_id = {card.id: card for card in cards}
        self._walks: dict[bool, tuple[Walking, Closeness]] = {}
        self._shut: tuple[datetime, frozenset[str]] | None = None
        self._lock = Lock()

    def find_card(self, stop_id: str) -> StopCard | None:
        """Return a stop's card; None for one that is not in this release."""
        return self._by_id.get(stop_id)

    def find_shut(self, now: datetime | None) -> frozenset[str]:
        """Return the ids of the stops that cannot be seen, as far as is known; worked out once a minute.

        Pages ask at each step of a visit. Stops' own hours count only where the time is believed.
        """
        if now is None:
            return self.closed_stops
        minute = now.replace(second=0, microsecond=0)
        known = self._shut
        if known is None or known[0] != minute:
            hours = {card.opening_hours for card in self.cards if card.opening_hours}
            shut = {text for text in hours if self._is_shut(text, minute)}
            ids = frozenset(card.id for card in self.cards if card.opening_hours in shut)
            known = self._shut = (minute, ids | self.closed_stops)
        return known[1]

    def _is_shut(self, hours: str, now: datetime) -> bool:
        state = find_open_state(hours, self.site.timezone, now, self.site.lat, self.site.lon)
        return state.is_open is False

    def walking(self, step_free: bool = False) -> Walking:
        """Return the distances on foot, for those who take stairs or for those who do not."""
        return self._walk(step_free)[0]

    def closeness(self, step_free: bool = False) -> Closeness:
        """Return how near stops are to each other, known or guessed."""
        return self._walk(step_free)[1]

    @cached_property
    def likeness(self) -> Likeness:
        """How much stops have in common."""
        return Likeness(self.cards, self.texts)

    @cached_property
    def popularity(self) -> Popularity:
        """Where visitors go, as far as it was counted."""
        return Popularity(self.cards, self.sums, self.new_stops)

    @cached_property
    def turns(self) -> Turns:
        """How the less-visited stops get their turn."""
        return Turns([card.id for card in self.cards], self.popularity, self.closeness(), self.weights)

    @cached_property
    def new_stops(self) -> frozenset[str]:
        """Ids of the stops that most of the counted visits could not see yet."""
        return frozenset(card.id for card in self.cards if card.added_on and self._is_new(card.added_on))

    @cached_property
    def has_order(self) -> bool:
        """Whether the curator put the stops in an order."""
        return len({card.order for card in self.cards}) > 1

    def _is_new(self, added_on: str) -> bool:
        if not self.sums.until:
            return True
        return (date.fromisoformat(self.sums.until) - date.fromisoformat(added_on)).days < NEW_FOR_DAYS

    def _walk(self, step_free: bool) -> tuple[Walking, Closeness]:
        with self._lock:
            if step_free not in self._walks:
                walking = Walking(self.cards, self.floors, self.ways, self.closed_ways, step_free)
                self._walks[step_free] = (walking, Closeness(self.cards, walking))
            return self._walks[step_free]
