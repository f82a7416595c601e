"""What the visitor speaks into the guide before it is sent: recorded, listened to, or thrown away. From QML: ``SpokenNote``."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.errors import KioskError
from kiosk.screens.engine import get_models
from kiosk.screens.rooms import Rooms
from kiosk.spoken.opus import encode_opus
from kiosk.spoken.recorder import MOST_S

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

SAID_FIRST_MS = 3_000
"""So long the screen has to say that it is about to listen, where it is read aloud."""


@QmlElement
@QmlSingleton
class SpokenNote(QObject):
    """One recording, in memory only. While it is made nothing else is heard; whatever begins to be heard ends it.

    ``state`` is "" (nothing recorded), ``waiting`` (the screen is read aloud, and says first what is to come),
    ``recording``, ``making`` (it becomes a small file), ``ready``, ``playing``;
    or why there is nothing: ``quiet`` (nobody was heard) or ``failed`` (no microphone any more).
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, rooms: Rooms) -> None:
        super().__init__()
        self._rooms = rooms
        self._state = ""
        self._content: bytes | None = None
        self._length_ms = 0
        self._request = 0
        self._is_spoken = False
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(SAID_FIRST_MS)
        self._waiting.timeout.connect(self._begin)

    @staticmethod
    def create(engine: QQmlEngine) -> SpokenNote:
        """Hand QML the one object the shell made."""
        return get_models(engine).note

    @property
    def content(self) -> bytes | None:
        """The recording as it would be sent; None where there is none."""
        return self._content

    @property
    def is_possible(self) -> bool:
        """Whether something can be recorded here: there is a microphone, and room to keep what is said."""
        recorder, shelf = self._rooms.recorder, self._rooms.spoken
        return recorder is not None and shelf is not None and recorder.is_there and not shelf.is_full

    @Slot()
    def start(self) -> None:
        """Record from now on; what was recorded before is gone."""
        self.discard()
        if self._rooms.recorder is None:
            return
        if self._is_spoken:
            self._go("waiting")
            self._waiting.start()
        else:
            self._begin()

    @Slot(bool)
    def be_spoken(self, is_spoken: bool) -> None:
        """Let the screen say first what is to come, from now on or no more."""
        self._is_spoken = is_spoken

    @Slot()
    def _begin(self) -> None:
        recorder = self._rooms.recorder
        assert recorder is not None
        self._rooms.narrator.one_sound.take(self)
        try:
            recorder.start(self._follow)
        except KioskError as error:
            self._fail(error)
            return
        self._go("recording")

    @Slot()
    def stop(self) -> None:
        """Record no more, and make what there is ready to be listened to and sent."""
        if self._state == "waiting":
            self.discard()
        recorder = self._rooms.recorder
        if recorder is None or self._state != "recording":
            return
        recorder.stop()
        self._rooms.narrator.one_sound.give_back(self)
        self._length_ms = recorder.length_ms
        samples, was_heard = recorder.samples, recorder.was_heard
        problem = recorder.problem
        recorder.discard()
        if not was_heard:
            self._fail(problem) if problem is not None else self._go("quiet")
            return
        self._go("making")
        request = self._request
        self._rooms.background.submit(
            partial(encode_opus, samples), partial(self._take, request), partial(self._take_failure, request)
        )

    @Slot()
    def listen(self) -> None:
        """Hear it once more, or no more where it is heard just now."""
        sounds = self._rooms.sounds
        if sounds is None or self._content is None:
            return
        if self._state == "playing":
            sounds.stop()
            self._go("ready")
            return
        try:
            sounds.open(self._content, self)
        except KioskError as error:
            self._rooms.visit.incident(error.code)
            return
        self._go("playing")

    @Slot()
    def discard(self) -> None:
        """Throw it away; nothing of it is left."""
        self._request += 1
        self._waiting.stop()
        if self._state == "playing" and self._rooms.sounds is not None:
            self._rooms.sounds.stop()
        if self._rooms.recorder is not None:
            self._rooms.recorder.discard()
        self._rooms.narrator.one_sound.give_back(self)
        self._content, self._length_ms = None, 0
        self._go("")

    def fall_silent(self) -> None:
        """Something else is heard: what was said until now stays."""
        self.stop()

    # What the player tells of listening once more.

    def sound_stood_still(self) -> None:
        """Something else is heard."""
        self._rest()

    def sound_unplugged(self) -> None:
        """The headphones are out: nobody around must listen."""
        self._rest()

    def sound_plugged_in(self) -> None:
        """Wait for a touch: nothing begins by itself."""

    def sound_went_on(self) -> None:
        """It is heard again after words said in between."""
        if self._content is not None:
            self._go("playing")

    def sound_over(self) -> None:
        """It has been heard."""
        self._rest()

    def sound_unplayable(self, error: KioskError) -> None:
        """It may still be sent: what it is was checked when it was made."""
        self._rooms.visit.incident(error.code)
        self._rest()

    def _rest(self) -> None:
        if self._state == "playing":
            self._go("ready")

    def _follow(self) -> None:
        """Show how loud and how long it is; the microphone ends it after a minute, or when it is gone."""
        recorder = self._rooms.recorder
        if recorder is not None and not recorder.is_recording:
            self.stop()
        self.moved.emit()

    def _take(self, request: int, content: bytes) -> None:
        if request == self._request:
            self._content = content
            self._go("ready")

    def _take_failure(self, request: int, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        if request == self._request:
            self._fail(error)

    def _fail(self, error: KioskError | None) -> None:
        self._rooms.narrator.one_sound.give_back(self)
        if error is not None:
            self._rooms.visit.incident(error.code)
        self._go("failed")

    def _go(self, state: str) -> None:
        self._state = state
        self.changed.emit()
        self.moved.emit()

    def _seconds(self) -> int:
        recorder = self._rooms.recorder
        if self._state == "recording" and recorder is not None:
            return recorder.length_ms // 1_000
        return -(-self._length_ms // 1_000)

    def _level(self) -> float:
        return self._rooms.recorder.level if self._rooms.recorder is not None else 0.0

    state = Property(str, lambda self: self._state, notify=changed)
    seconds = Property(int, _seconds, notify=moved)
    """How long it is: while it is made, until now."""
    seconds_left = Property(int, lambda self: max(0, MOST_S - self._seconds()), notify=moved)
    level = Property(float, _level, notify=moved)
    """How loud the voice is just now, 0 to 1."""
