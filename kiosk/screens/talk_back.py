"""The visitor's own voice: a comment, a question, a story, a rating; sent, and taken back. From QML: ``TalkBack``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import VoiceOf
from kiosk.model.errors import KioskError
from kiosk.model.visitor_words import MAX_CHARACTERS, clean_words, count_left
from kiosk.screens.engine import get_models
from kiosk.screens.narration_bar import NarrationBar
from kiosk.screens.rooms import Rooms
from kiosk.screens.spoken_note import SpokenNote
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.waiting_story import WaitingStory

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class _Sent:
    number: int
    kind: str
    text: str
    sound: str
    title: str


@QmlElement
@QmlSingleton
class TalkBack(QObject):
    """What a visitor gives back to the site, about a stop or about all of it. Nothing leaves that was not sent.

    ``step`` is ``write``, ``speak``, or ``sent`` (what was sent, to be taken back until the visit ends). ``trouble`` says
    why something was not sent: ``enough`` (no more messages of one visit) or ``failed`` (the disk).
    """

    changed = Signal()
    words_changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, note: SpokenNote, bar: NarrationBar) -> None:
        super().__init__()
        self._story = WaitingStory(bar)
        self._rooms = rooms
        self._flow = flow
        self._note = note
        self._page = flow.shown
        self._stop_id = self._title = self._text = self._trouble = ""
        self._kind = str(VoiceOf.COMMENT)
        self._step = "write"
        self._rated = 0
        self._sent: list[_Sent] = []
        self._is_sending = self._may_record = False
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> TalkBack:
        """Hand QML the one object the shell made."""
        return get_models(engine).talk

    @Slot(str)
    def open(self, stop_id: str) -> None:
        """Go to the page, to say something about a stop, or about the site (""); what was begun there stays."""
        if not self._kinds():
            return
        if stop_id != self._stop_id:
            self._rated = 0
        self._stop_id, self._title = stop_id, self._find_title(stop_id)
        self._kind = self._kind if self._kind in self._kinds() else self._kinds()[0]
        self._step = "speak" if self._note.content else "write"
        self._trouble = ""
        # Asked once: whoever plugs a microphone in opens the page anew.
        self._may_record = "recording" in self._allowed() and self._note.is_possible
        self.changed.emit()
        self._flow.show("talk")

    @Slot(str)
    def choose_kind(self, kind: str) -> None:
        """Say what it is: a comment, a question, a story of one's own."""
        if kind in self._kinds():
            self._kind = kind
            self.changed.emit()

    @Slot(str)
    def go(self, step: str) -> None:
        """Write, or speak; what was begun the other way stays until it is sent."""
        if step == "write" or (step == "speak" and self._may_record):
            self._step, self._trouble = step, ""
            self.changed.emit()

    @Slot(str)
    def write(self, text: str) -> None:
        """Take what stands in the field; not more of it than is ever sent."""
        self._text = text[:MAX_CHARACTERS]
        self.words_changed.emit()

    @Slot()
    def send(self) -> None:
        """Send what was written or recorded: from now on it is told, unless it is taken back."""
        if self._step == "write":
            self._send_words()
        elif self._step == "speak" and self._note.content is not None:
            self._send_sound(self._note.content)

    @Slot(int)
    def take_back(self, number: int) -> None:
        """Take back what was sent: nobody hears of it."""
        sent = next((one for one in self._sent if one.number == number), None)
        if sent is None:
            return
        self._rooms.visit.take_back(number)
        self._drop(sent.sound)
        self._sent.remove(sent)
        self.changed.emit()

    @Slot(int)
    def rate(self, stars: int) -> None:
        """Say how one likes the stop this page is about, or the site: 1 to 5; the last word holds."""
        if self._may_rate() and 1 <= stars <= 5:
            self._rated = stars
            self._rooms.visit.rate(stars, self._stop_id)
            self.changed.emit()

    @Slot()
    def begin_anew(self) -> None:
        """Say something else."""
        self._step, self._trouble = "write", ""
        self.changed.emit()

    def forget(self) -> None:
        """Leave nothing of a visit; what was recorded and not sent is gone."""
        self._story.forget()
        self._note.discard()
        self._stop_id = self._title = self._text = self._trouble = ""
        self._kind, self._step, self._rated = str(VoiceOf.COMMENT), "write", 0
        self._sent.clear()
        self._is_sending = self._may_record = False
        self.changed.emit()
        self.words_changed.emit()

    def _send_words(self) -> None:
        words = clean_words(self._text)
        if words and self._say(text=words):
            self._text = ""
            self.words_changed.emit()

    def _send_sound(self, content: bytes) -> None:
        shelf = self._rooms.spoken
        if shelf is None or self._is_sending:
            return
        self._is_sending = True
        self.changed.emit()
        visit = self._rooms.visit.id
        self._rooms.background.submit(
            partial(shelf.hold, content),
            partial(self._sound_held, visit),
            partial(self._sound_not_held, visit),
        )

    def _sound_held(self, visit: str | None, sha256: str) -> None:
        self._is_sending = False
        # The visit may have ended while the disk was busy: then it was never sent.
        if visit is None or visit != self._rooms.visit.id or not self._say(sound=sha256):
            self._drop(sha256)
            self.changed.emit()
            return
        self._note.discard()

    def _sound_not_held(self, visit: str | None, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        self._rooms.visit.incident(error.code)
        if visit == self._rooms.visit.id:
            self._is_sending, self._trouble = False, "failed"
            self.changed.emit()

    def _say(self, *, text: str = "", sound: str = "") -> bool:
        journey = self._flow.journey
        if journey is None:
            return False
        number = self._rooms.visit.say(
            self._kind, language=journey.language, text=text, sound=sound, stop_id=self._stop_id
        )
        if number is None:
            self._trouble = "enough"
        else:
            self._sent.append(_Sent(number, self._kind, text, sound, self._title))
            self._step, self._trouble = "sent", ""
        self.changed.emit()
        return number is not None

    def _drop(self, sha256: str) -> None:
        if sha256 and self._rooms.spoken is not None:
            self._rooms.background.submit(
                partial(self._rooms.spoken.drop, sha256), lambda _done: None, self._note_undropped
            )

    def _note_undropped(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        self._rooms.visit.incident("spoken.not-kept")

    @Slot()
    def _follow(self) -> None:
        """A story stands still while one writes or speaks. Elsewhere nothing is recorded; what was said until then stays."""
        was_here, self._page = self._page == "talk", self._flow.shown
        if self._page == "talk" and not was_here:
            self._story.interrupt(self._story.is_heard)
            self._rooms.narrator.pause()
        elif was_here and self._page != "talk":
            self._note.stop()
            self._story.go_on()
        self.changed.emit()

    def _find_title(self, stop_id: str) -> str:
        journey = self._flow.journey
        if journey is None or not stop_id:
            return ""
        return self._rooms.library.get_stop(stop_id, journey.language).card.title

    def _allowed(self) -> frozenset[str]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return frozenset()
        return frozenset(self._rooms.library.allows(journey.site_id))

    def _kinds(self) -> list[str]:
        allowed = self._allowed()
        return [str(kind) for kind in VoiceOf if kind in allowed]

    def _may_rate(self) -> bool:
        return "rating" in self._allowed()

    def _list_sent(self) -> list[dict[str, Any]]:
        return [
            {"number": one.number, "kind": one.kind, "text": one.text, "title": one.title}
            for one in reversed(self._sent)
        ]

    kinds = Property(list, _kinds, notify=changed)
    """What visitors may give back here, most usual first; empty where the site takes nothing."""
    may_rate = Property(bool, _may_rate, notify=changed)
    may_speak = Property(bool, lambda self: self._may_record, notify=changed)
    step = Property(str, lambda self: self._step, notify=changed)
    kind = Property(str, lambda self: self._kind, notify=changed)
    title = Property(str, lambda self: self._title, notify=changed)
    """The title of the stop it is about; "" for the site."""
    rated = Property(int, lambda self: self._rated, notify=changed)
    trouble = Property(str, lambda self: self._trouble, notify=changed)
    sending = Property(bool, lambda self: self._is_sending, notify=changed)
    sent = Property(list, _list_sent, notify=changed)
    text = Property(str, lambda self: self._text, notify=words_changed)
    most_characters = Property(int, lambda _self: MAX_CHARACTERS, constant=True)
    characters_left = Property(int, lambda self: count_left(self._text), notify=words_changed)
    something_written = Property(bool, lambda self: bool(clean_words(self._text)), notify=words_changed)
