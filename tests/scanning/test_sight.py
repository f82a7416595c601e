from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from kiosk.scanning.events import (
    Guided,
    Hint,
    Located,
    ScannerEvent,
    Settled,
    Several,
    Struggling,
    Unreadable,
)
from kiosk.scanning.frame import Frame
from kiosk.scanning.reader import Code, Corners
from kiosk.scanning.sight import Sight, SightRules

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

FRAME_MS = 66
MIDDLE: Corners = ((600, 320), (680, 320), (680, 400), (600, 400))


class Shown:
    """A reader that reads the codes it is shown, and a camera's time."""

    def __init__(self) -> None:
        self.codes: list[Code] = []
        self.asked = 0
        self.now_ms = 0
        self.shapes: set[tuple[int, ...]] = set()
        self.budgets_ms: list[float | None] = []
        self.brightness: list[int] = []
        self.sight = Sight(self, SightRules(), lambda: self.now_ms)

    def let_go(self) -> None: ...

    def read(self, luminance: Plane, budget_ms: float | None = None) -> list[Code]:
        self.asked += 1
        self.shapes.add(luminance.shape)
        self.budgets_ms.append(budget_ms)
        self.brightness.append(int(luminance.max()))
        return self.codes

    def show(
        self,
        *texts: str,
        frames: int = 1,
        level: int = 90,
        shape: tuple[int, int] = (720, 1280),
        unrest: int = 0,
    ) -> list[ScannerEvent]:
        self.codes = [Code(text, MIDDLE, "fake", 0.1) for text in texts]
        events = []
        for _ in range(frames):
            self.now_ms += FRAME_MS
            seen = np.full(shape, level + (self.now_ms // FRAME_MS % 2) * unrest, np.uint8)
            events += self.sight.look(Frame(seen, self.now_ms, 0))
        return events


def kinds(events: list[ScannerEvent]) -> list[str]:
    return [type(event).__name__ for event in events]


def test_a_wall_says_nothing() -> None:
    assert Shown().show(frames=20) == []


def test_a_code_is_located_at_once_and_settled_in_the_second_frame() -> None:
    events = Shown().show("A", frames=2)
    assert kinds(events) == ["Located", "Located", "Settled"]
    settled = events[2]
    assert isinstance(settled, Settled)
    assert (settled.code.text, settled.width_px, settled.height_px) == ("A", 1280, 720)


def test_when_the_last_code_leaves_it_is_said_once() -> None:
    shown = Shown()
    shown.show("A", frames=2)
    (gone,) = shown.show(frames=5)
    assert isinstance(gone, Located) and gone.codes == ()


def test_a_code_that_stays_and_cannot_be_read_is_spoken_of_once() -> None:
    shown = Shown()
    events = shown.show("", frames=100)
    said = [event for event in events if isinstance(event, Unreadable)]
    assert len(said) == 1
    assert 2000 <= said[0].at_ms - FRAME_MS < 2500


def test_a_code_that_is_read_in_the_end_is_not_called_unreadable() -> None:
    shown = Shown()
    assert "Unreadable" not in kinds(shown.show("", frames=25) + shown.show("A") + shown.show("", frames=25))


def test_a_new_unreadable_code_is_spoken_of_anew() -> None:
    shown = Shown()
    events = shown.show("", frames=40) + shown.show(frames=15) + shown.show("", frames=40)
    assert kinds(events).count("Unreadable") == 2


def test_a_view_that_stands_still_is_read_less_often() -> None:
    shown = Shown()
    shown.show(frames=80)
    busy = shown.asked
    shown.show(frames=60)
    assert shown.asked - busy <= 60 * FRAME_MS / 250 + 1


def test_motion_is_noticed_in_the_very_frame() -> None:
    shown = Shown()
    shown.show(frames=120)
    before = shown.asked
    shown.show("A", frames=2, level=150)
    assert shown.asked == before + 2


def test_after_forget_the_code_in_view_acts_again() -> None:
    shown = Shown()
    shown.show("A", frames=3)
    shown.sight.forget()
    assert "Settled" in kinds(shown.show("A", frames=3))


def test_an_8k_frame_is_read_scaled_down() -> None:
    shown = Shown()
    events = shown.show("A", frames=2, shape=(4320, 7680))
    assert shown.shapes == {(1080, 1920)}
    assert isinstance(events[0], Located) and (events[0].width_px, events[0].height_px) == (1920, 1080)


def test_warming_up_reads_a_blank() -> None:
    shown = Shown()
    shown.sight.warm_up()
    assert shown.asked == 1


def test_a_still_view_gets_less_time_and_a_code_that_was_located_more() -> None:
    shown = Shown()
    shown.show(frames=120)
    moving_ms, still_ms = shown.budgets_ms[2], shown.budgets_ms[-1]
    shown.show("", frames=3, level=150)
    promising_ms = shown.budgets_ms[-1]
    assert moving_ms is not None and still_ms is not None and promising_ms is not None
    assert still_ms < moving_ms < promising_ms


def test_in_near_darkness_the_last_frames_are_read_together() -> None:
    shown = Shown()
    scene = np.zeros((720, 1280), np.uint8)
    scene[300:420, 560:720] = 12
    for _ in range(10):
        shown.now_ms += FRAME_MS
        shown.sight.look(Frame(scene, shown.now_ms, 0))
    assert {12, 255} <= set(shown.brightness)
    assert shown.shapes == {(720, 1280)}


def test_in_the_light_frames_are_read_as_they_are() -> None:
    shown = Shown()
    shown.show(frames=10)
    assert set(shown.brightness) == {90}


def test_two_codes_held_side_by_side_are_asked_about() -> None:
    shown = Shown()
    left: Corners = ((520, 320), (600, 320), (600, 400), (520, 400))
    shown.codes = [Code("A", MIDDLE, "fake", 0.9), Code("B", left, "fake", 0.9)]
    events: list[ScannerEvent] = []
    for _ in range(30):
        shown.now_ms += FRAME_MS
        events += shown.sight.look(Frame(np.full((720, 1280), 90, np.uint8), shown.now_ms, 0))
    (several,) = [event for event in events if isinstance(event, Several)]
    assert [code.text for code in several.codes] == ["A", "B"]
    assert "Settled" not in kinds(events)


def test_after_six_seconds_of_trying_another_way_is_offered_once() -> None:
    events = Shown().show(frames=300, unrest=9)
    (struggling,) = [event for event in events if isinstance(event, Struggling)]
    assert 6000 <= struggling.at_ms < 6500


def test_a_code_that_is_read_ends_the_trying() -> None:
    shown = Shown()
    events = shown.show(frames=80, unrest=9) + shown.show("A") + shown.show(frames=80, unrest=9)
    assert "Struggling" not in kinds(events)


def test_a_view_in_which_nothing_moves_is_nobodys_trying() -> None:
    assert "Struggling" not in kinds(Shown().show(frames=400))


def test_in_a_dark_room_stillness_is_no_sign_that_nobody_tries() -> None:
    events = Shown().show(frames=300, level=4)
    assert [event.hint for event in events if isinstance(event, Guided)] == [Hint.MORE_LIGHT]
    assert kinds(events).count("Struggling") == 1


def test_what_would_help_is_told_and_taken_back_when_the_code_is_read() -> None:
    shown = Shown()
    shown.codes = []
    events = shown.show("", frames=30, level=20) + shown.show("A", level=90)
    hints = [event.hint for event in events if isinstance(event, Guided)]
    assert hints == [Hint.MORE_LIGHT, Hint.NONE]


def test_no_picture_is_kept_once_the_camera_is_off() -> None:
    shown = Shown()
    shown.show(frames=10, level=9)
    shown.sight.let_go()
    assert shown.sight.stir is None
    shown.brightness.clear()
    shown.show(frames=2, level=9)
    assert shown.brightness == [9, 9]


def test_what_helps_is_said_anew_after_a_pause() -> None:
    shown = Shown()
    shown.show("", frames=30, level=20)
    shown.now_ms += 30_000
    shown.sight.look_anew()
    hints = [event.hint for event in shown.show("", frames=30, level=20) if isinstance(event, Guided)]
    assert hints == [Hint.MORE_LIGHT]


def test_the_thing_itself_recognised_ends_the_trying_too() -> None:
    shown = Shown()
    events = shown.show(frames=80, unrest=9)
    shown.sight.end_trying()
    assert "Struggling" not in kinds(events + shown.show(frames=80, unrest=9))
