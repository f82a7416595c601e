"""A place room whose answers a test sets, and a receiver whose fixes it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kiosk.model.content import StopCard
from kiosk.model.errors import KioskError
from kiosk.model.place_offer import PlaceOffer, PlaceState
from kiosk.place.events import Fix, ReceiverEvent, Silent, Troubled
from kiosk.place.receiver import Tell


class FakeReceiver:
    """Tells what it is given, on the caller's thread."""

    def __init__(self) -> None:
        self._tell: Tell | None = None
        self.starts = 0

    @property
    def is_running(self) -> bool:
        return self._tell is not None

    def start(self, tell: Tell) -> None:
        self._tell = tell
        self.starts += 1

    def stop(self) -> None:
        self._tell = None

    def give(self, fix: Fix) -> None:
        self._pass_on(fix)

    def fall_silent(self) -> None:
        self._pass_on(Silent())

    def trouble(self) -> None:
        self._pass_on(Troubled(KioskError("No positions come any more", code="place.receiver-lost")))

    def _pass_on(self, event: ReceiverEvent) -> None:
        if self._tell is not None:
            self._tell(event)


@dataclass
class FakePlace:
    """``kiosk.screens.rooms.Place``; :meth:`put` says where the visitor is."""

    state: PlaceState = PlaceState.OFF
    offers: Sequence[PlaceOffer] = ()
    accuracy_m: float | None = None
    spot: tuple[float, float] | None = None
    stops: Sequence[StopCard] = ()
    dismissed: list[str] = field(default_factory=list)
    settled: str = ""
    is_moving: bool = False
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def start(self, stops: Sequence[StopCard]) -> None:
        self.stops, self.state = stops, PlaceState.SEARCHING
        self.dismissed.clear()

    def stop(self) -> None:
        self.state, self.offers, self.accuracy_m, self.spot = PlaceState.OFF, (), None, None
        self.settled = ""

    def watch(self, on_change: Callable[[], None]) -> None:
        self._listeners.append(on_change)

    def dismiss(self, stop_id: str) -> None:
        self.dismissed.append(stop_id)
        self.offers = tuple(offer for offer in self.offers if offer.stop_id != stop_id)
        self._tell()

    def put(
        self,
        *offers: PlaceOffer,
        state: PlaceState = PlaceState.GOOD,
        spot: tuple[float, float] | None = None,
        accuracy_m: float = 5.0,
        settled: str = "",
    ) -> None:
        """Let the visitor stand where these stops are offered."""
        self.state, self.offers, self.spot, self.accuracy_m = state, offers, spot, accuracy_m
        self.settled = settled
        self._tell()

    def _tell(self) -> None:
        for on_change in self._listeners:
            on_change()
