"""From the first frame that could be read to a settled code, over drawn sequences.

Everything is read with zxing-cpp beside it, frame by frame of the same sequence: its figures are the floor. A sequence in which
nothing settles counts as long as it lasts. ``python -m tests.benchmarks.bench_sequences 24`` takes more of each kind.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kiosk.scanning.dark_stack import DarkStack
from kiosk.scanning.events import Settled
from kiosk.scanning.frame import Frame
from kiosk.scanning.ladder import Ladder
from kiosk.scanning.sight import Sight, SightRules
from kiosk.scanning.zxing_reader import ZxingReader
from tests.benchmarks.photographs import PHOTOGRAPHS, list_photographs
from tests.benchmarks.sequences import KINDS, TEXT, Shown, draw_sequence

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

Row = tuple[str, float, str, float | None]
_SEQUENCES = 12
_STACKED = 6
_HELD_FRAMES = 8


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
    if PHOTOGRAPHS.is_dir():
        yield measure_false_settling(every=3)


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


def measure_false_settling(every: int) -> Row:
    """Return how many photographs without a code settle one, each held before the camera by a hand for half a second."""
    settled = pictures = 0
    for photograph in list_photographs("negative", every):
        pictures += 1
        sight = Sight(Ladder(), SightRules(), lambda: 0)
        for number in range(_HELD_FRAMES):
            seen = np.roll(photograph.luminance, (3 * number, -5 * number), axis=(0, 1))
            events = sight.look(Frame(seen, 66 * number, number))
            settled += any(isinstance(event, Settled) for event in events)
    return (
        f"settled where no code is ({pictures} pictures, {_HELD_FRAMES} frames): goal 0",
        settled,
        "times",
        None,
    )


def _is_read(luminance: Plane) -> bool:
    return any(code.is_read for code in Ladder(budget_ms=None).read(luminance))


if __name__ == "__main__":
    for row in measure(int(sys.argv[1]) if len(sys.argv) > 1 else _SEQUENCES):
        print(row, flush=True)
