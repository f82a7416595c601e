"""The camera that is wished for: found, tried, and watched while it runs."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from kiosk.scanning.abilities import NO_ABILITIES, CameraAbilities
from kiosk.scanning.camera_nodes import CameraNodes
from kiosk.scanning.camera_run import CameraRun
from kiosk.scanning.cameras import CameraEntry, CameraWish, find_cameras
from kiosk.scanning.freeze_watch import FreezeWatch

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.frame import Frame

_LOOK_FOR_RETURN_S = 0.25

Find = Callable[[CameraWish], Sequence[CameraEntry]]


class CameraSource:
    """Tries the cameras that ``wish`` may mean, best first, and stays with the first that gives frames.

    It chooses anew at each start, since cameras come and go. One that was opened and gave nothing is tried
    last from then on, until the set of cameras changes.
    """

    def __init__(self, wish: CameraWish, find: Find | None = None, nodes: CameraNodes | None = None) -> None:
        self._wish = wish
        self._is_stopping = threading.Event()
        self._find = find or partial(find_cameras, is_unwanted=self._is_stopping.is_set)
        self._nodes = nodes or CameraNodes()
        self._freeze = FreezeWatch()
        self._silent: set[str] = set()
        self._known: frozenset[str] = frozenset()
        self._run: CameraRun | None = None
        self._return: _ReturnWatch | None = None

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        self.stop()
        self._is_stopping.clear()
        self._run = CameraRun(self._list, self._freeze, self._nodes, on_frame, on_lost)

    def stop(self) -> None:
        """See FrameSource."""
        self._is_stopping.set()
        run, self._run = self._run, None
        if run is not None:
            run.stop()
            self._silent |= run.silent
        awaited, self._return = self._return, None
        if awaited is not None:
            awaited.stop()

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        run = self._run
        return run.abilities if run is not None else NO_ABILITIES

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        run = self._run
        if run is not None:
            run.set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource."""
        self.stop()
        self._is_stopping.clear()
        self._return = _ReturnWatch(self._list_keys, self._known, on_return)

    def _list(self) -> list[CameraEntry]:
        entries = self._find(self._wish)
        keys = frozenset(entry.key for entry in entries)
        if keys != self._known:
            self._known = keys
            self._silent.clear()
        return sorted(entries, key=lambda entry: entry.key in self._silent)

    def _list_keys(self) -> frozenset[str]:
        return frozenset(entry.key for entry in self._find(self._wish))


class _ReturnWatch:
    """Looks four times a second which cameras there are (0.05 ms), until there is one that was not there before."""

    def __init__(
        self,
        list_keys: Callable[[], frozenset[str]],
        known: frozenset[str],
        on_return: Callable[[], None],
    ) -> None:
        self._list_keys = list_keys
        self._known = known
        self._on_return = on_return
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="scanning-return", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End; nothing is told afterwards."""
        self._stopping.set()
        if self._thread is not threading.current_thread():
            self._thread.join()

    def _watch(self) -> None:
        while not self._stopping.wait(_LOOK_FOR_RETURN_S):
            keys = self._list_keys()
            if keys - self._known:
                self._on_return()
                return
            self._known = keys
