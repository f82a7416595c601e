"""What earlier visitors gave back about the stop that is shown, or the site, as staff let it through. From QML: ``VisitorVoices``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import VisitorVoice
from kiosk.model.errors import KioskError
from kiosk.model.language import primary
from kiosk.screens.engine import get_models
from kiosk.screens.journey import Journey
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_SHOWN = 3
"""So many are shown at once; the others after a touch."""

_SITE_PAGES = frozenset({"home", "voices"})
_ON_PAGES = frozenset({"stop", "voices"})


@QmlElement
@QmlSingleton
class VisitorVoices(QObject):
    """Those in the visitor's language first; always said to be a visitor's, never the site's own words.

    On the page ``voices`` they are about the site as a whole, elsewhere about the stop.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._stop = stop
        self._voices: list[VisitorVoice] = []
        self._of_site: Sequence[VisitorVoice] = ()
        self._is_about_site = False
        self._shows_all = False
        self._heard = ""
        stop.changed.connect(self._fill)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> VisitorVoices:
        """Hand QML the one object the shell made."""
        return get_models(engine).voices

    @Slot()
    def show_all(self) -> None:
        """Show those that are left."""
        self._shows_all = True
        self.changed.emit()

    @Slot(str)
    def listen(self, voice_id: str) -> None:
        """Listen to a visitor's recording; the one that is heard falls silent."""
        sounds = self._rooms.sounds
        voice = next((one for one in self._voices if one.id == voice_id), None)
        if sounds is None or voice is None:
            return
        was_heard = self._heard == voice_id
        self.close()
        path = None if was_heard else self._rooms.library.media_path(voice.recording)
        if path is None:
            return
        try:
            sounds.open(path, self)
        except KioskError as error:
            self.sound_unplayable(error)
            return
        self._hear(voice_id)

    def close(self) -> None:
        """Let nobody be heard any more."""
        if self._heard and self._rooms.sounds is not None:
            self._rooms.sounds.stop()
        self._hear("")

    def sound_stood_still(self) -> None:
        """Something else is heard."""
        self._hear("")

    def sound_unplugged(self) -> None:
        """The headphones are out: nobody around must listen."""
        self._hear("")

    def sound_plugged_in(self) -> None:
        """Wait for a touch."""

    def sound_went_on(self) -> None:
        """Nothing goes on by itself: the next touch begins it anew."""
        if self._rooms.sounds is not None:
            self._rooms.sounds.stop()

    def sound_over(self) -> None:
        """It has been heard."""
        self._hear("")

    def sound_unplayable(self, error: KioskError) -> None:
        """Tell staff; the words stay."""
        self._rooms.visit.incident(error.code)
        self._hear("")

    def _hear(self, voice_id: str) -> None:
        if voice_id != self._heard:
            self._heard = voice_id
            self.changed.emit()

    @Slot()
    def _fill(self) -> None:
        self.close()
        journey, stop = self._flow.journey, self._stop.stop
        own = primary(journey.language) if journey else ""
        of_stop = stop.voices if stop is not None else ()
        voices = self._of_site if self._is_about_site else of_stop
        self._voices = sorted(voices, key=lambda voice: primary(voice.language) != own)
        self._shows_all = False
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        page, journey = self._flow.shown, self._flow.journey
        if self._heard and page not in _ON_PAGES:
            self.close()
        if page in _SITE_PAGES and journey is not None and journey.site_id:
            self._read(journey)
        if (page == "voices") != self._is_about_site:
            self._is_about_site = page == "voices"
            self._fill()

    def _read(self, journey: Journey) -> None:
        """Read what was said of the site each time: the language may be another since, or the pack."""
        found = self._rooms.library.voices(journey.site_id, journey.language)
        if found != self._of_site:
            self._of_site = found
            self._fill()

    def _rows(self) -> list[dict[str, Any]]:
        shown = self._voices if self._shows_all else self._voices[:FIRST_SHOWN]
        return [
            {
                "id": voice.id,
                "kind": str(voice.kind),
                "language": voice.language,
                "text": voice.text,
                "said_on": voice.said_on,
                "answer": voice.answer,
                "spoken": bool(voice.recording) and self._can_be_heard(voice),
            }
            for voice in shown
        ]

    def _can_be_heard(self, voice: VisitorVoice) -> bool:
        return self._rooms.sounds is not None and self._rooms.library.media_path(voice.recording) is not None

    rows = Property(list, _rows, notify=changed)
    more = Property(
        int, lambda self: 0 if self._shows_all else max(0, len(self._voices) - FIRST_SHOWN), notify=changed
    )
    """How many are not shown yet."""
    of_site = Property(int, lambda self: len(self._of_site), notify=changed)
    """How many there are about the site as a whole."""
    heard = Property(str, lambda self: self._heard, notify=changed)
    """Id of the one being listened to; "" for none."""
