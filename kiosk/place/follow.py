"""What a recording would have made the guide offer, and when: for staff who walked through their site once. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.model.content import StopCard
from kiosk.model.place_offer import PlaceOffer, PlaceState
from kiosk.place.events import Fix, Silent
from kiosk.place.tracker import Tracker


class NewsKind(StrEnum):
    """What happened.

    FOUND and LOST are about the place itself; NEAR is the nearest stop offered, HERE the one stood at, LEFT when that is
    over, SETTLED when the visitor has stayed at it for long enough that it may open by itself.
    """

    FOUND = "found"
    LOST = "lost"
    NEAR = "near"
    HERE = "here"
    LEFT = "left"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class News:
    """One change.

    Attributes:
        at_ms: Since the recording's beginning.
        kind: What happened.
        stop_id: The stop it is about; "" for FOUND and LOST.
        offer: How the stop is offered; None where it is not.
        accuracy_m: The 68 % radius of the place then; None while it is lost.
    """

    at_ms: int
    kind: NewsKind
    stop_id: str
    offer: PlaceOffer | None
    accuracy_m: float | None


def follow(cards: Sequence[StopCard], events: Iterable[tuple[int, Fix | Silent | None]]) -> Iterator[News]:
    """Yield each change, in the order they come, that a walk makes among the outdoor stops of ``cards``.

    The visitor is taken to open each stop they stay at, so that the way back to it is not offered.
    """
    tracker, before = Tracker(cards), _Sight(PlaceState.SEARCHING, {}, "", "")
    stayed_at: set[str] = set()
    for at_ms, event in events:
        if isinstance(event, Fix):
            tracker.take(event)
        elif event is not None:
            tracker.fall_silent()
        now = _look(tracker)
        stayed_at.add(now.settled)
        for stop_id in before.here.keys() & stayed_at - now.here.keys():
            tracker.dismiss(stop_id)
            now = _look(tracker)
        for kind, stop_id in _compare(before, now):
            offer = next((offer for offer in tracker.offers if offer.stop_id == stop_id), None)
            yield News(at_ms, kind, stop_id, offer, tracker.accuracy_m)
        before = now


@dataclass(frozen=True, slots=True)
class _Sight:
    """What can change: the state, the stops stood at, the nearest of the others, the one settled at."""

    state: PlaceState
    here: dict[str, None]
    near: str
    settled: str


def _look(tracker: Tracker) -> _Sight:
    here = {offer.stop_id: None for offer in tracker.offers if offer.is_here}
    near = "" if here else next((offer.stop_id for offer in tracker.offers), "")
    return _Sight(tracker.state, here, near, tracker.settled)


def _compare(before: _Sight, now: _Sight) -> Iterator[tuple[NewsKind, str]]:
    lost = (PlaceState.SEARCHING, PlaceState.LOST)
    if (before.state in lost) != (now.state in lost):
        yield NewsKind.LOST if now.state in lost else NewsKind.FOUND, ""
    for stop_id in before.here:
        if stop_id not in now.here:
            yield NewsKind.LEFT, stop_id
    for stop_id in now.here:
        if stop_id not in before.here:
            yield NewsKind.HERE, stop_id
    if now.settled not in ("", before.settled):
        yield NewsKind.SETTLED, now.settled
    if now.near not in ("", before.near):
        yield NewsKind.NEAR, now.near
