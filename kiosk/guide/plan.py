"""A tour made for one visitor, and what a span of time holds: values that pages show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.content import Depth


class LeftOut(StrEnum):
    """Why a stop is not in a tour."""

    TIME = "time"
    CLOSED = "closed"
    UNREACHABLE = "unreachable"
    STAIRS = "stairs"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Leg:
    """One piece of the way to a stop: ``way_id`` and its ``name`` ("" for open ground), ``kind`` as in ``WayKind``, and metres."""

    way_id: str
    name: str
    kind: str
    to_stop: str
    metres: float


@dataclass(frozen=True, slots=True)
class PlannedStop:
    """A stop of a tour.

    ``walk_min`` is the way to it from the stop before, ``legs`` how it goes where the site says so; ``stay_min`` what is
    reckoned for it, told at ``depth``; ``arrive_min`` counts from now. Minutes.
    """

    stop_id: str
    depth: Depth
    walk_min: float
    stay_min: float
    arrive_min: float
    legs: tuple[Leg, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A tour that fits.

    Attributes:
        stops: In the order they are seen; none where nothing fits.
        minutes: How long it takes from now: (one visit in ten is through, half are, nine in ten are).
            The last is never over the minutes that were asked for.
        walk_m: Metres on foot in all; None where the site does not say how far things are.
        left_out: Stops the visitor has not seen and will not, with the reason.
    """

    stops: tuple[PlannedStop, ...]
    minutes: tuple[float, float, float]
    walk_m: float | None
    left_out: tuple[tuple[str, LeftOut], ...] = ()


@dataclass(frozen=True, slots=True)
class Expectation:
    """What ``minutes`` hold here: the tour they would be spent on, and how many stops most visitors manage in them.

    ``stops`` is (few, many): nine visits in ten lie between. ``measured``: from visits here, not from lengths of texts.
    """

    minutes: int
    plan: Plan
    stops: tuple[int, int]
    measured: bool
