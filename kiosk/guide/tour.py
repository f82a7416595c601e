"""A tour for one visitor: what they would like best of what fits into their time.

An orienteering problem: stops with stays are worth what the visitor's interest in them is, minutes are the budget. Why
it is reckoned so, and what is not: docs/explanation/a-tour-that-fits.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from kiosk.guide.interest import interest
from kiosk.guide.moment import Moment
from kiosk.guide.orienteering import Problem, solve
from kiosk.guide.pace import NINETY, Stay, Total, find_speed, reckon_stay
from kiosk.guide.plan import LeftOut, Plan, PlannedStop
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.wishes import MOST_MINUTES


def make_plan(ground: SiteGround, moment: Moment) -> Plan:
    """Return the tour that fits into what is left of the visitor's time; an empty one where nothing fits."""
    return _Planning(ground, moment).plan()


@dataclass(frozen=True, slots=True)
class _Candidate:
    stop_id: str
    gain: float
    stay: Stay


class _Planning:
    def __init__(self, ground: SiteGround, moment: Moment) -> None:
        self.ground, self.moment = ground, moment
        self.walking = ground.walking(moment.wishes.step_free)
        self.speed = find_speed(moment.wishes)
        self.budget = (moment.wishes.minutes or MOST_MINUTES) - moment.gone_min
        self.start = moment.here or min(((card.order, card.id) for card in ground.cards), default=(0, ""))[1]

    def plan(self) -> Plan:
        left_out: dict[str, LeftOut] = {}
        candidates = []
        for card in self.ground.cards:
            if card.id in self.moment.seen or card.id == self.moment.here:
                continue
            reason = self._find_obstacle(card.id)
            if reason is not None:
                left_out[card.id] = reason
                continue
            stay = reckon_stay(card, self.ground.sums, self.moment.wishes, self.moment.wishes.depth)
            candidates.append(_Candidate(card.id, interest(self.ground, self.moment, card.id), stay))
        chosen = self._choose(candidates)
        kept = {one.stop_id for one in chosen}
        left_out.update((one.stop_id, LeftOut.TIME) for one in candidates if one.stop_id not in kept)
        return self._tell(chosen, left_out)

    def _find_obstacle(self, stop_id: str) -> LeftOut | None:
        card = self.ground.find_card(stop_id)
        if card is None or not self.ground.is_on_show(card, self.moment.now):
            return LeftOut.CLOSED
        if self.walking.metres(self.start, stop_id) < inf:
            return None
        with_stairs = self.ground.walking(step_free=False).metres(self.start, stop_id)
        return LeftOut.STAIRS if with_stairs < inf else LeftOut.UNREACHABLE

    def _choose(self, candidates: Sequence[_Candidate]) -> list[_Candidate]:
        chosen: list[_Candidate] = []
        budget = self.budget
        while budget > 0:
            chosen = [candidates[number] for number in solve(self._make_problem(candidates, budget))]
            over = self._total(chosen).at(NINETY) - self.budget
            if over <= 0:
                return chosen
            budget -= max(over, 0.1)
        return []

    def _make_problem(self, candidates: Sequence[_Candidate], budget: float) -> Problem:
        count = len(candidates)
        stays = [one.stay.mean_min for one in candidates]
        costs = [
            [
                self._walk_min(one.stop_id, other.stop_id) + (stays[a] + stays[b]) / 2
                for b, other in enumerate(candidates)
            ]
            for a, one in enumerate(candidates)
        ]
        from_start = [self._walk_min(self.start, one.stop_id) + one.stay.mean_min / 2 for one in candidates]
        for row, first, stay in zip(costs, from_start, stays, strict=True):
            row += [first, stay / 2]
        costs += [[*from_start, 0.0, 0.0], [*(stay / 2 for stay in stays), 0.0, 0.0]]
        return Problem(costs, [*(one.gain for one in candidates), 0.0, 0.0], budget, count, count + 1)

    def _walk_min(self, one: str, other: str) -> float:
        return self.walking.metres(one, other) / self.speed

    def _total(self, chosen: Sequence[_Candidate]) -> Total:
        total, at = Total(), self.start
        for one in chosen:
            total, at = total.add(one.stay, self._walk_min(at, one.stop_id)), one.stop_id
        return total

    def _tell(self, chosen: Sequence[_Candidate], left_out: dict[str, LeftOut]) -> Plan:
        stops: list[PlannedStop] = []
        total, at, metres = Total(), self.start, 0.0
        for one in chosen:
            walk_min = self._walk_min(at, one.stop_id)
            metres += self.walking.metres(at, one.stop_id)
            legs = self.walking.legs(at, one.stop_id)
            arrive_min = total.mean_min + walk_min
            stops.append(
                PlannedStop(one.stop_id, one.stay.depth, walk_min, one.stay.mean_min, arrive_min, legs)
            )
            total, at = total.add(one.stay, walk_min), one.stop_id
        minutes = (total.at(-NINETY), total.mean_min, total.at(NINETY))
        return Plan(
            tuple(stops), minutes, metres if self.walking.is_measured else None, tuple(left_out.items())
        )
