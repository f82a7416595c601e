"""Distances over ground that one may cross as one likes: by coordinates, by a measured plan, or guessed by the order."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, hypot, radians
from typing import Final

from kiosk.model.content import Floor, StopCard
from kiosk.model.geography import EARTH_RADIUS_M

DETOUR: Final = 1.3
"""How much longer people walk than the straight line: 1.2 to 1.4 in towns (Barthelemy, Spatial networks, 2011, 2.2.3)."""

LEVEL_M: Final = 20.0
"""What going one level up or down is reckoned as where no way tells, in metres on the flat."""

GUESS_M: Final = 40.0
GUESS_STEP_M: Final = 2.0
"""Where nothing is known: so far to any other stop, and so much more for each stop between them in the curator's order."""

Spot = tuple[float, float]  # metres to the east and to the south


class OpenGround:
    """Where the stops of a site lie. With ``floors_apart`` nobody gets from floor to floor but by a way."""

    def __init__(
        self, cards: Sequence[StopCard], floors: Sequence[Floor], floors_apart: bool = False
    ) -> None:
        self._floors = [card.floor_id for card in cards]
        self._floors_apart = floors_apart
        levels = {floor.id: floor.level for floor in floors}
        self._levels = [levels.get(card.floor_id, 0) for card in cards]
        ordered = sorted(range(len(cards)), key=lambda number: (cards[number].order, cards[number].id))
        self._ranks = [0] * len(cards)
        for rank, number in enumerate(ordered):
            self._ranks[number] = rank
        self._outdoors = _spot_outdoors(cards)
        self._on_plans = _spot_on_plans(cards, floors)

    @property
    def is_measured(self) -> bool:
        """Whether the distance of at least two stops is known."""
        floors = [floor for floor, spot in zip(self._floors, self._on_plans, strict=True) if spot is not None]
        return sum(spot is not None for spot in self._outdoors) > 1 or len(floors) > len(set(floors))

    def are_apart(self, one: int, other: int) -> bool:
        """Tell whether two stops are on different floors of a site that says how its floors are joined."""
        return self._floors_apart and self._floors[one] != self._floors[other]

    def find_metres(self, one: int, other: int) -> float | None:
        """Return the metres between two stops as people walk; None where they are apart or it is not known."""
        if self._floors_apart and self._floors[one] != self._floors[other]:
            return None
        a, b = self._outdoors[one], self._outdoors[other]
        if (a is None or b is None) and self._floors[one] == self._floors[other]:
            a, b = self._on_plans[one], self._on_plans[other]
        if a is None or b is None:
            return None
        climb = abs(self._levels[one] - self._levels[other])
        return DETOUR * hypot(a[0] - b[0], a[1] - b[1]) + LEVEL_M * climb

    def guess_metres(self, one: int | None, other: int | None) -> float:
        """Return a stand-in for a distance that is not known: the curator's order is how a site is walked."""
        between = abs(self._ranks[one] - self._ranks[other]) if one is not None and other is not None else 1
        return GUESS_M + GUESS_STEP_M * between


def _spot_outdoors(cards: Sequence[StopCard]) -> list[Spot | None]:
    """Lay the stops with coordinates on a plane that touches the earth at the first of them; right within a site."""
    first = next(
        ((card.lat, card.lon) for card in cards if card.lat is not None and card.lon is not None), None
    )
    if first is None:
        return [None] * len(cards)
    metres_a_degree = radians(EARTH_RADIUS_M)
    shrink = cos(radians(first[0]))

    def spot(card: StopCard) -> Spot | None:
        if card.lat is None or card.lon is None:
            return None
        east = (card.lon - first[1] + 180.0) % 360.0 - 180.0  # the shorter way round
        return east * shrink * metres_a_degree, (first[0] - card.lat) * metres_a_degree

    return [spot(card) for card in cards]


def _spot_on_plans(cards: Sequence[StopCard], floors: Sequence[Floor]) -> list[Spot | None]:
    """Return where the stops stand on plans whose width is known, in metres from the plan's top left."""
    sizes = {
        floor.id: (floor.width_m, floor.width_m * floor.height_px / floor.width_px)
        for floor in floors
        if floor.width_m is not None and floor.width_px > 0
    }

    def spot(card: StopCard) -> Spot | None:
        size = sizes.get(card.floor_id)
        if size is None or card.plan_x is None or card.plan_y is None:
            return None
        return card.plan_x * size[0], card.plan_y * size[1]

    return [spot(card) for card in cards]
