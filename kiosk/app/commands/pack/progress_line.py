"""How far a long job is, for people: one line that fills on a terminal, a line for each kind of work elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from kiosk.app.output import Output
from kiosk.model.errors import make_printable

if TYPE_CHECKING:
    from kiosk.packs.progress import OnProgress, Progress

BAR_SIGNS = 24
# A terminal wraps what fills its last column; longer words than these tell nobody more.
MOST_SIGNS = 110
# More often than this, a line only flickers.
LEAST_PAUSE_S = 0.1
_CLEAR_LINE = "\r\x1b[K"


@contextmanager
def show_progress_line(
    out: Output, otherwise: OnProgress | None = None, stream: TextIO | None = None
) -> Iterator[OnProgress]:
    """Yield a listener for progress; the line is gone when the work is done or given up.

    It is written to ``stream`` (standard error by default), so that answers stay clean. Where that is no
    terminal, ``otherwise`` is told instead, if given. Programs that read JSON see nothing of it.
    """
    from kiosk.packs.progress import ignore_progress

    target = stream or sys.stderr
    if out.as_json or not target.isatty():
        yield otherwise or ignore_progress
        return
    line = _Line(target)
    try:
        yield line.show
    finally:
        target.write(_CLEAR_LINE)
        target.flush()


class _Line:
    """The one line on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        from kiosk.packs.progress import Pace

        self._stream = stream
        self._pace = Pace()
        self._shown_at = 0.0

    def show(self, progress: Progress) -> None:
        """Draw the line anew, unless it was drawn just now."""
        remaining_s = progress.remaining_s
        if remaining_s is None:
            remaining_s = self._pace.remaining_s(progress.done, progress.total)
        now = time.monotonic()
        if now - self._shown_at >= LEAST_PAUSE_S or progress.done >= progress.total:
            self._shown_at = now
            width = min(shutil.get_terminal_size((80, 24)).columns - 1, MOST_SIGNS)
            line = make_printable(format_progress(progress, remaining_s))
            self._stream.write(_CLEAR_LINE + (line if len(line) <= width else f"{line[: width - 3]}..."))
            self._stream.flush()


def format_progress(progress: Progress, remaining_s: float | None) -> str:
    """Return progress as a bar, the share done, the time left, and what is being done."""
    share = progress.done / progress.total if progress.total else 1.0
    filled = round(share * BAR_SIGNS)
    bar = "#" * filled + "." * (BAR_SIGNS - filled)
    left = f"  {format_remaining(remaining_s)} left" if remaining_s is not None and share < 1 else ""
    return f"[{bar}] {share:4.0%}{left}  {progress.words}"


def format_remaining(remaining_s: float) -> str:
    """Return a time to wait in round words: ``8 s``, ``2 min``, ``1 h 10 min``."""
    seconds = max(1, round(remaining_s))
    if seconds < 90:
        return f"{seconds} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
