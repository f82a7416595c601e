"""How far an install is: bytes for people, JSON lines for the program that watches."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.progress import OnProgress, Progress

TOLD_EVERY_S = 0.2


def tell_progress(out: Output, clock: Callable[[], float] = time.monotonic) -> OnProgress:
    """Return a listener for a program: ``{"progress", "done_bytes", "total_bytes", "remaining_s"}``, a line each."""
    last, told_s = "", float("-inf")

    def tell(progress: Progress) -> None:
        nonlocal last, told_s
        if progress.words == last and clock() - told_s < TOLD_EVERY_S:
            return
        last, told_s = progress.words, clock()
        remaining_s = None if progress.remaining_s is None else round(progress.remaining_s, 1)
        record = {
            "progress": progress.words,
            "done_bytes": progress.done,
            "total_bytes": progress.total,
            "remaining_s": remaining_s,
        }
        out.answer(record, json.dumps(record))

    return tell


def with_bytes(on_progress: OnProgress) -> OnProgress:
    """Return a listener that says the bytes among the words, as people on a terminal like to see them."""

    def show(progress: Progress) -> None:
        amount = f" {progress.done / 1e6:,.1f} of {progress.total / 1e6:,.1f} MB"
        under_way = 0 < progress.done < progress.total
        on_progress(replace(progress, words=progress.words + amount if under_way else progress.words))

    return show
