"""The thread every source of files runs on: paced, stopped at once, joined, nothing left behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from kiosk.model.errors import KioskError
from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame

_JOIN_TIMEOUT_S = 15.0  # a camera's driver may hold a read for up to 10 s


def read_clock_ms() -> int:
    """Return the monotonic clock all frames are stamped with, in ms."""
    return time.monotonic_ns() // 1_000_000


class Pace:
    """Lets a source wait for the next frame's time and notice at once that it is stopped."""

    def __init__(self) -> None:
        self._stopping = threading.Event()
        self._due_s = time.monotonic()

    def wait(self, step_s: float) -> bool:
        """Sleep until ``step_s`` after the last time; return False when stopping.

        A source that fell behind goes on from now, and does not hurry to catch up.
        """
        self._due_s = max(self._due_s + step_s, time.monotonic())
        return not self._stopping.wait(self._due_s - time.monotonic())

    @property
    def is_stopping(self) -> bool:
        """Whether the source is asked to end."""
        return self._stopping.is_set()

    def stop(self) -> None:
        """Make every wait end now."""
        self._stopping.set()


Produce: TypeAlias = "Callable[[Pace], Iterator[Frame]]"


class ThreadedSource:
    """A frame source made of a generator of frames that is run on a thread."""

    def __init__(self, produce: Produce) -> None:
        self._produce = produce
        self._pace = Pace()
        self._thread: threading.Thread | None = None

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        self.stop()
        self._pace = pace = Pace()
        self._thread = threading.Thread(
            target=self._run, args=(pace, on_frame, on_lost), name="scanning-source", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """See FrameSource."""
        self._pace.stop()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_JOIN_TIMEOUT_S)
            self._thread = None

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return NO_ABILITIES

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        del is_on  # files have no light

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource."""
        del on_return  # a file does not come back

    def _run(
        self,
        pace: Pace,
        on_frame: Callable[[Frame], None],
        on_lost: Callable[[KioskError], None],
    ) -> None:
        try:
            self._give(pace, on_frame)
            error = make_ended_error()
        except KioskError as lost:
            error = lost
        if not pace.is_stopping:
            on_lost(error)

    def _give(self, pace: Pace, on_frame: Callable[[Frame], None]) -> None:
        frames = self._produce(pace)
        try:
            for frame in frames:
                if pace.is_stopping:
                    return
                on_frame(frame)
        finally:
            # A generator left half way holds its camera until somebody collects it.
            close = getattr(frames, "close", None)
            if close is not None:
                close()


def make_ended_error() -> KioskError:
    """Return how a source says that it has been shown to its end."""
    return KioskError(
        "No more frames come",
        found="the end of the video or folder",
        remedy="start it again",
        code="scanning.source-ended",
    )
