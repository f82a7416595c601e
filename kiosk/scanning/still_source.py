"""One picture, or a folder of them, held before the camera one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import cycle
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
    shown = 0
    for number, path in enumerate(cycle(paths) if showing.repeat else paths):
        if number == len(paths) and shown == 0:
            # A round without one good picture: it will not get better by going round again.
            break
        try:
            still = load_picture(path, read_clock_ms())
        except KioskError as error:
            if len(paths) == 1:
                raise
            last_error = error
            continue
        for frame in _hold(still, showing, pace, shown):
            shown += 1
            yield frame
    if shown == 0:
        raise last_error


def _hold(still: Frame, showing: Showing, pace: Pace, first_seq: int) -> Iterator[Frame]:
    count = max(1, round(showing.shown_ms * showing.frames_per_s / 1000))
    for seq in range(first_seq, first_seq + count):
        if not pace.wait(1 / showing.frames_per_s):
            return
        yield replace(still, at_ms=read_clock_ms(), seq=seq)
