"""How long this visitor stayed at each stop so far, for the guide's next suggestions: in memory, gone with the visit.

Dwell is computed by the same fold that makes the facts at the visit's end, from the same events as they are logged.
"""

from __future__ import annotations

from typing import Final

from kiosk.model.dwell import compute_dwell_ms
from kiosk.visits.history import LoggedEvent
from kiosk.visits.timeline import read_visit

_LIGHTS: Final = ("screen-off", "screen-on")
# What the fold begins with; only the times of what follows matter here.
_START: Final = {"site": "", "language": "", "stops_on_offer": 0, "staff": False}


class Stays:
    """The closed stays of one visit; a stop visited several times has their sum."""

    def __init__(self) -> None:
        self._events: list[LoggedEvent] = []
        self._dwells_ms: dict[str, int] = {}
        self._is_dark = False

    @property
    def dwells_ms(self) -> tuple[tuple[str, int], ...]:
        """Each stop that was left with its dwell in ms, in the order they were first left."""
        return tuple(self._dwells_ms.items())

    def take(self, at_ms: int, name: str, values: dict[str, object]) -> None:
        """Take an event as it is logged, at ``at_ms`` since boot; events before the first stop say nothing here."""
        event = LoggedEvent("", at_ms, None, name, values)
        if name == "StopOpened":
            self._open(event)
        elif self._events:
            self._events.append(event)
        if name == "StopClosed":
            self._close()
        elif name == "Attention" and values["sign"] in _LIGHTS:
            self._is_dark = values["sign"] == _LIGHTS[0]

    def _open(self, opened: LoggedEvent) -> None:
        # All attention there can be at a stop comes of what happens while it is open: the opening is a touch.
        start = LoggedEvent("", opened.boot_ms, None, "VisitStarted", _START)
        dark = LoggedEvent("", opened.boot_ms, None, "Attention", {"sign": _LIGHTS[0]})
        self._events = [start, *[dark] * self._is_dark, opened]

    def _close(self) -> None:
        visit = read_visit(self._events)
        self._events = []
        if visit is None:
            return
        for stop, history in visit.stops.items():
            dwell_ms = compute_dwell_ms(visit.timeline, *history.openings[-1])
            self._dwells_ms[stop] = self._dwells_ms.get(stop, 0) + (dwell_ms or 0)
