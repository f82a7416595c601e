"""Joins a source, a reader and the settler on a thread of its own: latest frame wins."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.scanning.camera_errors import make_silent_error
from kiosk.scanning.events import (
    CameraBack,
    CameraLost,
    CameraReady,
    ScannerEvent,
    Settled,
    Several,
    SourceEnded,
)
from kiosk.scanning.inbox import FrameInbox
from kiosk.scanning.picture_watch import PictureWatch
from kiosk.scanning.sight import Sight, SightRules
from kiosk.scanning.source_thread import read_clock_ms

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.reader import FrameReader
    from kiosk.scanning.recogniser import PictureRecogniser
    from kiosk.scanning.source import FrameSource


@dataclass(frozen=True, slots=True)
class ScannerRules:
    """How the scanner spends its time; all in milliseconds.

    Attributes:
        frame_interval_ms: From one frame read to the next; frames between are dropped.
        silent_ms: A camera that gives no frame for so long is lost.
        first_retry_ms: How soon a lost camera is tried again; doubled each time ...
        last_retry_ms: ... up to this.
        rest_after_ms: Paused for so long, the camera is switched off: it warms the device for nobody, and
            needs about a second to come back.
        sight: What counts as still, as settled, and as unreadable.
    """

    frame_interval_ms: int = 66
    silent_ms: int = 5000
    first_retry_ms: int = 500
    last_retry_ms: int = 10_000
    rest_after_ms: int = 30_000
    sight: SightRules = field(default_factory=SightRules)


@dataclass(frozen=True, slots=True)
class ScannerFigures:
    """What the scanner has done since it was made. ``read_ms`` is the last frame's reading time."""

    frames_seen: int
    frames_read: int
    frames_dropped: int
    read_ms: float


class _Mode(Enum):
    STOPPED = auto()
    RUNNING = auto()
    PAUSED = auto()
    RELEASED = auto()


class Scanner:
    """Watches ``source`` and tells ``on_event`` what it sees, on the scanner's thread.

    ``reader`` is used on that thread only; decoders are loaded there, not in ``__init__``. ``recogniser`` is used on
    another one, begun when the first view is held steady without a code in it.
    """

    def __init__(
        self,
        source: FrameSource,
        reader: FrameReader,
        on_event: Callable[[ScannerEvent], None],
        rules: ScannerRules | None = None,
        clock_ms: Callable[[], int] = read_clock_ms,
        recogniser: PictureRecogniser | None = None,
    ) -> None:
        self._source = source
        self._on_event = on_event
        self._rules = rules or ScannerRules()
        self._clock_ms = clock_ms
        self._sight = Sight(reader, self._rules.sight, clock_ms)
        self._pictures = PictureWatch(recogniser, clock_ms) if recogniser is not None else None
        self._inbox = FrameInbox()
        self._mode = _Mode.STOPPED
        self._is_to_forget = self._is_resumed = False
        self._thread: threading.Thread | None = None
        # Only the scanner's thread touches these.
        self._is_lost = False
        self._is_ready_told = False
        self._retry_ms = self._rules.first_retry_ms

    def start(self) -> None:
        """Begin to scan; returns at once. A camera that is not there comes as CameraLost."""
        self._set_mode(_Mode.RUNNING)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="scanning", daemon=True)
            self._thread.start()

    def pause(self, *, release_camera: bool = False) -> None:
        """Read nothing until ``resume``. Released, the camera is off and somebody else's to use.

        Its light goes out either way.
        """
        if self._thread is not None:
            self._source.set_torch(False)
            self._set_mode(_Mode.RELEASED if release_camera else _Mode.PAUSED)

    def resume(self, *, forget: bool = True) -> None:
        """Read again; with ``forget`` a code or thing still in view acts again, else it has to leave first."""
        if self._thread is not None:
            self._is_to_forget = self._is_to_forget or forget
            self._is_resumed = True
            self._set_mode(_Mode.RUNNING)

    def stop(self) -> None:
        """End: camera released, threads joined, no event afterwards. May be repeated.

        Not to be called from ``on_event``, whose thread this waits for.
        """
        self._set_mode(_Mode.STOPPED)
        thread, self._thread = self._thread, None
        if thread is not None:
            self._source.set_torch(False)
            thread.join()

    def latest_frame(self) -> Frame | None:
        """Return the newest frame for a preview (``frame.rgb(width)``), or None while the camera is off."""
        return self._inbox.latest

    def set_torch(self, is_on: bool) -> None:
        """Switch the camera's light, where it has one (``CameraReady`` says so)."""
        self._source.set_torch(is_on)

    def figures(self) -> ScannerFigures:
        """Return the counts so far; from any thread."""
        seen, dropped = self._inbox.seen_and_dropped
        return ScannerFigures(seen, self._sight.frames_read, dropped, self._sight.read_ms)

    def _set_mode(self, mode: _Mode) -> None:
        self._mode = mode
        self._inbox.set_open(mode is _Mode.RUNNING)

    def _work(self) -> None:
        self._sight.warm_up()
        while self._mode is not _Mode.STOPPED:
            if self._mode is not _Mode.RUNNING:
                self._inbox.take(None)
                continue
            self._inbox.clear()
            self._is_ready_told = False
            self._source.start(self._inbox.put, self._inbox.put_lost)
            try:
                lost = self._watch()
            finally:
                self._source.stop()
                self._let_go()
            if lost is not None:
                self._tell_lost(lost)

    def _let_go(self) -> None:
        """Keep no picture once the camera is off: a visitor may be in it."""
        self._inbox.clear()
        self._sight.let_go()
        if self._pictures is not None:
            self._pictures.stop()

    def _watch(self) -> KioskError | None:
        """Read frames until the source is lost (returned), no longer wanted or paused for long (None)."""
        while self._mode in (_Mode.RUNNING, _Mode.PAUSED):
            if self._mode is _Mode.PAUSED:
                self._drop_pictures()
            is_running = self._mode is _Mode.RUNNING
            patience_ms = self._rules.silent_ms if is_running else self._rules.rest_after_ms
            begun_ms = self._clock_ms()
            taken = self._inbox.take(patience_ms)
            if isinstance(taken, KioskError):
                return taken
            if taken is not None:
                self._look(taken)
                interval_ms = max(self._rules.frame_interval_ms, self._sight.least_interval_ms)
                self._inbox.rest(interval_ms - (self._clock_ms() - taken.at_ms))
            elif self._clock_ms() - begun_ms >= patience_ms:
                return make_silent_error("", patience_ms / 1000) if is_running else None
        return None

    def _look(self, frame: Frame) -> None:
        self._retry_ms = self._rules.first_retry_ms
        self._tell_return()
        if self._is_resumed:
            self._look_anew()
        events = self._sight.look(frame)
        if self._pictures is not None:
            events += self._follow_pictures(self._pictures, frame, events)
        for event in events:
            if self._mode is not _Mode.RUNNING:
                return
            self._on_event(event)

    def _look_anew(self) -> None:
        self._is_resumed = False
        self._drop_pictures()
        if not self._is_to_forget:
            self._sight.look_anew()
            return
        self._is_to_forget = False
        self._sight.forget()
        if self._pictures is not None:
            self._pictures.forget()

    def _drop_pictures(self) -> None:
        """What is being recognised now will be long gone when somebody looks again."""
        if self._pictures is not None:
            self._pictures.cancel()

    def _tell_return(self) -> None:
        if self._is_lost:
            self._is_lost = False
            self._on_event(CameraBack(self._clock_ms()))
        if not self._is_ready_told:
            self._is_ready_told = True
            self._on_event(CameraReady(self._source.abilities, self._clock_ms()))

    def _follow_pictures(
        self, pictures: PictureWatch, frame: Frame, events: Sequence[ScannerEvent]
    ) -> list[ScannerEvent]:
        stir = self._sight.stir
        has_codes = self._sight.has_codes or any(isinstance(event, Settled | Several) for event in events)
        pictured = pictures.see(frame, stir, has_codes) if stir is not None else None
        if pictured is None:
            return []
        self._sight.end_trying()
        return [pictured]

    def _tell_lost(self, error: KioskError) -> None:
        if error.code == "scanning.source-ended":
            self._on_event(SourceEnded(self._clock_ms()))
            self._wait_for_stop()
            return
        if not self._is_lost:
            self._is_lost = True
            self._on_event(CameraLost(error, self._clock_ms()))
        self._wait_for_return()

    def _wait_for_return(self) -> None:
        """Rest until the next try is due, or the source says that it is worth one now."""
        self._source.await_return(self._inbox.poke)
        has_rested = self._inbox.rest(self._retry_ms)
        self._source.stop()
        if has_rested:
            self._retry_ms = min(2 * self._retry_ms, self._rules.last_retry_ms)
        else:
            # Plugged in a moment ago, it may need another moment until it can be opened.
            self._retry_ms = self._rules.first_retry_ms

    def _wait_for_stop(self) -> None:
        while self._mode is not _Mode.STOPPED:
            self._inbox.take(None)
