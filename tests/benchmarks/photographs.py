"""The collected photographs of codes, and how many of them each reader reads right."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from kiosk.model.errors import KioskError
from kiosk.scanning.frame import LIVE_LONG_SIDE_PX, fit_plane
from kiosk.scanning.picture_file import load_picture

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

PHOTOGRAPHS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "qr"
FOLDERS = ("zxing_java", "jsqr", "synth", "hard")

Read: TypeAlias = "Callable[[Plane], set[str]]"


@dataclass(frozen=True)
class Photograph:
    """A picture at 1080p and the texts in it: none in a negative, and where there are codes whose texts nobody knows."""

    folder: str
    name: str
    expected: frozenset[str]
    luminance: Plane

    @property
    def is_negative(self) -> bool:
        """Whether there is no code in it."""
        return self.folder == "negative"

    def is_read(self, texts: set[str]) -> bool:
        """Tell whether one of ``texts`` is right, or, where nobody knows what is, whether there is any."""
        return bool(texts & self.expected if self.expected else texts)


@dataclass
class Score:
    """What one reader did in one folder.

    Attributes:
        pictures: How many.
        read: Those of which a text was read that is right, or that nobody can judge.
        right: Those of which a text was read that is known to be right.
        wrong: Those of which a text was read though there is no code.
        costs_ms: Processor time of each.
    """

    pictures: int = 0
    read: int = 0
    right: int = 0
    wrong: int = 0
    costs_ms: list[float] = field(default_factory=list)

    @property
    def median_ms(self) -> float:
        return median(self.costs_ms)

    @property
    def p95_ms(self) -> float:
        return float(np.quantile(self.costs_ms, 0.95))


def list_photographs(folder: str, every: int = 1) -> Iterator[Photograph]:
    """Yield every so many of a folder's pictures, those with codes of unknown text too."""
    rows = json.loads((PHOTOGRAPHS / folder / "index.json").read_text(encoding="utf-8"))
    for row in rows[::every]:
        try:
            frame = load_picture(PHOTOGRAPHS / folder / row["image"], at_ms=0)
        except KioskError:
            continue
        luminance = fit_plane(frame.luminance, LIVE_LONG_SIDE_PX)
        yield Photograph(folder, row["image"], frozenset(row["expected"] or ()), luminance)


def score(readers: Mapping[str, Read], folder: str, every: int = 1) -> dict[str, Score]:
    """Let all readers read each picture before the next: what slows one down slows all."""
    scores = {name: Score() for name in readers}
    for photograph in list_photographs(folder, every):
        for name, read in readers.items():
            begun_s = time.thread_time()
            texts = read(photograph.luminance)
            mine = scores[name]
            mine.costs_ms.append((time.thread_time() - begun_s) * 1000)
            mine.pictures += 1
            mine.right += bool(texts & photograph.expected)
            mine.read += photograph.is_read(texts)
            mine.wrong += bool(texts) and photograph.is_negative
    return scores


def list_unread_by(reader: Read, every: int = 1) -> Iterator[Photograph]:
    """Yield the pictures with codes that ``reader`` reads none of."""
    for folder in FOLDERS:
        for photograph in list_photographs(folder, every):
            if not photograph.is_read(reader(photograph.luminance)):
                yield photograph
