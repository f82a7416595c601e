"""How well and how fast codes are read: photographs, an approach to a label, and what it costs.

``./run bench scanning`` takes a third of the photographs; run as a module
(``python -m tests.benchmarks.bench_scanning``) it takes them all and prints what each look adds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from kiosk.scanning.ladder import Ladder
from kiosk.scanning.looks import Look, Target
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.pyzbar_reader import PyzbarReader
from kiosk.scanning.reader import Reader
from kiosk.scanning.rungs import make_looks
from kiosk.scanning.zxing_reader import ZxingReader
from tests.benchmarks.photographs import (
    FOLDERS,
    PHOTOGRAPHS,
    Photograph,
    Read,
    Score,
    list_unread_by,
    score,
)
from tests.benchmarks.scanning_cost import measure_cost, measure_settling

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

Row = tuple[str, float, str, float | None]


def measure() -> Iterator[Row]:
    """Yield (goal, measured, unit, floor): the floor is plain zxing-cpp in the same run."""
    yield measure_settling()
    yield from measure_cost()
    if PHOTOGRAPHS.is_dir():
        yield from measure_photographs(every=3)


def measure_photographs(every: int) -> Iterator[Row]:
    """Yield how many photographs are read right, and whether anything is read where no code is."""
    readers = make_readers()
    tables = {folder: score(readers, folder, every) for folder in (*FOLDERS, "negative")}
    print_table(tables)
    for folder in FOLDERS:
        scores = tables[folder]
        for reader in ("ours, 25 ms", "ours"):
            mine, floor = scores[reader], scores["zxing"]
            goal = f"photographs of {folder}, {reader}, {mine.pictures} pictures:"
            yield f"{goal} read", mine.read, "read", floor.read
            yield f"{goal} known to be right", mine.right, "read", floor.right
            yield f"{goal} median CPU", mine.median_ms, "ms", floor.median_ms
    false = tables["negative"]["ours"]
    yield f"read where no code is ({false.pictures} pictures): goal 0", false.wrong, "read", None


def make_readers() -> dict[str, Read]:
    """Return the readers to compare; "25 ms" has one frame and that time for it, "ours" a photograph's."""
    return {
        "zxing": _texts_of(ZxingReader()),
        "pyzbar": _texts_of(PyzbarReader()),
        "OpenCV": _read_opencv,
        "ours, 25 ms": _read_once,
        "ours, held 0.5 s": _read_held,
        "ours": _texts_of(Ladder(budget_ms=None)),
    }


LOOKS = make_looks()
FRAME_MS = 25.0
HELD_FRAMES = 8


def _texts_of(reader: Reader) -> Read:
    return lambda luminance: {code.text for code in reader.read(luminance) if code.is_read}


def _read_opencv(luminance: Plane) -> set[str]:
    cv2 = load_cv2()
    try:
        _, texts, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(luminance)
    except (UnicodeDecodeError, cv2.error):
        # Texts that are not UTF-8, and modes it does not know, end OpenCV's reading.
        return set()
    return set(texts) - {""}


def _read_once(luminance: Plane) -> set[str]:
    return _texts_of(Ladder(looks=LOOKS, budget_ms=FRAME_MS))(luminance)


def _read_held(luminance: Plane) -> set[str]:
    """What a camera held still would have read after half a second: eight frames, 10 ms each."""
    ladder = _texts_of(Ladder(looks=LOOKS))
    return next((texts for _ in range(HELD_FRAMES) if (texts := ladder(luminance))), set())


def print_table(tables: dict[str, dict[str, Score]]) -> None:
    """Print pictures read right and CPU ms (median, p95) for each reader and folder."""
    folders = list(tables)
    print(f"   {'read right (median, p95 ms)':20}" + "".join(f"{folder:>22}" for folder in folders))
    for reader in tables[folders[0]]:
        cells = ""
        for folder in folders:
            mine = tables[folder][reader]
            count = mine.wrong if folder == "negative" else mine.read
            cells += f"{count:5}/{mine.pictures:<4}({mine.median_ms:4.1f},{mine.p95_ms:6.1f})"
        print(f"   {reader:20}{cells}")


def print_looks(every: int = 1) -> None:
    """Print what each look reads of the photographs that a plain read gets nothing from."""
    unread = list(list_unread_by(_texts_of(ZxingReader()), every))
    gains: dict[str, set[int]] = {}
    print(f"   {len(unread)} photographs unread by zxing; look: reads, nobody else does, median ms")
    costs_ms: dict[str, float] = {}
    for look in LOOKS:
        gains[look.name], costs_ms[look.name] = _try_look(look, unread)
    for name, gain in gains.items():
        others = set().union(*(each for other, each in gains.items() if other != name))
        print(f"   {name:14}{len(gain):5}{len(gain - others):5}{costs_ms[name]:8.1f}")


def _try_look(look: Look, unread: list[Photograph]) -> tuple[set[int], float]:
    plain = ZxingReader()
    found, costs = set(), []
    for number, photograph in enumerate(unread):
        target = Target(photograph.luminance, tuple(plain.read(photograph.luminance)))
        begun_s = time.thread_time()
        texts = {code.text for code in look.read(target)}
        costs.append((time.thread_time() - begun_s) * 1000)
        if photograph.is_read(texts):
            found.add(number)
    return found, float(np.median(costs))


if __name__ == "__main__":
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print_looks(every)
    for row in measure_photographs(every):
        print(row)
