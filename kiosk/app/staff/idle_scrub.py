"""Reads all installed files again when nobody needs the device: what has rotted is named before a visitor meets it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from kiosk.app.staff.task_process import Ask, Record, TaskProcess
from kiosk.model.errors import KioskError

FIRST_AFTER_S = 3_600.0
EVERY_S = 86_400.0


class IdleScrub:
    """``kiosk pack scrub`` once a day, in a process of its own, an hour after the start at the earliest.

    Args:
        folder: The data folder.
        ask: The way back to the interface thread.
        report: Given what has rotted.
        now_s: A clock that only goes forward, in seconds.
    """

    def __init__(
        self,
        folder: Path,
        ask: Ask,
        report: Callable[[KioskError], None],
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._folder = folder
        self._ask = ask
        self._report = report
        self._now_s = now_s
        self._due_s = now_s() + FIRST_AFTER_S
        self._task: TaskProcess | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether files are being read."""
        return self._task is not None

    def begin_if_due(self) -> None:
        """Begin where a day has passed since the last time; called when nobody visits and staff have no task."""
        if self._task is None and self._now_s() >= self._due_s:
            self._due_s = self._now_s() + EVERY_S
            words = ("pack", "scrub", "--data", str(self._folder))
            self._task = TaskProcess(words, self._ask, lambda _: None, self._end)

    def stop(self) -> None:
        """Break it off: it holds the packs while it reads. It is begun again an hour later."""
        if self._task is not None:
            self._task.close()
            self._task = None
            self._due_s = self._now_s() + FIRST_AFTER_S

    def _end(self, record: Record | None) -> None:
        self._task = None
        for rotten in (record or {}).get("rotten", ()):
            if not rotten["mended"]:
                self._report(_make_rotten(rotten))


def _make_rotten(rotten: Record) -> KioskError:
    return KioskError(
        "A file of a pack has rotted on the disk and was taken away",
        thing=f"{rotten['sha256'][:12]}...",
        found=f"it damaged; needed by {'; '.join(rotten['needed_by'])}",
        remedy="install the pack again from its stick, and look at the disk's health",
        code="app.file-rotten",
    )
