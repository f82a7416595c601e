"""A guide that plans by the curator's order: three minutes to walk, what the card tells to stay. Honest, and nothing more.

It passes the contract suite of the real one (``tests/contract/test_guide.py``). A test says what is closed, where there are
stairs, what visits have measured, and when an answer fails.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kiosk.guide.moment import Moment
from kiosk.guide.nearby import NearbyPlace, find_nearby
from kiosk.guide.plan import Expectation, LeftOut, Leg, Plan, PlannedStop
from kiosk.guide.suggestion import Reason, Suggestion
from kiosk.guide.wishes import Pace
from kiosk.model.content import StopCard
from kiosk.screens.rooms import Library

WALK_MIN = 3.0
STAY_MIN = 4.0
METRES_A_MIN = 60.0
SPREAD = (0.8, 1.0, 1.2)
PACES = {Pace.CALM: 1.3, Pace.USUAL: 1.0, Pace.BRISK: 0.8}


@dataclass
class FakeGuide:
    """``stairs`` are ids of stops that stairs lead to; ``failing`` is raised by the next plan or expectation."""

    library: Library
    closed: set[str] = field(default_factory=set)
    stairs: set[str] = field(default_factory=set)
    measured: bool = False
    distances_known: bool = True
    failing: Exception | None = None
    asked: list[Moment] = field(default_factory=list)
    _prepared: dict[tuple[str, str], Sequence[StopCard]] = field(default_factory=dict)

    def prepare(self, moment: Moment) -> None:
        key = (moment.site_id, moment.language)
        self._prepared[key] = self.library.stop_cards(*key)

    def warm(self, moment: Moment) -> None:
        del moment

    def suggest(self, moment: Moment, count: int = 3) -> Sequence[Suggestion]:
        self.prepare(moment)
        shut = {*self.closed, *moment.seen, *moment.left_off, moment.here}
        there = [card for card in self._cards(moment) if card.id not in shut]
        # What was seen in earlier visits comes back only where nothing else is left.
        cards = [card for card in there if card.id not in moment.seen_before] or there
        stayed = moment.seen[0] if moment.seen else ""
        reasons = (Reason.BECAUSE_STAYED if stayed else Reason.NEAREST, Reason.LESS_VISITED)
        why = dict(enumerate(reasons))
        return [
            Suggestion(
                card,
                why.get(place, Reason.NEXT_IN_ORDER),
                stayed if place == 0 else "",
                180.0,
                card.floor_id,
            )
            for place, card in enumerate(cards[:count])
        ]

    def plan(self, moment: Moment) -> Plan:
        self.asked.append(moment)
        if self.failing is not None:
            raise self.failing
        minutes = moment.wishes.minutes
        budget_min = float("inf") if minutes is None else minutes - moment.gone_min
        return self._fill(moment, self._rank(moment), budget_min)

    def reckon(self, moment: Moment, stop_ids: Sequence[str]) -> Plan:
        if self.failing is not None:
            raise self.failing
        there = {card.id: card for card in self._rank(replace(moment, left_off=frozenset()))}
        return self._fill(moment, [there[stop] for stop in stop_ids if stop in there], float("inf"))

    def _fill(self, moment: Moment, cards: Iterable[StopCard], budget_min: float) -> Plan:
        stops: list[PlannedStop] = []
        left_out: list[tuple[str, LeftOut]] = []
        gone_min = 0.0
        for card in cards:
            why = self._refuse(card, moment)
            planned = self._stay(card, moment, gone_min)
            until_min = planned.arrive_min + planned.stay_min
            if why is None and until_min * SPREAD[2] > budget_min:
                why = LeftOut.TIME
            if why is None:
                stops.append(planned)
                gone_min = until_min
            else:
                left_out.append((card.id, why))
        few, usual, many = (gone_min * share for share in SPREAD)
        metres = WALK_MIN * METRES_A_MIN * len(stops)
        return Plan(
            tuple(stops), (few, usual, many), metres if self.distances_known else None, tuple(left_out)
        )

    def expect(self, moment: Moment, spans_min: Sequence[int] = (20, 40, 60, 90)) -> Sequence[Expectation]:
        return [self._expect(replace(moment, gone_min=0.0), span) for span in spans_min]

    def nearby(self, moment: Moment) -> Sequence[NearbyPlace]:
        site = self.library.get_site(moment.site_id, moment.language)
        sites = self.library.nearby(site.id, moment.language)
        return find_nearby(sites, site.lat, site.lon, moment.now, timezone=site.timezone)

    def closed_stops(self, moment: Moment) -> Collection[str]:
        self.prepare(moment)
        return self._find_closed(moment)

    def _find_closed(self, moment: Moment) -> set[str]:
        return {card.id for card in self._cards(moment) if card.closed or card.id in self.closed}

    def _cards(self, moment: Moment) -> Sequence[StopCard]:
        return self._prepared.get((moment.site_id, moment.language), ())

    def _rank(self, moment: Moment) -> Iterator[StopCard]:
        """Yield what the visitor has not seen: put in by them, planned before, and then by order."""
        done = {*moment.seen, *moment.seen_before, *moment.left_off}
        cards = {card.id: card for card in self._cards(moment) if card.id not in done}
        for stop in dict.fromkeys((*moment.put_in, *moment.planned, *cards)):
            if stop in cards:
                yield cards[stop]

    def _refuse(self, card: StopCard, moment: Moment) -> LeftOut | None:
        if card.id in self._find_closed(moment):
            return LeftOut.CLOSED
        return LeftOut.STAIRS if moment.wishes.step_free and card.id in self.stairs else None

    def _stay(self, card: StopCard, moment: Moment, gone_min: float) -> PlannedStop:
        pace = PACES[moment.wishes.pace]
        told_s = dict(card.tell_s).get(moment.wishes.depth, 0)
        legs = (Leg("stairs", "", "stairs", card.id, 12.0),) if card.id in self.stairs else ()
        return PlannedStop(
            card.id,
            moment.wishes.depth,
            WALK_MIN * pace,
            max(STAY_MIN, told_s / 60) * pace,
            gone_min + WALK_MIN * pace,
            legs,
        )

    def _expect(self, moment: Moment, span: int) -> Expectation:
        plan = self.plan(replace(moment, wishes=replace(moment.wishes, minutes=span)))
        many = len(plan.stops)
        return Expectation(span, plan, (max(0, many - 2), many), self.measured)
