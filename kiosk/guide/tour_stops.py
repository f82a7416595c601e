"""Which stops a tour may lead to, what each is worth and takes, and why others are not among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import inf
from typing import Final

from kiosk.guide.interest import interest
from kiosk.guide.moment import Moment
from kiosk.guide.opening import find_open_state
from kiosk.guide.pace import Stay, find_speed, reckon_stay
from kiosk.guide.plan import LeftOut
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.walking import Walking
from kiosk.guide.wishes import MOST_MINUTES
from kiosk.model.content import Depth, StopCard

WISHED: Final = 100.0
"""How many times more a stop is worth that the visitor put in themselves: it goes before all others."""

LEAST_INTEREST: Final = 1e-3

_LESS: Final = {Depth.DEEP: Depth.GLANCE, Depth.STORY: Depth.GLANCE}
"""What a stop can be told as where its own depth does not fit; children's and described stops have nothing shorter."""


@dataclass(frozen=True, slots=True)
class TourStop:
    """A stop that may be planned.

    ``short`` is the stay where it is told in short, None where it cannot be. It can be seen from ``opens_min`` to
    ``closes_min`` from now.
    """

    stop_id: str
    gain: float
    stay: Stay
    short: Stay | None
    opens_min: float = 0.0
    closes_min: float = inf


class TourGround:
    """A site as one visitor sees it at one moment."""

    def __init__(self, ground: SiteGround, moment: Moment) -> None:
        self.ground, self.moment = ground, moment
        self._walking = ground.walking(moment.wishes.step_free)
        self._speed = find_speed(moment.wishes)
        self.budget_min = self._find_budget()
        self.start = self._find_start()
        self.planned_rank = {stop_id: rank for rank, stop_id in enumerate(moment.planned)}
        self._reach = self._find_reach()

    def walk_min(self, one: str, other: str) -> float:
        """Return the minutes on foot from stop to stop; infinite where there is no way."""
        return self._walking.metres(one, other) / self._speed

    @property
    def walking(self) -> Walking:
        """The ways this visitor can go."""
        return self._walking

    def sort_out(self) -> tuple[list[TourStop], dict[str, LeftOut]]:
        """Return the stops that may be planned, and why others may not be; those seen or taken out are in neither."""
        done = {*self.moment.seen, self.moment.here, *self.moment.left_off}
        cards = [card for card in self.ground.cards if card.id not in done]
        # Only where nothing is told in the visitor's language are they led to what is told in another.
        speaks = any(card.in_language for card in cards)
        stops: list[TourStop] = []
        left_out: dict[str, LeftOut] = {}
        for card in cards:
            obstacle = self._find_obstacle(card, speaks)
            if obstacle is None:
                stops.append(self.make_stop(card))
            else:
                left_out[card.id] = obstacle
        return stops, left_out

    def make_stop(self, card: StopCard) -> TourStop:
        """Return a stop with how long this visitor stays, and what it is worth: each minute as much as it draws them."""
        wishes, sums = self.moment.wishes, self.ground.sums
        stay = reckon_stay(card, sums, wishes, wishes.depth)
        less = _LESS.get(stay.depth)
        short = reckon_stay(card, sums, wishes, less) if less in dict(card.tell_s) and less else None
        gain = max(LEAST_INTEREST, self._find_draw(card) * stay.mean_min)
        if card.id in self.moment.put_in:
            gain *= WISHED
        return TourStop(card.id, gain, stay, short, *self._find_window(card))

    def _find_draw(self, card: StopCard) -> float:
        """Return the interest in a stop, raised where more of those who were where the visitor stands come there than others.

        Nobody could come to a new stop yet: that says nothing against it.
        """
        drawn = interest(self.ground, self.moment, card.id)
        if card.id in self.ground.new_stops:
            return drawn
        return drawn * self._reach[card.id] / self.ground.popularity.share(card.id)

    def _find_reach(self) -> dict[str, float]:
        """Return how many visits come to each stop from where the visitor stands."""
        moment, weights = self.moment, self.ground.weights
        here = self.start if moment.seen or moment.here else ""
        before = moment.find_before(here)
        return self.ground.popularity.find_reach(here, before, weights.earlier, weights.going_on)

    def _find_obstacle(self, card: StopCard, speaks: bool) -> LeftOut | None:
        if card.id in self.ground.closed_stops:
            return LeftOut.CLOSED
        opens, closes = self._find_window(card)
        if opens >= closes or 0 < opens >= self.budget_min:
            return LeftOut.CLOSED
        if speaks and not card.in_language and card.id not in self.moment.put_in:
            return LeftOut.LANGUAGE
        if self._walking.metres(self.start, card.id) < inf:
            return None
        with_stairs = self.ground.walking(step_free=False).metres(self.start, card.id)
        return LeftOut.STAIRS if with_stairs < inf else LeftOut.UNREACHABLE

    def _find_window(self, card: StopCard) -> tuple[float, float]:
        """Return from when to when a stop can be seen, in minutes from now; always, where nothing is known of it."""
        now, site = self.moment.now, self.ground.site
        if now is None or not card.opening_hours:
            return 0.0, inf
        state = find_open_state(card.opening_hours, site.timezone, now, site.lat, site.lon)
        if state.is_open is None:
            return 0.0, inf
        if state.is_open:
            return 0.0, _minutes_between(now, state.until)
        opens = _minutes_between(now, state.opens)
        return opens, inf

    def _find_budget(self) -> float:
        """Return the minutes the visitor has: what is left of theirs, and until the site is closed.

        Hours that say it is closed now are not those of today: the visitor is there, on a long night of the museums, say.
        """
        wishes, now, site = self.moment.wishes, self.moment.now, self.ground.site
        left = float(MOST_MINUTES) if wishes.minutes is None else wishes.minutes - self.moment.gone_min
        state = find_open_state(site.opening_hours, site.timezone, now, site.lat, site.lon)
        return min(left, _minutes_between(now, state.until) if now is not None else inf)

    def _find_start(self) -> str:
        """Return where the visitor stands: at the stop opened last that is still there, else where the order begins."""
        opened: Sequence[str] = (*self.moment.seen, self.moment.here)
        for stop_id in reversed(opened):
            if self.ground.find_card(stop_id) is not None:
                return stop_id
        return min(((card.order, card.id) for card in self.ground.cards), default=(0, ""))[1]


def _minutes_between(now: datetime, then: datetime | None) -> float:
    return inf if then is None else (then - now).total_seconds() / 60
