"""Looks of a pack that was never written: pictures go in, and what a recogniser asks for comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from kiosk.recognition.maker import join_signatures, look_at_picture

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane


def encode(picture: Plane) -> bytes:
    """Return a picture as a build keeps it."""
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 86])[1].tobytes()


@cache
def look_once(data: bytes) -> bytes:
    """Return the signature of an encoded picture, made once for all tests."""
    return look_at_picture(data)


class MadeLooks:
    """A :class:`kiosk.recognition.recogniser.Looks`, and a shelf with nothing else on it.

    Attributes:
        signatures: By picture; a test may damage or remove them.
    """

    def __init__(self, made: Mapping[str, bytes], stops: Mapping[str, Sequence[str]]) -> None:
        paths = {name: Path(name) for name in made}
        joined = join_signatures(
            {paths[name]: raw for name, raw in made.items()},
            [[paths[name] for name in names] for names in stops.values()],
        )
        in_order = sorted(joined.looks)
        self._vocabulary = joined.vocabulary
        self._words = [(number, joined.looks[path].words) for number, path in enumerate(in_order)]
        self._stops = [
            tuple(stop for stop, names in stops.items() if str(path) in names) for path in in_order
        ]
        self.signatures = {number: joined.looks[path].signature for number, path in enumerate(in_order)}

    @property
    def kept_bytes(self) -> int:
        """Everything that is kept."""
        words = sum(len(raw) for _, raw in self._words)
        return len(self._vocabulary) + words + sum(len(raw) for raw in self.signatures.values())

    def looks(self) -> tuple[MadeLooks, ...]:
        return (self,)

    def vocabulary(self) -> bytes:
        return self._vocabulary

    def words(self) -> list[tuple[int, bytes]]:
        return self._words

    def find_signature(self, picture: int) -> bytes | None:
        return self.signatures.get(picture)

    def stops(self, picture: int) -> tuple[str, ...]:
        return self._stops[picture]


def make_looks(pictures: Mapping[str, Plane], stops: Mapping[str, Sequence[str]] | None = None) -> MadeLooks:
    """Return the looks of ``pictures`` ((height, width, 3), blue first); without ``stops`` each is of a stop of its name."""
    made = {name: look_once(encode(picture)) for name, picture in pictures.items()}
    return MadeLooks(made, stops or {name: [name] for name in pictures})


def paint_thing(seed: int, width_px: int = 640, height_px: int = 480) -> Plane:
    """Return a picture like no other: shapes, strokes and stipples in an order of their own, as in a poster or a relief."""
    random = np.random.default_rng((77, seed))
    sky, ground = random.integers(40, 230, (2, 3))
    fall = np.linspace(0, 1, height_px)[:, None, None]
    thing: Plane = np.broadcast_to(sky * (1 - fall) + ground * fall, (height_px, width_px, 3)).astype(
        np.uint8
    )
    thing = thing.copy()
    size = (width_px, height_px)
    for _ in range(int(random.integers(25, 60))):
        colour = tuple(int(value) for value in random.integers(0, 255, 3))
        points = random.integers(0, size, (int(random.integers(3, 7)), 2)).astype(np.int32)
        points = ((points - points.mean(axis=0)) * random.uniform(0.05, 0.5) + points[0]).astype(np.int32)
        if random.random() < 0.5:
            cv2.fillPoly(thing, [points], colour, cv2.LINE_AA)
        else:
            cv2.polylines(thing, [points], False, colour, int(random.integers(2, 7)), cv2.LINE_AA)
    for _ in range(int(random.integers(30, 120))):
        x, y = (int(value) for value in random.integers(0, size))
        colour = tuple(int(value) for value in random.integers(0, 255, 3))
        cv2.ellipse(
            thing,
            (x, y),
            (int(random.integers(2, 14)), int(random.integers(2, 9))),
            float(random.integers(0, 180)),
            0,
            360,
            colour,
            -1,
            cv2.LINE_AA,
        )
    return thing
