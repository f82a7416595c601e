"""A wall held in view by a hand that is not quite still: labels side by side, or nothing in the dark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from kiosk.scanning.approach import FRAMES_PER_S
from kiosk.scanning.frame import BgrPicture, Frame
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.source_thread import Pace, ThreadedSource, read_clock_ms

_SHAKE_SHARE = 0.004  # of the frame's width


def open_held_view(labels: Sequence[Label], view: View, seed: int = 0) -> ThreadedSource:
    """Return a camera that looks at a wall with ``labels`` from ``view`` until it is stopped; the same for the same ``seed``."""

    def produce(pace: Pace) -> Iterator[Frame]:
        import numpy as np

        cv2 = load_cv2()
        scene, random = Scene(tuple(labels), seed), np.random.default_rng(seed)
        for seq in count():
            if not pace.wait(1 / FRAMES_PER_S):
                return
            across, down = (float(way) for way in random.normal(0, _SHAKE_SHARE, 2))
            seen = scene.look(replace(view, shift_x=view.shift_x + across, shift_y=view.shift_y + down))
            yield Frame(cv2.cvtColor(seen, cv2.COLOR_BGR2GRAY), read_clock_ms(), seq, BgrPicture(seen))

    return ThreadedSource(produce)
