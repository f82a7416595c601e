"""How far it is on foot between the stops of a site, by the ways that are open today.

Where the pack says which ways there are, the shortest path over them counts: a closed bridge leaves the site in
pieces. A floor on which no two stops are joined by a way is open ground, and so is the whole of a site without ways:
there the straight line counts, made longer by what people walk around. Where neither ways, coordinates nor a measured
plan are known, the curator's order stands in for nearness and nothing is claimed in metres.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Collection, Sequence
from heapq import heappop, heappush
from math import inf
from typing import Final

from kiosk.guide.open_ground import OpenGround
from kiosk.guide.plan import Leg
from kiosk.model.content import Floor, StopCard, Way, WayKind

GATES: Final = 8
"""To so many of the nearest stops with ways a stop is joined over open ground; more cost time and shorten no path."""

KEPT_SOURCES: Final = 256
LEAST_M: Final = 0.1  # a way of no length would let a path go to and fro on it

_Edge = tuple[int, float, int]  # to which stop, metres, number of the way (-1: over open ground)


class Walking:
    """The distances of one site, for those who take stairs or for those who do not. May be asked from several threads.

    Args:
        cards: Every stop of the site.
        floors: Its floors; their measured plans tell distances where stops have no coordinates.
        ways: The ways between stops, closed ones too; those that name an unknown stop are left out.
        closed_ways: Ids of further ways that are closed today.
        step_free: Whether stairs are to be left out.
    """

    def __init__(
        self,
        cards: Sequence[StopCard],
        floors: Sequence[Floor] = (),
        ways: Sequence[Way] = (),
        closed_ways: Collection[str] = frozenset(),
        step_free: bool = False,
    ) -> None:
        self._ids = [card.id for card in cards]
        self._index = {card.id: number for number, card in enumerate(cards)}
        self._ways = tuple(way for way in ways if way.from_stop in self._index and way.to_stop in self._index)
        self._ends = [(self._index[way.from_stop], self._index[way.to_stop]) for way in self._ways]
        floor_of = [card.floor_id for card in cards]
        within = [floor_of[one] == floor_of[other] for one, other in self._ends]
        self._ground = OpenGround(cards, floors, floors_apart=not all(within))
        # Stops whose floor has ways of its own that lead to them, closed ones too: only these ways lead from one to another.
        self._networked = frozenset(
            end for ends, same in zip(self._ends, within, strict=True) if same for end in ends
        )
        closed = frozenset(closed_ways)
        self._edges = self._join(
            [
                not (way.closed or way.id in closed or (step_free and way.kind is WayKind.STAIRS))
                for way in self._ways
            ]
        )
        self._paths: OrderedDict[int, array[float]] = OrderedDict()

    @property
    def is_measured(self) -> bool:
        """Whether distances are known here; else the curator's order stands in for them."""
        return bool(self._ways) or self._ground.is_measured

    def knows(self, one: str, other: str) -> bool:
        """Tell whether the way between two stops is known, be it that there is none; else its metres are a guess."""
        a, b = self._index.get(one), self._index.get(other)
        if a is None or b is None:
            return False
        return a == b or self._ways_alone(a, b) or self._ground.find_metres(a, b) is not None

    def metres(self, one: str, other: str) -> float:
        """Return how many metres are walked from one stop to another; infinite where no open way leads there.

        From a stop that is no longer in the pack nothing is known: all are about as far.
        """
        a, b = self._index.get(one), self._index.get(other)
        if a is None or b is None:
            return self._ground.guess_metres(a, b)
        if a == b:
            return 0.0
        direct = self._direct(a, b)
        return min(direct, self._find_paths(a)[b]) if self._ways else direct

    def metres_from(self, one: str) -> dict[str, float]:
        """Return the metres from a stop to each of the site's stops, as :meth:`metres` does, and sooner."""
        a = self._index.get(one)
        if a is None:
            return dict.fromkeys(self._ids, self._ground.guess_metres(None, None))
        metres = [self._direct(a, b) for b in range(len(self._ids))]
        if self._ways:
            metres = list(map(min, metres, self._find_paths(a)))
        metres[a] = 0.0
        return dict(zip(self._ids, metres, strict=True))

    def legs(self, one: str, other: str) -> tuple[Leg, ...]:
        """Return the pieces of the way; none where there is no way, or nothing is known of it."""
        if one == other or not self.knows(one, other) or self.metres(one, other) == inf:
            return ()
        a, b = self._index[one], self._index[other]
        if not self._ways or self._direct(a, b) <= self._find_paths(a)[b]:
            return (Leg("", "", WayKind.WALK, other, self._direct(a, b)),)
        # From the end to the beginning: each stop was reached from one that is nearer by just the way between them.
        metres = self._find_paths(b)
        legs: list[Leg] = []
        while a != b:
            to, length, number = min(
                self._edges[a], key=lambda edge: (edge[1] + metres[edge[0]], metres[edge[0]])
            )
            way = self._ways[number] if number >= 0 else None
            named = (way.id, way.name, way.kind) if way else ("", "", WayKind.WALK)
            legs.append(Leg(*named, self._ids[to], length))
            a = to
        return tuple(legs)

    def _join(self, usable: Sequence[bool]) -> list[list[_Edge]]:
        """Return for each stop where one step leads: over a usable way, or over open ground to stops with ways."""
        edges: list[list[_Edge]] = [[] for _ in self._ids]

        def add(one: int, other: int, metres: float, number: int) -> None:
            edges[one].append((other, metres, number))
            edges[other].append((one, metres, number))

        for number, (one, other) in enumerate(self._ends):
            if usable[number] and one != other:
                add(one, other, max(LEAST_M, self._ways[number].metres), number)
        gates = sorted({end for ends in self._ends for end in ends})
        # Only ways lead from one stop with ways to another: of a large site, most pairs need no look.
        unjoined = [gate for gate in gates if gate not in self._networked]
        for stop in range(len(self._ids)) if gates else ():
            others = unjoined if stop in self._networked else gates
            near = sorted((self._direct(stop, gate), gate) for gate in others if gate != stop)
            for metres, gate in near[:GATES]:
                if metres < inf:
                    add(stop, gate, metres, -1)
        return edges

    def _ways_alone(self, one: int, other: int) -> bool:
        """Tell whether only ways lead from one stop to another: there is no open ground between them."""
        return (one in self._networked and other in self._networked) or self._ground.are_apart(one, other)

    def _direct(self, one: int, other: int) -> float:
        """Return the metres over open ground, guessed where they are not known; infinite where only ways count."""
        if self._ways_alone(one, other):
            return inf
        metres = self._ground.find_metres(one, other)
        return self._ground.guess_metres(one, other) if metres is None else metres

    def _find_paths(self, source: int) -> array[float]:
        """Return the metres from a stop to each by ways and to ways. The latest asked for are kept."""
        known = self._paths.get(source)
        if known is None:
            known = self._paths[source] = self._measure_paths(source)
            if len(self._paths) > KEPT_SOURCES:
                self._paths.popitem(last=False)
        return known

    def _measure_paths(self, source: int) -> array[float]:
        """Dijkstra's shortest paths."""
        metres = array("d", [inf]) * len(self._ids)
        metres[source] = 0.0
        waiting = [(0.0, source)]
        while waiting:
            so_far, at = heappop(waiting)
            if so_far > metres[at]:
                continue
            for to, length, _number in self._edges[at]:
                if so_far + length < metres[to]:
                    metres[to] = so_far + length
                    heappush(waiting, (so_far + length, to))
        return metres
