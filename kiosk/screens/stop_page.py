"""One stop: its pictures, its texts at each depth, and what they rest on. From QML: ``StopPage``."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import Depth, Stop, Text
from kiosk.model.fact_kinds import VERSIONS
from kiosk.model.language import primary
from kiosk.narration.captions import reading_time_ms
from kiosk.narration.pace import speaking_time_ms
from kiosk.screens.engine import get_models
from kiosk.screens.journey import Journey
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.reading_time import round_telling
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_contents import list_artifacts, list_credits, list_facts, list_pictures
from kiosk.screens.trial_depths import find_trial_depths

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

FIRST_DEPTH = (Depth.STORY, Depth.GLANCE, Depth.DEEP, Depth.CHILDREN, Depth.DESCRIBED)
"""What a visitor is told who has not said how much they want: the story where there is one."""

DESCRIBED_FIRST = (Depth.DESCRIBED, *(depth for depth in FIRST_DEPTH if depth is not Depth.DESCRIBED))
"""The same for a visitor who does not see: first what there is to be seen."""

DEEPER = {
    Depth.GLANCE: (Depth.STORY, Depth.DEEP),
    Depth.STORY: (Depth.DEEP,),
    Depth.DEEP: (),
    Depth.CHILDREN: (),
    Depth.DESCRIBED: (Depth.STORY, Depth.DEEP),
}
"""What may follow a text. The children's is a whole of its own."""


@QmlElement
@QmlSingleton
class StopPage(QObject):
    """The stop opened last. It stays while the visitor wanders to other pages."""

    changed = Signal()
    depth_changed = Signal()
    closer_changed = Signal()
    to_be_told = Signal()
    """The text shown is to be told from its beginning."""

    def __init__(self, rooms: Rooms, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._media = media
        self._stop: Stop | None = None
        self._on_trial: frozenset[Depth] = frozenset()
        self._text: Text | None = None
        self._language = ""
        self._wanted: Depth | None = None
        self._describes_first = False
        self._closer = -1

    @staticmethod
    def create(engine: QQmlEngine) -> StopPage:
        """Hand QML the one object the shell made."""
        return get_models(engine).stop

    @property
    def stop(self) -> Stop | None:
        """The stop that is shown."""
        return self._stop

    @property
    def text(self) -> Text | None:
        """The text that is shown, at the depth chosen."""
        return self._text

    def load(self, stop_id: str, journey: Journey) -> None:
        """Fill the page with a stop in the visitor's language, in the version this visit drew, and have it told."""
        self._stop, self._on_trial = self._read_stop(stop_id, journey)
        self._language = journey.language
        self._text = self._choose_text()
        self.look_away()
        self.changed.emit()
        self.depth_changed.emit()
        self.to_be_told.emit()

    def _read_stop(self, stop_id: str, journey: Journey) -> tuple[Stop, frozenset[Depth]]:
        """Return a stop in the version this visit drew, and the depths at which there are two."""
        library = self._rooms.library
        if not library.versions(stop_id):
            return library.get_stop(stop_id, journey.language), frozenset()
        versions = {name: library.get_stop(stop_id, journey.language, name) for name in VERSIONS}
        return versions[journey.version], find_trial_depths(*versions.values())

    def find_version(self, stop_id: str, depth: Depth) -> str:
        """Return which of two versions on trial is told of the stop shown, at a depth; "" where there is but one."""
        is_shown = self._stop is not None and self._stop.card.id == stop_id
        return self._stop.version if self._stop is not None and is_shown and depth in self._on_trial else ""

    def forget(self) -> None:
        """Empty the page and forget the depth this visitor liked."""
        self._stop, self._text, self._wanted = None, None, None
        self.look_away()
        self.changed.emit()
        self.depth_changed.emit()

    @property
    def wanted_depth(self) -> Depth:
        """How much this visitor wants to be told; the story where they have not said."""
        return self._wanted or Depth.STORY

    def prefer_depth(self, depth: Depth) -> None:
        """From the next stop on, tell so much of it where there is so much."""
        self._wanted = depth

    @Slot(bool)
    def describe_first(self, described: bool) -> None:
        """From the next stop on, begin with what is to be seen there, for a visitor who has the screen read aloud."""
        self._describes_first = described

    @Slot(int)
    def look_closer(self, index: int) -> None:
        """Show a picture over the whole page."""
        if 0 <= index < len(list_pictures(self._stop, self._media)):
            self._closer = index
            self.closer_changed.emit()

    @Slot()
    def look_away(self) -> None:
        """Go back from the picture to the stop."""
        self._closer = -1
        self.closer_changed.emit()

    @Slot(str)
    def choose_depth(self, depth: str) -> None:
        """Tell this stop, and those to come, at another depth."""
        self._wanted = Depth(depth)
        if self._stop is not None and (self._text is None or self._text.depth != self._wanted):
            touched = (text for text in self._stop.texts if text.depth == self._wanted)
            self._text = next(touched, None) or self._choose_text()
            self._rooms.visit.change_depth(str(self._wanted))
            self.depth_changed.emit()
            self.to_be_told.emit()

    def tell_more(self, depth: str, *, by_itself: bool) -> None:
        """Go on with a deeper text of this stop; the stops to come are told at the depth that was chosen before.

        ``by_itself``: nobody asked for it just now, so that the visit's log has no act of the visitor's.
        """
        text = self._find_text(Depth(depth))
        if text is None:
            return
        self._text = text
        if not by_itself:
            self._rooms.visit.change_depth(depth)
        self.depth_changed.emit()
        self.to_be_told.emit()

    def find_deeper(self, heard: Collection[Depth]) -> dict[str, Any]:
        """Return the next deeper text that is not among those heard: its ``depth`` and length; empty for none."""
        if self._text is None:
            return {}
        for depth in DEEPER[self._text.depth]:
            text = self._find_text(depth)
            if text is not None and depth not in heard:
                return {"depth": str(depth), **self._length(text)}
        return {}

    def _find_text(self, depth: Depth) -> Text | None:
        """Return this stop's text at a depth in the language of the text that is shown, None where there is none."""
        texts = self._stop.texts if self._stop is not None else ()
        shown = primary(self._text.language) if self._text is not None else ""
        same = (text for text in texts if text.depth is depth and primary(text.language) == shown)
        return next(same, None)

    def _choose_text(self) -> Text | None:
        """Return the depth this visitor likes, or the first there is; in their language before any other."""
        if self._stop is None:
            return None
        first = DESCRIBED_FIRST if self._is_for_unsighted() else FIRST_DEPTH
        ranked = (self._wanted, *first) if self._wanted else first
        texts = sorted(
            (text for text in self._stop.texts if text.depth in ranked),
            key=lambda text: (primary(text.language) != primary(self._language), ranked.index(text.depth)),
        )
        return texts[0] if texts else None

    def _is_for_unsighted(self) -> bool:
        # A screen reader of the system's own tells Qt that it is there.
        return self._describes_first or QAccessible.isActive()

    def _depths(self) -> list[dict[str, Any]]:
        if self._stop is None:
            return []
        by_length = [depth for depth in Depth if depth is not Depth.DESCRIBED]
        first = [Depth.DESCRIBED, *by_length] if self._is_for_unsighted() else [*by_length, Depth.DESCRIBED]
        ordered = sorted(self._stop.texts, key=lambda text: first.index(text.depth))
        return [{"depth": str(text.depth), **self._length(text)} for text in ordered]

    def _length(self, text: Text) -> dict[str, Any]:
        assert self._stop is not None
        recorded = (
            recording.duration_ms
            for recording in self._stop.recordings
            if recording.depth == text.depth and recording.language == text.language
        )
        amount, unit = round_telling(next(recorded, None) or self._guess_ms(text))
        return {"amount": amount, "unit": unit}

    def _guess_ms(self, text: Text) -> int:
        if self._rooms.can_speak(text.language):
            return speaking_time_ms(text.text, text.language)
        return reading_time_ms(text.text)

    stop_id = Property(str, lambda self: self._stop.card.id if self._stop else "", notify=changed)
    title = Property(str, lambda self: self._stop.card.title if self._stop else "", notify=changed)
    title_language = Property(
        str, lambda self: self._stop.title_language if self._stop else "", notify=changed
    )
    number = Property(str, lambda self: self._stop.card.number if self._stop else "", notify=changed)
    where = Property(str, lambda self: self._stop.card.where if self._stop else "", notify=changed)
    publisher = Property(str, lambda self: self._stop.publisher if self._stop else "", notify=changed)
    reviewed_on = Property(str, lambda self: self._stop.reviewed_on if self._stop else "", notify=changed)
    pictures = Property(list, lambda self: list_pictures(self._stop, self._media), notify=changed)
    artifacts = Property(list, lambda self: list_artifacts(self._stop), notify=changed)
    facts = Property(list, lambda self: list_facts(self._stop), notify=changed)
    credits = Property(list, lambda self: list_credits(self._stop), notify=changed)
    depths = Property(list, _depths, notify=changed)
    depth = Property(str, lambda self: str(self._text.depth) if self._text else "", notify=depth_changed)
    words = Property(str, lambda self: self._text.text if self._text else "", notify=depth_changed)
    words_language = Property(
        str, lambda self: self._text.language if self._text else "", notify=depth_changed
    )
    closer = Property(int, lambda self: self._closer, notify=closer_changed)
    """Which picture fills the page; -1 for none."""
