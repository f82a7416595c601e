"""What the site's visits tell of a stop: how many went there, and how many went there next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log
from typing import Final

from kiosk.model.content import StopCard
from kiosk.model.site_sums import SiteSums

PSEUDO_MOVES: Final = 5.0
"""So many moves are supposed before the first is counted, spread as the visits are (fitted: docs/adr/0169)."""

# One visit is supposed at each stop.
_PSEUDO_VISITS: Final = 1.0
# Of a walk so many moves long, hardly a twentieth is missing.
_WALKED: Final = 8
_KEPT: Final = 4


class Popularity:
    """Shares of visits and moves, smoothed, so that nothing is impossible; even where nothing was counted.

    Attributes:
        log_shares: By stop id, the natural logarithm of its share of visits.
        less_visited: Ids of the half of the stops that fewer went to; none where nothing was counted.
        much_visited: Ids of the quarter that most went to.
    """

    def __init__(self, cards: Sequence[StopCard], sums: SiteSums, new: frozenset[str] = frozenset()) -> None:
        counted = {card.id: sums.stops[card.id].visits if card.id in sums.stops else 0 for card in cards}
        old = [count for stop, count in counted.items() if stop not in new]
        # Nobody knows yet how liked a new stop is: as much as the mean, until its visits say more.
        usual = sum(old) / len(old) if old else 0.0
        weights = {
            stop: _PSEUDO_VISITS + (max(count, usual) if stop in new else count)
            for stop, count in counted.items()
        }
        total = sum(weights.values())
        self._shares = {stop: weight / total for stop, weight in weights.items()}
        self.log_shares = {stop: log(share) for stop, share in self._shares.items()}
        # A way that many take is taken back by many: both directions tell of it (docs/adr/0169).
        self._moves: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for (one, other), count in sums.moves.items():
            for here, there in ((one, other), (other, one)):
                self._moves[here][there] = self._moves[here].get(there, 0) + count
        self._left = {here: sum(counted.values()) for here, counted in self._moves.items()}
        self._all_left = sum(self._left.values())
        # A tour, what it holds and how long ready-made ones take are asked at one stop: 25 ms each time for 2,000 stops.
        self.find_reach = lru_cache(maxsize=_KEPT)(self._look_for_reach)
        self.less_visited = _find_less_visited(counted, sums.visits)
        self.much_visited = _find_much_visited(counted, sums.visits)

    def share(self, stop: str) -> float:
        """Return the stop's smoothed share of all visits to stops, above 0 and at most 1."""
        return self._shares[stop]

    def onward(self, stop: str) -> float:
        """Return the stop's share of all moves, 0 to 1; 0 where none were counted."""
        return self._left.get(stop, 0) / self._all_left if self._all_left else 0.0

    def log_moves(self, here: str, before: Sequence[str] = (), earlier: float = 0.0) -> dict[str, float]:
        """Return ln M for each stop of the site.

        M is the share of the moves between ``here`` and any stop that were to or from this one, backed off to its visits;
        from nowhere ("") its share of visits. With stops seen ``before``, the last one first, it is the mean of theirs too, each
        of them counting ``earlier`` (0 to 1) times as much as the stop after it: where one could have gone from there.
        """
        counts = [earlier**ago for ago in range(1 + len(before))]
        unseen, told = 0.0, defaultdict[str, float](float)
        for stop, count in zip((here, *before), counts, strict=True):
            counted = count / sum(counts) / (self._left.get(stop, 0) + PSEUDO_MOVES)
            unseen += counted * PSEUDO_MOVES
            for other, moves in self._moves.get(stop, {}).items() if counted else ():
                told[other] += counted * moves
        backed_off = log(unseen)
        known = {stop: share + backed_off for stop, share in self.log_shares.items()}
        for stop, share in told.items():
            if stop in known:
                known[stop] = log(share + unseen * self._shares[stop])
        return known

    def _look_for_reach(
        self, here: str, before: Sequence[str], earlier: float, going_on: float
    ) -> dict[str, float]:
        """Return the share that each stop has of all that visits come to from ``here`` on, at once or by way of others.

        A walk along the moves that goes on with the chance ``going_on`` (0 to under 1) after each stop. ``before`` and
        ``earlier`` as in ``log_moves``. Shares are above 0, and 1 in all; from nowhere ("") those of the visits.
        """
        at = {stop: earlier**ago for ago, stop in enumerate((here, *before))}
        reach, weight = defaultdict[str, float](float), 1.0
        for _ in range(_WALKED):
            at = self._walk_on(at)
            for stop, chance in at.items():
                reach[stop] += weight * chance
            weight *= going_on
        total = sum(reach[stop] for stop in self._shares)
        return {stop: reach[stop] / total for stop in self._shares}

    def _walk_on(self, at: Mapping[str, float]) -> dict[str, float]:
        """Return where a walk is one move later: where the moves lead, and for what they do not tell where visits are."""
        then, untold = defaultdict[str, float](float), 0.0
        for stop, chance in at.items():
            each = chance / (self._left.get(stop, 0) + PSEUDO_MOVES)
            untold += each * PSEUDO_MOVES
            for other, moves in self._moves.get(stop, {}).items():
                then[other] += each * moves
        for stop, share in self._shares.items():
            then[stop] += untold * share
        return then

    def ignorance(self, stop: str) -> float:
        """Return how little is known of where visits go on from a stop: 1 for nothing, towards 0 with each move."""
        return PSEUDO_MOVES / (self._left.get(stop, 0) + PSEUDO_MOVES)

    def is_often_next(self, one: str, other: str) -> bool:
        """Tell whether visits went between ``one`` and ``other`` at least twice as often as the visits to it explain."""
        counted, left = self._moves.get(one, {}).get(other, 0), self._left.get(one, 0)
        return counted > 0 and counted / left >= 2 * self._shares[other]


def _find_less_visited(counted: dict[str, int], visits: int) -> frozenset[str]:
    """Return the half of the stops that fewer went to; none where nothing was counted."""
    if not visits:
        return frozenset()
    by_visits = sorted(counted, key=lambda stop: (counted[stop], stop))
    return frozenset(by_visits[: len(by_visits) // 2])


def _find_much_visited(counted: dict[str, int], visits: int) -> frozenset[str]:
    """Return the quarter of the stops that most went to; none where nothing was counted."""
    if not visits:
        return frozenset()
    by_visits = sorted(counted, key=lambda stop: (-counted[stop], stop))
    return frozenset(by_visits[: len(by_visits) // 4])
