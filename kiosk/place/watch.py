"""The place room's door: follows a visitor during a visit, and forgets them. Everything on the interface thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.model.content import StopCard
from kiosk.model.errors import KioskError
from kiosk.model.place_offer import PlaceOffer, PlaceState
from kiosk.place.events import Fix, ReceiverEvent, Troubled
from kiosk.place.receiver import Receiver
from kiosk.place.tracker import Tracker


class PlaceWatch:
    """Tells where the visitor is among a site's outdoor stops (``kiosk.screens.rooms.Place``).

    The receiver runs between ``start`` and ``stop`` only. No position is logged, kept or passed on: what is known lives
    in the tracker, and goes with it at the visit's end.
    """

    def __init__(
        self,
        make_receiver: Callable[[], Receiver],
        ask: Callable[[Callable[[], None]], None],
        report: Callable[[KioskError], None],
    ) -> None:
        """Watch by a receiver that is made when it is first needed.

        Args:
            make_receiver: Makes it; may raise KioskError.
            ask: Has something called on the interface thread soon, from any thread.
            report: Told what is for staff to mend, each thing once.
        """
        self._make_receiver = make_receiver
        self._ask = ask
        self._report = report
        self._receiver: Receiver | None = None
        self._tracker: Tracker | None = None
        self._reported: set[str] = set()
        self._listeners: list[Callable[[], None]] = []

    @property
    def state(self) -> PlaceState:
        """How well the place is known; OFF outside a visit and where nothing stands outdoors."""
        return self._tracker.state if self._tracker else PlaceState.OFF

    @property
    def offers(self) -> Sequence[PlaceOffer]:
        """At most three stops, those the visitor stands at first and then the nearest."""
        return self._tracker.offers if self._tracker else ()

    @property
    def accuracy_m(self) -> float | None:
        """The circle, in metres, that the visitor is in with 68 %; None while unknown."""
        return self._tracker.accuracy_m if self._tracker else None

    @property
    def spot(self) -> tuple[float, float] | None:
        """Latitude and longitude (WGS 84 degrees) for the dot on the plan; None while unknown."""
        return self._tracker.spot if self._tracker else None

    @property
    def settled(self) -> str:
        """Id of the one stop the visitor surely stays at, which may open by itself; "" for none."""
        return self._tracker.settled if self._tracker else ""

    @property
    def is_moving(self) -> bool:
        """Whether the visitor is on the way somewhere, the device in hand."""
        return self._tracker is not None and self._tracker.is_moving

    def start(self, stops: Sequence[StopCard]) -> None:
        """Follow the visitor among those of ``stops`` that have a place; one followed before is forgotten."""
        self.stop()
        tracker = Tracker(stops)
        if not len(tracker):
            return
        try:
            if self._receiver is None:
                self._receiver = self._make_receiver()
            self._tracker = tracker
            self._receiver.start(lambda event: self._ask(lambda: self._take(tracker, event)))
        except KioskError as error:
            self._tracker = None
            self._tell_staff(error)
        self._tell()

    def stop(self) -> None:
        """Stop the receiver and forget where the visitor was."""
        if self._tracker is None:
            return
        self._tracker = None
        if self._receiver is not None:
            self._receiver.stop()
        self._tell()

    def watch(self, on_change: Callable[[], None]) -> None:
        """Call ``on_change`` whenever something may be known otherwise, about once a second."""
        self._listeners.append(on_change)

    def dismiss(self, stop_id: str) -> None:
        """Offer this stop no more, until the visitor comes to stand at it anew: it was opened, or is not wanted."""
        if self._tracker is not None:
            self._tracker.dismiss(stop_id)
            self._tell()

    def _take(self, tracker: Tracker, event: ReceiverEvent) -> None:
        if tracker is not self._tracker:  # on its way when the visit ended
            return
        if isinstance(event, Fix):
            tracker.take(event)
        elif isinstance(event, Troubled):
            tracker.fall_silent()
            self._tell_staff(event.error)
        else:
            tracker.fall_silent()
        self._tell()

    def _tell_staff(self, error: KioskError) -> None:
        if error.code not in self._reported:
            self._reported.add(error.code)
            self._report(error)

    def _tell(self) -> None:
        for on_change in self._listeners:
            on_change()
