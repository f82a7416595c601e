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
from kiosk.scanning.picture_file import load_picture

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

PHOTOGRAPHS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "qr"
FOLDERS = ("zxing_java", "jsqr", "synth", "hard")

Read: TypeAlias = "Callable[[Plane], set[str]]"


@dataclass(frozen=True)
class Photograph:
    """A picture and the texts in it: none in a negative, None where nobody knows."""

    folder: str
    name: str
    expected: frozenset[str]
    luminance: Plane


@dataclass
class Score:
    """What one reader did in one folder."""

    pictures: int = 0
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
    """Yield every so many of a folder's pictures whose texts are known."""
    rows = json.loads((PHOTOGRAPHS / folder / "index.json").read_text(encoding="utf-8"))
    for row in rows[::every]:
        if row["expected"] is None or (folder != "negative" and not row["expected"]):
            continue
        try:
            frame = load_picture(PHOTOGRAPHS / folder / row["image"], at_ms=0)
        except KioskError:
            continue
        yield Photograph(folder, row["image"], frozenset(row["expected"]), frame.luminance)


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
            mine.wrong += bool(texts) and not photograph.expected
    return scores


def list_unread_by(reader: Read, every: int = 1) -> Iterator[Photograph]:
    """Yield the pictures with codes that ``reader`` reads none of."""
    for folder in FOLDERS:
        for photograph in list_photographs(folder, every):
            if not reader(photograph.luminance) & photograph.expected:
                yield photograph
