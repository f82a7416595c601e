"""From the first frame that could be read to a settled code, over drawn sequences; and what scanning costs.

Everything is read with zxing-cpp beside it, frame by frame of the same sequence: its figures are the floor. A sequence in which
nothing settles counts as long as it lasts. ``python -m tests.benchmarks.bench_sequences 24`` takes more of each kind.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kiosk.scanning.approach import FRAMES_PER_S, draw_approach, draw_bare_wall
from kiosk.scanning.dark_stack import DarkStack
from kiosk.scanning.events import ScannerEvent, Settled
from kiosk.scanning.frame import Frame
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.scanner import Scanner, ScannerRules
from kiosk.scanning.scenes import Label, Scene, View
from kiosk.scanning.sight import Sight, SightRules
from kiosk.scanning.zxing_reader import ZxingReader
from tests.benchmarks.sequences import KINDS, TEXT, Shown, draw_sequence
from tests.fakes.fake_camera import FakeCamera

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane
    from kiosk.scanning.reader import FrameReader

Row = tuple[str, float, str, float | None]
_SEQUENCES = 12
_STACKED = 6


@dataclass(frozen=True, slots=True)
class Times:
    """When things happened in one sequence, in ms from its first frame; None for never."""

    came: int
    readable: int | None
    plainly_read: int | None
    settled: int | None
    length: int


def measure(sequences: int = _SEQUENCES) -> Iterator[Row]:
    """Yield (goal, measured, unit, floor): the floor is zxing-cpp alone on the same frames."""
    for kind in KINDS:
        yield from _measure_kind(kind, sequences)
    yield from measure_stacking(sequences)
    yield measure_settling()
    yield from measure_cost()


def _measure_kind(kind: str, sequences: int) -> Iterator[Row]:
    times = [time_sequence(list(draw_sequence(kind, seed))) for seed in range(sequences)]
    counted = [each for each in times if each.readable is not None]
    ours = [_wait_ms(each.settled, each) for each in counted]
    plain = [_wait_ms(each.plainly_read, each) for each in counted]
    for name, share in (("median", 0.5), ("p95", 0.95)):
        floor = float(np.quantile(plain, share))
        yield f"{kind}: readable -> settled, {name}", float(np.quantile(ours, share)), "ms", floor
    missed, plainly_missed = (sum(each is None for each in found) for found in _list_found(counted))
    yield f"{kind}: never settled of {len(counted)} (floor: never read)", missed, "seq.", plainly_missed
    if kind == "approach":
        came = [_wait_ms(each.settled, each, each.came) for each in counted]
        plainly = [_wait_ms(each.plainly_read, each, each.came) for each in counted]
        for name, share, goal_s in (("median", 0.5, 1.2), ("p90", 0.9, 1.75)):
            goal = f"approach: in view -> settled, {name}: goal {goal_s} s"
            yield goal, float(np.quantile(came, share)) / 1000, "s", float(np.quantile(plainly, share)) / 1000


def _list_found(times: list[Times]) -> tuple[list[int | None], list[int | None]]:
    return [each.settled for each in times], [each.plainly_read for each in times]


def _wait_ms(at_ms: int | None, times: Times, since_ms: int | None = None) -> int:
    since_ms = times.readable if since_ms is None else since_ms
    assert since_ms is not None
    return max(0, (times.length if at_ms is None else at_ms) - since_ms)


def time_sequence(frames: list[Shown]) -> Times:
    """Show the frames to our reading and to zxing-cpp."""
    settled = _find_settled(frames)
    plain = ZxingReader()
    read = (frame.at_ms for frame in frames if any(code.is_read for code in plain.read(frame.luminance)))
    return Times(
        came=next(frame.at_ms for frame in frames if frame.is_there),
        readable=next((frame.at_ms for frame in frames if frame.is_readable), None),
        plainly_read=next(read, None),
        settled=settled,
        length=frames[-1].at_ms,
    )


def _find_settled(frames: list[Shown]) -> int | None:
    sight = Sight(Ladder(), SightRules(), lambda: 0)
    sight.warm_up()
    for number, frame in enumerate(frames):
        for event in sight.look(Frame(frame.luminance, frame.at_ms, number)):
            if isinstance(event, Settled):
                if event.code.text != TEXT:
                    raise AssertionError(f"misread as {event.code.text!r}")
                return frame.at_ms
    return None


def measure_stacking(sequences: int) -> Iterator[Row]:
    """Yield the share of near-dark views that six aligned frames read, and that the sixth alone does; both by the ladder."""
    together = alone = 0
    for seed in range(sequences):
        stack = DarkStack(_STACKED)
        frames = list(draw_sequence("darkness", seed))[:_STACKED]
        for frame in frames:
            stack.add(frame.luminance)
        average = stack.find_average()
        together += average is not None and _is_read(average)
        alone += _is_read(frames[-1].luminance)
    goal = "near darkness: six aligned frames read: goal 90 (floor: one frame)"
    yield goal, 100 * together / sequences, "%", 100 * alone / sequences


def _is_read(luminance: Plane) -> bool:
    return any(code.is_read for code in Ladder(budget_ms=None).read(luminance))


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


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else _SEQUENCES):
        print(row, flush=True)
