"""One run of the camera that is wished for, from start to stop or loss: tried, watched, and its loss explained."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.camera_errors import (
    make_busy_error,
    make_denied_error,
    make_frozen_error,
    make_lost_error,
)
from kiosk.scanning.camera_nodes import CameraNodes
from kiosk.scanning.cameras import CameraEntry
from kiosk.scanning.freeze_watch import FROZEN_MS, FreezeWatch
from kiosk.scanning.source_thread import read_clock_ms

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.source import FrameSource

SILENT_MS = 3000
"""Some cameras need two seconds for their first frame."""
_LOOK_EVERY_S = 0.4
# In the words of Qt and of OpenCV's drivers.
_IN_USE = re.compile(r"\b(in use|busy)\b", re.IGNORECASE)


class CameraRun:
    """Begins at once, on a thread that waits while the camera's own gives the frames."""

    def __init__(
        self,
        list_cameras: Callable[[], list[CameraEntry]],
        freeze: FreezeWatch,
        nodes: CameraNodes,
        on_frame: Callable[[Frame], None],
        on_lost: Callable[[KioskError], None],
    ) -> None:
        self.silent: set[str] = set()
        self._list_cameras = list_cameras
        self._freeze = freeze
        self._nodes = nodes
        self._on_frame = on_frame
        self._on_lost = on_lost
        self._changed = threading.Condition()
        self._is_stopping = False
        self._has_frames = False
        self._error: KioskError | None = None
        self._seq = self._seen = 0
        self._shown: tuple[CameraEntry, FrameSource] | None = None
        self._thread = threading.Thread(target=self._work, name="scanning-choice", daemon=True)
        self._thread.start()

    @property
    def abilities(self) -> CameraAbilities:
        """What the camera that is running can do."""
        shown = self._shown
        if shown is None:
            return NO_ABILITIES
        entry, source = shown
        return replace(source.abilities, name=entry.name, faces_user=entry.faces_user)

    def set_torch(self, is_on: bool) -> None:
        """Switch the light of the camera that is running."""
        shown = self._shown
        if shown is not None:
            shown[1].set_torch(is_on)

    def stop(self) -> None:
        """End; nothing is told afterwards."""
        with self._changed:
            self._is_stopping = True
            self._changed.notify_all()
        self._thread.join()

    def _work(self) -> None:
        entries = self._list_cameras()
        errors = []
        for entry in entries:
            error = self._show(entry, may_wait=entry is entries[-1])
            if self._is_stopping:
                return
            if error is not None:
                errors.append(error)
            if self._has_frames:
                break
        if not self._is_stopping:
            self._on_lost(_choose_error(errors))

    def _show(self, entry: CameraEntry, *, may_wait: bool) -> KioskError | None:
        """Show a camera until it is lost (returned), silent for too long, or no longer wanted (None)."""
        source = entry.open()
        self._error = None
        self._freeze.begin(read_clock_ms())
        self._shown = (entry, source)
        source.start(self._take, self._end)
        try:
            if not self._wait_for_frames(None if may_wait else SILENT_MS / 1000):
                self.silent.add(entry.key)
                return None
            while not self._wait_for_end(_LOOK_EVERY_S):
                if self._is_unplugged(entry):
                    self._end(make_lost_error(entry.name, "a camera that was unplugged"))
        finally:
            self._shown = None
            source.stop()
        return None if self._error is None else explain_loss(self._error, entry, self._nodes)

    def _wait_for_frames(self, patience_s: float | None) -> bool:
        """Return False where the camera gave nothing and said nothing."""
        with self._changed:
            return self._changed.wait_for(
                lambda: self._has_frames or self._is_stopping or self._error is not None, patience_s
            )

    def _wait_for_end(self, patience_s: float) -> bool:
        with self._changed:
            return self._changed.wait_for(lambda: self._is_stopping or self._error is not None, patience_s)

    def _is_unplugged(self, entry: CameraEntry) -> bool:
        """Look whether a camera that gives nothing any more is still there; some drivers say nothing of it."""
        seen, self._seen = self._seen, self._seq
        return seen == self._seq and all(each.key != entry.key for each in self._list_cameras())

    def _take(self, frame: Frame) -> None:
        if not self._freeze.look(frame):
            shown = self._shown
            self._end(make_frozen_error(shown[0].name if shown else "", FROZEN_MS))
            return
        if not self._has_frames:
            with self._changed:
                self._has_frames = True
                self._changed.notify_all()
        if self._seq != frame.seq:
            # One camera gave some frames, failed, and another goes on.
            frame = replace(frame, seq=self._seq)
        self._seq += 1
        self._on_frame(frame)

    def _end(self, error: KioskError) -> None:
        with self._changed:
            self._error = self._error or error
            self._changed.notify_all()


def explain_loss(error: KioskError, entry: CameraEntry, nodes: CameraNodes) -> KioskError:
    """Return why a camera was lost, where the system tells more of it than its driver does."""
    if entry.node is None or error.code not in ("scanning.camera-lost", "scanning.camera-silent"):
        return error
    if nodes.is_denied(entry.node):
        return make_denied_error(entry.name)
    holder = nodes.find_holder(entry.node)
    if holder is None and _IN_USE.search(error.found):
        holder = "another program"
    return error if holder is None else make_busy_error(entry.name, holder)


def _choose_error(errors: Sequence[KioskError]) -> KioskError:
    """Return the error that tells staff most: who may not, who is held up, then what the last driver said."""
    for code in ("scanning.camera-denied", "scanning.camera-busy"):
        for error in errors:
            if error.code == code:
                return error
    return errors[-1] if errors else make_lost_error("", "no camera")
