"""How well and how fast codes are read: photographs, an approach to a label, and what it costs.

``./run bench scanning`` takes a third of the photographs; run as a module
(``python -m tests.benchmarks.bench_scanning``) it takes them all and prints what each look adds.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from kiosk.scanning.approach import draw_approach
from kiosk.scanning.events import ScannerEvent, Settled
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.looks import Look, Target
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.pyzbar_reader import PyzbarReader
from kiosk.scanning.reader import FrameReader, Reader
from kiosk.scanning.rungs import make_looks
from kiosk.scanning.scanner import Scanner, ScannerRules
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.sight import SightRules
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
from tests.fakes.fake_camera import FakeCamera

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

Row = tuple[str, float, str, float | None]
TEXT = "HTTPS://QUTB.EXAMPLE/7K3M9QXT2ABCD"


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
        goal = f"photographs of {folder} read right ({scores['ours'].pictures} pictures)"
        yield goal, scores["ours"].right, "read", scores["zxing"].right
    false = tables["negative"]["ours"]
    yield f"read where no code is ({false.pictures} pictures): goal 0", false.wrong, "read", None


def make_readers() -> dict[str, Read]:
    """Return the readers to compare; "ours, live" has one frame's budget, "ours" a photograph's."""
    return {
        "zxing": _texts_of(ZxingReader()),
        "pyzbar": _texts_of(PyzbarReader()),
        "OpenCV": _read_opencv,
        "ours, live": _read_once,
        "ours, held 0.5 s": _read_held,
        "ours": _texts_of(Ladder(budget_ms=None)),
    }


LOOKS = make_looks()


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
    return _texts_of(Ladder(looks=LOOKS))(luminance)


def _read_held(luminance: Plane) -> set[str]:
    """What a camera held still would have read after half a second: eight frames."""
    ladder = _texts_of(Ladder(looks=LOOKS))
    return next((texts for _ in range(8) if (texts := ladder(luminance))), set())


def print_table(tables: dict[str, dict[str, Score]]) -> None:
    """Print pictures read right and CPU ms (median, p95) for each reader and folder."""
    folders = list(tables)
    print(f"   {'read right (median, p95 ms)':20}" + "".join(f"{folder:>22}" for folder in folders))
    for reader in tables[folders[0]]:
        cells = ""
        for folder in folders:
            mine = tables[folder][reader]
            count = mine.wrong if folder == "negative" else mine.right
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
        if texts & photograph.expected:
            found.add(number)
    return found, float(np.median(costs))


def measure_settling() -> Row:
    """From the camera's callback to the Settled event, over 60 appearances of a label; p95."""
    camera, waits = FakeCamera(), []
    arrived = threading.Event()
    luminances = _draw_held()

    def note(event: ScannerEvent) -> None:
        if isinstance(event, Settled):
            waits.append(event.at_ms - event.frame_at_ms)
            arrived.set()

    scanner = Scanner(camera, Ladder(), note)
    scanner.start()
    camera.wait_until_started()
    for number in range(60):
        arrived.clear()
        while not arrived.is_set():
            camera.give(luminances[number % len(luminances)])
            arrived.wait(1 / 15)
        scanner.resume()
    scanner.stop()
    floor_ms = _time_plain(luminances)
    return "frame -> settled event, p95", float(np.quantile(waits, 0.95)), "ms", floor_ms


def _draw_held() -> list[Plane]:
    cv2 = load_cv2()
    scene = Scene((Label(TEXT, "12"),), seed=4)
    return [cv2.cvtColor(scene.look(View(yaw_deg=turn)), cv2.COLOR_BGR2GRAY) for turn in range(0, 30, 3)]


def _time_plain(luminances: list[Plane]) -> float:
    zxing, costs = ZxingReader(), []
    for luminance in luminances * 6:
        begun_s = time.perf_counter()
        zxing.read(luminance)
        costs.append((time.perf_counter() - begun_s) * 1000)
    return float(np.quantile(costs, 0.95))


def measure_cost() -> Iterator[Row]:
    """Yield the share of a core that scanning takes at 15 frames/s and 720p, and the memory."""
    approach = [_grey(picture) for picture in draw_approach(Label(TEXT, "12"), seed=4)]
    wall = approach[:1]
    resting = ScannerRules(sight=SightRules(idle_after_ms=0))
    plain = _measure_share(approach, Ladder(looks=()))
    share = _measure_share(approach, Ladder())
    yield "CPU of a core, a label approached, 720p, 15 frames/s: goal 25", share, "%", plain
    yield (
        "CPU of a core, before a wall where nothing moves",
        _measure_share(wall, Ladder(), resting),
        "%",
        None,
    )
    yield "memory of decoders and scanning, imports included", _measure_memory_mb(), "MB", None


def _measure_memory_mb() -> float:
    """Return what a fresh process grows by when it scans 30 frames of 720p."""
    script = (
        "import psutil; size = lambda: psutil.Process().memory_info().rss; before = size()\n"
        "import numpy as np; from kiosk.scanning.ladder import Ladder; ladder = Ladder()\n"
        "frame = np.random.default_rng(1).integers(0, 256, (720, 1280), dtype=np.uint8)\n"
        "[ladder.read(frame) for _ in range(30)]; print((size() - before) / 2**20)"
    )
    return float(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True).stdout)


def _measure_share(
    luminances: list[Plane], reader: FrameReader, rules: ScannerRules | None = None, seconds: float = 6.0
) -> float:
    """Return process time over wall time in %, frames given 15 times a second."""
    camera = FakeCamera()
    scanner = Scanner(camera, reader, lambda _event: None, rules)
    scanner.start()
    camera.wait_until_started()
    begun_s, cpu_s = time.monotonic(), time.process_time()
    number = 0
    while (spent_s := time.monotonic() - begun_s) < seconds:
        camera.give(luminances[number % len(luminances)])
        number += 1
        time.sleep(max(0.0, number / 15 - spent_s))
    share = 100 * (time.process_time() - cpu_s) / (time.monotonic() - begun_s)
    scanner.stop()
    return share


def _grey(picture: Plane) -> Plane:
    cv2 = load_cv2()
    grey: Plane = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return grey


if __name__ == "__main__":
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print_looks(every)
    for row in measure_photographs(every):
        print(row)
