"""What scanning costs: from the camera's callback to the event, shares of a core at 15 frames/s and 720p, memory."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from kiosk.scanning.approach import FRAMES_PER_S, draw_approach, draw_bare_wall
from kiosk.scanning.events import ScannerEvent, Settled
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.scanner import Scanner, ScannerRules
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.sight import SightRules
from kiosk.scanning.zxing_reader import ZxingReader
from tests.benchmarks.sequences import TEXT, draw_sequence
from tests.fakes.fake_camera import FakeCamera

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.reader import FrameReader

Row = tuple[str, float, str, float | None]


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
    scene = Scene((Label(TEXT, "12"),), seed=4)
    return [_grey(scene.look(View(yaw_deg=turn))) for turn in range(0, 30, 3)]


def _time_plain(luminances: list[Plane]) -> float:
    zxing, costs = ZxingReader(), []
    for luminance in luminances * 6:
        begun_s = time.perf_counter()
        zxing.read(luminance)
        costs.append((time.perf_counter() - begun_s) * 1000)
    return float(np.quantile(costs, 0.95))


def measure_cost() -> Iterator[Row]:
    """Yield the share of a core that scanning takes at 15 frames/s and 720p; the floor is the plain read alone."""
    walk = [_grey(draw_bare_wall(4, number)) for number in range(40)]
    approach = [_grey(picture) for picture in draw_approach(Label(TEXT, "12"), seed=4)]
    dark = [frame.luminance for frame in draw_sequence("darkness", 0)]
    resting = ScannerRules(sight=SightRules(idle_after_ms=0))
    for name, frames, rules in (
        ("no code in view, a hand moves: goal 25", walk, None),
        ("a label approached again and again", approach, None),
        ("a wall where nothing moves", approach[:1], resting),
        ("near darkness", dark, None),
    ):
        plain = _measure_share(frames, Ladder(looks=()), rules)
        yield f"CPU of a core, {name}", _measure_share(frames, Ladder(), rules), "%", plain
    yield "CPU of a core, paused", _measure_share(walk, Ladder(), None, is_paused=True), "%", None
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
    luminances: list[Plane],
    reader: FrameReader,
    rules: ScannerRules | None,
    seconds: float = 6.0,
    *,
    is_paused: bool = False,
) -> float:
    """Return process time over wall time in %, frames given 15 times a second."""
    camera = FakeCamera()
    scanner = Scanner(camera, reader, lambda _event: None, rules)
    scanner.start()
    camera.wait_until_started()
    if is_paused:
        scanner.pause()
    begun_s, cpu_s = time.monotonic(), time.process_time()
    number = 0
    while (spent_s := time.monotonic() - begun_s) < seconds:
        camera.give(luminances[number % len(luminances)])
        number += 1
        time.sleep(max(0.0, number / FRAMES_PER_S - spent_s))
    share = 100 * (time.process_time() - cpu_s) / (time.monotonic() - begun_s)
    scanner.stop()
    return share


def _grey(picture: Plane) -> Plane:
    cv2 = load_cv2()
    grey: Plane = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    return grey
