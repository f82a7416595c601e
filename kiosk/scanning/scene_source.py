"""Drawn scenes as a camera: labels come into view one after another, or when asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from kiosk.scanning.approach import FRAMES_PER_S, draw_approach, draw_bare_wall
from kiosk.scanning.frame import BgrPicture, Frame
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.scenes import Label
from kiosk.scanning.source_thread import Pace, ThreadedSource, read_clock_ms

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.abilities import CameraAbilities
    from kiosk.scanning.frame import Plane


class SceneSource:
    """A camera before a wall.

    The labels given are approached one after another, once or again and again; then, and between
    calls of ``show``, the wall is bare. ``seed`` chooses stone, light and the hand's shaking.
    """

    def __init__(self, labels: Sequence[Label] = (), *, seed: int = 0, repeat: bool = False) -> None:
        self._labels = tuple(labels)
        self._seed = seed
        self._repeat = repeat
        self._waiting: deque[Label] = deque()
        self._thread = ThreadedSource(self._produce)

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource. A started source shows its labels from the first."""
        self.stop()
        self._waiting = deque(self._labels)
        self._thread.start(on_frame, on_lost)

    def stop(self) -> None:
        """See FrameSource."""
        self._thread.stop()

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return self._thread.abilities

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        self._thread.set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource."""
        self._thread.await_return(on_return)

    def show(self, label: Label) -> None:
        """Bring ``label`` before the camera after those that wait already; from any thread."""
        self._waiting.append(label)

    def _produce(self, pace: Pace) -> Iterator[Frame]:
        seqs = count()
        for picture in self._draw():
            if not pace.wait(1 / FRAMES_PER_S):
                return
            yield _as_frame(picture, next(seqs))

    def _draw(self) -> Iterator[Plane]:
        for number in count():
            if not self._waiting and self._repeat:
                self._waiting.extend(self._labels)
            if self._waiting:
                yield from draw_approach(self._waiting.popleft(), self._seed + number)
            else:
                yield draw_bare_wall(self._seed, number)


def _as_frame(picture: Plane, seq: int) -> Frame:
    cv2 = load_cv2()
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return Frame(grey, read_clock_ms(), seq, BgrPicture(picture))
