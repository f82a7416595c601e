"""Has the guide look at a site as soon as somebody is there, so that no page waits for it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Slot

from kiosk.screens.moment_now import read_moment
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow

logger = logging.getLogger(__name__)


class GuideReady(QObject):
    """Reads a site when a visit comes to it, and again in another language or where staff close something.

    What takes longer goes on elsewhere.
    """

    def __init__(self, rooms: Rooms, flow: VisitFlow) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._ready = ("", "")
        flow.changed.connect(self._look)
        if rooms.closings is not None:
            rooms.closings.watch(self._look_anew)

    @Slot()
    def _look(self) -> None:
        journey, guide = self._flow.journey, self._rooms.guide
        if journey is None or guide is None or not journey.site_id:
            self._ready = ("", "")
        elif self._ready != (journey.site_id, journey.language):
            self._ready = (journey.site_id, journey.language)
            moment = read_moment(self._rooms, journey)
            guide.prepare(moment)
            self._rooms.background.submit(lambda: guide.warm(moment), _take, _note)

    def _look_anew(self) -> None:
        self._ready = ("", "")
        self._look()


def _take(_nothing: None) -> None:
    """Want nothing of it but that it was done."""


def _note(error: Exception) -> None:
    logger.warning("the first suggestion will take longer: %s", error)
