from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from kiosk.scanning.ladder import Ladder
from kiosk.scanning.looks import Look, Prepared, PreparedLook, Target
from kiosk.scanning.reader import Code

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

CORNERS = ((10.0, 10.0), (50.0, 10.0), (50.0, 50.0), (10.0, 50.0))
PICTURE = np.zeros((90, 160), np.uint8)


class Stopwatch:
    """A clock that only the looks move on."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class Reads:
    """A reader that reads what it is told to, and takes its time."""

    def __init__(self, text: str | None = None, cost_ms: float = 0, clock: Stopwatch | None = None) -> None:
        self.text, self.cost_ms, self.clock = text, cost_ms, clock
        self.asked = 0

    def read(self, luminance: Plane) -> list[Code]:
        self.asked += 1
        if self.clock is not None:
            self.clock.now_s += self.cost_ms / 1000
        return [] if self.text is None else [Code(self.text, CORNERS, "fake")]


def as_is(target: Target) -> Iterator[Prepared]:
    yield Prepared(target.luminance, np.eye(3))


def make_looks(*readers: Reads) -> list[Look]:
    return [PreparedLook(str(number), reader, as_is) for number, reader in enumerate(readers)]


def test_a_plain_read_needs_no_second_look() -> None:
    second = Reads("B")
    codes = Ladder(Reads("A"), make_looks(second)).read(PICTURE)
    assert [code.text for code in codes] == ["A"]
    assert second.asked == 0


def test_what_a_second_look_reads_is_told_with_how_it_looked() -> None:
    (code,) = Ladder(Reads(), make_looks(Reads(), Reads("B"))).read(PICTURE)
    assert (code.text, code.reader, code.corners) == ("B", "fake+1", CORNERS)


def test_a_code_only_located_stays_located_when_no_look_reads_it() -> None:
    (code,) = Ladder(Reads(""), make_looks(Reads())).read(PICTURE)
    assert not code.is_read


def test_a_photograph_is_looked_at_in_every_way() -> None:
    looks = [Reads(cost_ms=500) for _ in range(5)]
    assert Ladder(Reads(), make_looks(*looks), budget_ms=None).read(PICTURE) == []
    assert [look.asked for look in looks] == [1] * 5


def test_a_photographs_answer_does_not_hang_on_the_one_before() -> None:
    first, second = Reads(), Reads("B")
    ladder = Ladder(Reads(), make_looks(first, second), budget_ms=None)
    ladder.read(PICTURE)
    first.text = "A"
    assert [code.text for code in ladder.read(PICTURE)] == ["A"]


def test_live_looks_keep_to_their_budget_on_average() -> None:
    clock = Stopwatch()
    looks = [Reads(cost_ms=cost, clock=clock) for cost in (2, 4, 9, 1, 30)]
    ladder = Ladder(Reads(), make_looks(*looks), budget_ms=10, clock_s=clock)
    for _ in range(100):
        ladder.read(PICTURE)
    assert clock.now_s * 1000 <= 100 * 10 + 60
    assert all(look.asked >= 5 for look in looks), [look.asked for look in looks]


def test_a_look_dearer_than_ever_can_be_saved_for_still_has_its_turn() -> None:
    clock = Stopwatch()
    slow, quick = Reads(cost_ms=400, clock=clock), Reads(cost_ms=1, clock=clock)
    ladder = Ladder(Reads(), make_looks(slow, quick), budget_ms=10, clock_s=clock)
    for _ in range(400):
        ladder.read(PICTURE)
    assert slow.asked >= 2 and quick.asked >= 2


def test_a_library_loaded_at_a_first_turn_silences_the_looks_for_a_moment_only() -> None:
    clock = Stopwatch()
    loading, other = Reads(cost_ms=2000, clock=clock), Reads(cost_ms=1, clock=clock)
    ladder = Ladder(Reads(), make_looks(loading, other), budget_ms=10, clock_s=clock)
    ladder.read(PICTURE)
    loading.cost_ms = 1
    for _ in range(8):
        ladder.read(PICTURE)
    assert other.asked >= 1


def test_the_look_that_read_is_first_in_the_next_frame() -> None:
    clock = Stopwatch()
    lame, good = Reads(cost_ms=8, clock=clock), Reads("B", cost_ms=8, clock=clock)
    ladder = Ladder(Reads(), make_looks(lame, good), budget_ms=10, clock_s=clock)
    texts = [[code.text for code in ladder.read(PICTURE)] for _ in range(6)]
    assert texts[2:] == [["B"]] * 4
    assert lame.asked == 1


def test_a_tiny_picture_is_not_looked_at_again() -> None:
    second = Reads("B")
    assert Ladder(Reads(), make_looks(second)).read(np.zeros((8, 8), np.uint8)) == []
    assert second.asked == 0


def test_a_frame_may_be_given_another_budget_than_the_ladders_own() -> None:
    clock = Stopwatch()
    looks = [Reads(cost_ms=8, clock=clock) for _ in range(2)]
    ladder = Ladder(Reads(), make_looks(*looks), budget_ms=10, clock_s=clock)
    ladder.read(PICTURE, 0)
    assert [look.asked for look in looks] == [0, 0]
    ladder.read(PICTURE, 30)
    assert [look.asked for look in looks] == [1, 1]


def test_a_large_photograph_is_looked_at_in_little_first_and_corners_are_the_large_ones() -> None:
    shapes: list[tuple[int, ...]] = []

    def note(target: Target) -> Iterator[Prepared]:
        shapes.append(target.luminance.shape)
        yield Prepared(target.luminance, np.eye(3))

    ladder = Ladder(Reads(), [PreparedLook("noted", Reads("B"), note)], budget_ms=None)
    (code,) = ladder.read(np.zeros((2160, 3840), np.uint8))
    assert shapes == [(1080, 1920)]
    assert code.corners[2] == (100.0, 100.0)
    assert code.reader == "fake+noted+small"


def test_a_look_cut_short_has_its_turn_again_with_more_time() -> None:
    clock = Stopwatch()
    got: list[bool] = []

    class Steps:
        """A look of ten steps of 2 ms each, which asks before each."""

        name, cost_ms = "steps", 1.0

        def read(self, target: Target) -> list[Code]:
            for _ in range(10):
                if not target.may_go_on():
                    got.append(False)
                    return []
                clock.now_s += 0.002
            got.append(True)
            return []

    ladder = Ladder(Reads(), [Steps()], budget_ms=8, clock_s=clock)
    for _ in range(12):
        ladder.read(PICTURE)
    assert got[0] is False
    assert any(got)
    assert clock.now_s * 1000 <= 12 * 8 + 60


class Stepped:
    """A look of some steps of 20 ms each that reads ``text`` in the last; notes each picture it was begun with."""

    name, cost_ms = "stepped", 1.0

    def __init__(self, clock: Stopwatch, steps: int, text: str = "") -> None:
        self._clock, self._steps, self._text = clock, steps, text
        self.begun: list[Plane] = []

    def read(self, target: Target) -> list[Code]:
        return next((found for found in self.take_steps(target) if found), [])

    def take_steps(self, target: Target) -> Iterator[list[Code]]:
        self.begun.append(target.luminance)
        for _ in range(self._steps):
            self._clock.now_s += 0.02
            yield []
        yield [Code(self._text, CORNERS, "fake")] if self._text else []


def test_a_dear_look_takes_its_steps_in_several_frames_and_reads_the_one_it_began_with() -> None:
    clock = Stopwatch()
    look = Stepped(clock, steps=8, text="B")
    ladder = Ladder(Reads(), [look], budget_ms=15, clock_s=clock)
    frames = [np.full(PICTURE.shape, level, np.uint8) for level in range(5)]
    read, took_s = [], []
    for frame in frames:
        before_s = clock.now_s
        read.append([code.text for code in ladder.read(frame)])
        took_s.append(clock.now_s - before_s)
    assert read == [[], [], [], [], ["B"]]
    assert max(took_s) < 0.05
    assert [int(plane[0, 0]) for plane in look.begun] == [0]


def test_no_look_is_gone_on_with_once_the_camera_was_off_or_a_code_was_read() -> None:
    clock, plain = Stopwatch(), Reads()
    look = Stepped(clock, steps=8)
    ladder = Ladder(plain, [look], budget_ms=15, clock_s=clock)
    ladder.read(PICTURE)
    ladder.let_go()
    ladder.read(PICTURE)
    assert len(look.begun) == 2
    plain.text = "A"
    ladder.read(PICTURE)
    plain.text = None
    ladder.read(PICTURE)
    assert len(look.begun) == 3


def test_a_dear_look_leaves_the_others_their_turns() -> None:
    clock = Stopwatch()
    look, other = Stepped(clock, steps=8), Reads(cost_ms=5, clock=clock)
    ladder = Ladder(Reads(), [look, *make_looks(other)], budget_ms=15, clock_s=clock)
    for _ in range(60):
        ladder.read(PICTURE)
    assert len(look.begun) > 2
    assert other.asked >= len(look.begun) - 1
