"""A floor's plan laid over the ground by its stops, so that the visitor's place can be drawn on it. Pure.

A drawn plan turns, scales and shifts the ground and, at most, stretches it in one direction. In complex numbers
(metres east + i north; pixels right - i down) that is ``plan = a * ground + b * conjugate(ground) + c``; with ``b = 0`` shapes
keep their form. The numbers are those that fit best by least squares.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.model.content import Floor, StopCard
from kiosk.place.ground import Ground

LEAST_STOPS = 3
LEAST_STOPS_STRETCHED = 5
"""Three points are enough for a stretch too, and then any plan seems to fit: two more must agree."""

MOST_ERROR_M = 12.0
"""A plan whose stops are further off than that (root of the mean square) is a picture, not a map."""

MOST_ERROR_SHARE = 0.12
"""Nor is one a map whose stops are off by more than this share of the way they are spread over."""

MARGIN = 0.02
"""A visitor beside the plan is not drawn at its edge: so far out, as a share of its sides, counts as on it."""


@dataclass(frozen=True, slots=True)
class PlanSpot:
    """The visitor on a plan: ``x`` and ``y`` 0 to 1 from its top left, ``radius`` of the circle as a share of its width."""

    x: float
    y: float
    radius: float


class PlanFit:
    """One floor's plan on the ground.

    Attributes:
        error_m: How far its stops are off, root of the mean square in metres on the ground.
    """

    def __init__(
        self, floor: Floor, ground: Ground, factors: tuple[complex, complex, complex], error_m: float
    ) -> None:
        self._floor, self._ground, self._factors = floor, ground, factors
        self.error_m = error_m

    def find_spot(self, lat: float, lon: float, accuracy_m: float) -> PlanSpot | None:
        """Return where a place is on the plan, with its circle of 68 %; None beside the plan."""
        pixel = _apply(self._factors, complex(*self._ground.to_metres(lat, lon)))
        x, y = pixel.real / self._floor.width_px, -pixel.imag / self._floor.height_px
        if not (-MARGIN <= x <= 1 + MARGIN and -MARGIN <= y <= 1 + MARGIN):
            return None
        scale = _scale(self._factors)
        spread_m = (accuracy_m**2 + self.error_m**2) ** 0.5
        return PlanSpot(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0), spread_m * scale / self._floor.width_px)


def find_fit(floor: Floor, cards: Sequence[StopCard]) -> PlanFit | None:
    """Return how a floor's plan lies on the ground; None where too few stops say so, or they do not agree.

    Args:
        floor: The plan, with its size in pixels.
        cards: The site's stops; those of this floor with a place on the plan and on the ground count.
    """
    placed = [
        (card.plan_x, card.plan_y, card.lat, card.lon)
        for card in cards
        if card.floor_id == floor.id and None not in (card.plan_x, card.plan_y, card.lat, card.lon)
    ]
    if len(placed) < LEAST_STOPS or floor.width_px <= 0 or floor.height_px <= 0:
        return None
    ground = Ground(placed[0][2] or 0.0, placed[0][3] or 0.0)
    metres = [complex(*ground.to_metres(lat or 0.0, lon or 0.0)) for *_, lat, lon in placed]
    pixels = [complex((x or 0.0) * floor.width_px, -(y or 0.0) * floor.height_px) for x, y, *_ in placed]
    ways = (False, True) if len(placed) >= LEAST_STOPS_STRETCHED else (False,)
    for may_stretch in ways:
        factors = _solve(metres, pixels, may_stretch=may_stretch)
        if factors is None:
            continue
        error_m = _find_error(factors, metres, pixels)
        if error_m <= min(MOST_ERROR_M, MOST_ERROR_SHARE * _find_spread(metres)):
            return PlanFit(floor, ground, factors, error_m)
    return None


def _apply(factors: tuple[complex, complex, complex], ground: complex) -> complex:
    a, b, c = factors
    return a * ground + b * ground.conjugate() + c


def _scale(factors: tuple[complex, complex, complex]) -> float:
    """Return pixels a metre, on average over all directions."""
    return math.sqrt(abs(abs(factors[0]) ** 2 - abs(factors[1]) ** 2))


def _find_error(
    factors: tuple[complex, complex, complex], metres: list[complex], pixels: list[complex]
) -> float:
    squares = [abs(_apply(factors, one) - other) ** 2 for one, other in zip(metres, pixels, strict=True)]
    return math.sqrt(sum(squares) / len(squares)) / _scale(factors)


def _find_spread(metres: list[complex]) -> float:
    """Return how far apart the two outermost stops are, roughly: from the middle and back."""
    middle = sum(metres) / len(metres)
    return 2 * max(abs(one - middle) for one in metres)


def _solve(
    metres: list[complex], pixels: list[complex], *, may_stretch: bool
) -> tuple[complex, complex, complex] | None:
    """Return the factors that fit best; None where the stops stand in one spot or, for a stretch, on one line."""
    count = len(metres)
    ground_mean, pixel_mean = sum(metres) / count, sum(pixels) / count
    ground = [one - ground_mean for one in metres]
    pixel = [one - pixel_mean for one in pixels]
    square = sum(abs(one) ** 2 for one in ground)
    twist = sum(one * one for one in ground)
    straight = sum(p * g.conjugate() for p, g in zip(pixel, ground, strict=True))
    mirrored = sum(p * g for p, g in zip(pixel, ground, strict=True))
    # Normal equations: a * square + b * twist* = straight, a * twist + b * square = mirrored.
    if square < 1.0:
        return None
    if not may_stretch:
        a, b = straight / square, 0j
    else:
        determinant = square**2 - abs(twist) ** 2
        if determinant < 1e-3 * square**2:
            return None
        a = (straight * square - mirrored * twist.conjugate()) / determinant
        b = (mirrored * square - straight * twist) / determinant
    if abs(abs(a) ** 2 - abs(b) ** 2) < 1e-12:
        return None
    return a, b, pixel_mean - a * ground_mean - b * ground_mean.conjugate()
