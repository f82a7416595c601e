"""From fixes to offers: which outdoor stops the visitor stands at or near. Pure: no thread, no clock, no receiver."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.model.content import StopCard
from kiosk.model.place_offer import MOST_RADIUS_M, PlaceOffer, PlaceState
from kiosk.place.chance import chance_within
from kiosk.place.estimate import Estimate, Estimator
from kiosk.place.events import SILENCE_MS, Fix
from kiosk.place.ground import Ground, measure_way, turn_between
from kiosk.place.heading import Heading
from kiosk.place.outdoor_stops import OutdoorStop, OutdoorStops
from kiosk.place.presence import LEAVE_CHANCE, Presence

MOST_OFFERS = 3
GOOD_ACCURACY_M = 25.0
"""Up to here a distance and a direction are worth telling; beyond, stops are only named as being somewhere near."""

USELESS_ACCURACY_M = 150.0
"""A position of a mobile mast or an address: it tells the town, not the stop."""

OFFER_WITHIN_M = 500.0
"""Further than a few minutes' walk nothing is offered: the visitor is not at the site."""

_KEEP_PLACE_M = 5.0
"""A stop offered already is passed in the list only by one that is so much nearer."""


class Tracker:
    """Follows one visitor among the outdoor stops of one site.

    Attributes:
        state: How well the place is known.
        offers: At most three stops, those the visitor stands at first and then the nearest.
    """

    def __init__(self, cards: Sequence[StopCard]) -> None:
        self._stops = OutdoorStops(cards)
        self._ground = self._stops.ground or Ground(0.0, 0.0)
        self._estimator = Estimator(self._ground)
        self._heading = Heading()
        self._presences: dict[str, Presence] = {}
        self._known: set[str] = set()  # no way to them is offered any more
        self._quiet: set[str] = set()  # nothing is offered while one still stands there
        self._is_silent = True
        self.state = PlaceState.SEARCHING
        self.offers: tuple[PlaceOffer, ...] = ()

    def __len__(self) -> int:
        """How many stops stand outdoors."""
        return len(self._stops)

    @property
    def accuracy_m(self) -> float | None:
        """The 68 % radius of the place, in metres; None while it is not known."""
        now = self._find_now()
        return now.accuracy_m if now else None

    @property
    def spot(self) -> tuple[float, float] | None:
        """The place: latitude and longitude in WGS 84 degrees; None while it is not known."""
        now = self._find_now()
        return self._ground.to_degrees(now.east_m, now.north_m) if now else None

    def take(self, fix: Fix) -> None:
        """Take the next fix."""
        if fix.accuracy_m > USELESS_ACCURACY_M:
            self._outlive(fix)
            return
        if not self._estimator.take(fix):
            return
        now = self._estimator.now
        assert now is not None  # what was believed is an estimate
        self._is_silent = False
        if self._estimator.has_leapt:
            self._heading.forget()
        self._heading.take(fix, now)
        self.state = PlaceState.GOOD if now.accuracy_m <= GOOD_ACCURACY_M else PlaceState.ROUGH
        self._follow(now)
        self.offers = self._make_offers(now)

    def fall_silent(self) -> None:
        """No fix comes: offer nothing; at which stop the visitor stood is known again with the next fix."""
        if not self._is_silent:
            self.state = PlaceState.LOST
        self._is_silent = True
        self._heading.forget()
        for presence in self._presences.values():
            presence.pause()
        self.offers = ()

    def dismiss(self, stop_id: str) -> None:
        """Offer this stop no more, until the visitor comes to stand at it anew."""
        self._known.add(stop_id)
        if (presence := self._presences.get(stop_id)) is not None and presence.is_here:
            self._quiet.add(stop_id)
        if (now := self._find_now()) is not None:
            self.offers = self._make_offers(now)

    @property
    def is_moving(self) -> bool:
        """Whether the visitor is on the way somewhere, the device in hand."""
        return not self._is_silent and self._heading.has_walked()

    @property
    def settled(self) -> str:
        """Id of the stop that the visitor surely stays at: the only one, for a while, well known; "" for none."""
        here = [offer.stop_id for offer in self.offers if offer.is_here]
        is_known = len(here) == 1 and self.state is PlaceState.GOOD
        return here[0] if is_known and self._presences[here[0]].has_settled else ""

    def _outlive(self, useless: Fix) -> None:
        """Fall silent where the last fix of use is as old as silence is; in a hall, masts may go on telling the town."""
        now = self._find_now()
        if now is not None and useless.at_ms - now.at_ms >= SILENCE_MS:
            self.fall_silent()

    def _find_now(self) -> Estimate | None:
        return None if self._is_silent else self._estimator.now

    def _follow(self, now: Estimate) -> None:
        """Bring up to date at which stops the visitor stands."""
        chances = {
            stop.id: chance_within(stop.radius_m, away_m, now.accuracy_m)
            for away_m, stop in self._stops.near(now.east_m, now.north_m, MOST_RADIUS_M + 4 * now.accuracy_m)
            if away_m < stop.radius_m + 4 * now.accuracy_m
        }
        for stop_id in {*chances, *self._presences}:
            chance = chances.get(stop_id, 0.0)
            presence = self._presences.setdefault(stop_id, Presence())
            has_leapt = self._estimator.has_leapt and chance < LEAVE_CHANCE
            changed = presence.leave() if has_leapt else presence.take(chance, now.at_ms)
            if changed and not presence.is_here:
                self._quiet.discard(stop_id)
            if not presence.is_here and stop_id not in chances:
                del self._presences[stop_id]

    def _make_offers(self, now: Estimate) -> tuple[PlaceOffer, ...]:
        kept_m = {offer.stop_id: (MOST_OFFERS - at) * _KEEP_PLACE_M for at, offer in enumerate(self.offers)}
        ranked = sorted(
            (not self._is_here(stop), away_m - kept_m.get(stop.id, 0.0), stop.id, away_m, stop)
            for away_m, stop in self._stops.near(now.east_m, now.north_m, OFFER_WITHIN_M)
            if stop.id not in (self._quiet if self._is_here(stop) else self._known)
        )
        return tuple(self._make_offer(away_m, stop, now) for *_, away_m, stop in ranked[:MOST_OFFERS])

    def _make_offer(self, away_m: float, stop: OutdoorStop, now: Estimate) -> PlaceOffer:
        _, bearing = measure_way((now.east_m, now.north_m), (stop.east_m, stop.north_m))
        heading = self._heading.find_deg(now.at_ms)
        turn = None if heading is None else turn_between(heading, bearing)
        return PlaceOffer(stop.id, away_m, bearing, turn, self._is_here(stop))

    def _is_here(self, stop: OutdoorStop) -> bool:
        presence = self._presences.get(stop.id)
        return presence is not None and presence.is_here
