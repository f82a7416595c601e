"""A recogniser that knows what it is told to, and can be held up."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from kiosk.scanning.recogniser import PictureMatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.scanning.frame import Plane

PATIENCE_S = 20.0


class FakeRecogniser:
    """A PictureRecogniser. ``answers`` are given one after another, the last one again and again.

    While ``gate`` is closed a look does not end; ``is_busy`` is set when one has begun.
    """

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers) or [()]
        self.asked = 0
        self.threads: set[str] = set()
        self.gate = threading.Event()
        self.gate.set()
        self.is_busy = threading.Event()

    def recognise(self, luminance: Plane) -> Sequence[PictureMatch]:
        """See PictureRecogniser."""
        self.threads.add(threading.current_thread().name)
        answer = self.answers[min(self.asked, len(self.answers) - 1)]
        self.asked += 1
        self.is_busy.set()
        self.gate.wait(PATIENCE_S)
        return [PictureMatch(stop_id, 0.9) for stop_id in answer]
