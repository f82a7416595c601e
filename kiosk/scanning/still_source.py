"""One picture, or a folder of them, held before the camera one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.scanning.picture_file import load_picture
from kiosk.scanning.source_thread import Pace, ThreadedSource, read_clock_ms

if TYPE_CHECKING:
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.source import Showing


def open_stills(paths: tuple[Path, ...], showing: Showing) -> ThreadedSource:
    """Return a source that shows each picture for its time; damaged ones are passed over."""
    return ThreadedSource(partial(_show, paths, showing))


def _show(paths: tuple[Path, ...], showing: Showing, pace: Pace) -> Iterator[Frame]:
    seq = 0
    while True:
        shown_before = seq
        faults: list[KioskError] = []
        for path in paths:
            for frame in _hold(path, showing, pace, seq, faults):
                seq = frame.seq + 1
                yield frame
            if pace.is_stopping:
                return
        if seq == shown_before:
            # A round without one good picture will not get better by going round again.
            raise faults[0]
        if not showing.repeat:
            return


def _hold(
    path: Path, showing: Showing, pace: Pace, first_seq: int, faults: list[KioskError]
) -> Iterator[Frame]:
    """Yield one picture for its time; nothing, and a fault noted, where it cannot be read."""
    try:
        still = load_picture(path, read_clock_ms())
    except KioskError as error:
        faults.append(error)
        return
    count = max(1, round(showing.shown_ms * showing.frames_per_s / 1000))
    for seq in range(first_seq, first_seq + count):
        if not pace.wait(1 / showing.frames_per_s):
            return
        yield replace(still, at_ms=read_clock_ms(), seq=seq)
