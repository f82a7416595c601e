from __future__ import annotations

import pytest

from kiosk.scanning.reader import Code, Corners
from kiosk.scanning.settle import Settler, SettleRules

WIDTH_PX, HEIGHT_PX = 1280, 720
FRAME_MS = 66
UNSURE = 0.2


def make_code(text: str, x: float = 640, y: float = 360, spare: float | None = UNSURE) -> Code:
    corners: Corners = ((x - 40, y - 40), (x + 40, y - 40), (x + 40, y + 40), (x - 40, y + 40))
    return Code(text, corners, "zxing", spare)


class Watcher:
    """Shows frames one after another, FRAME_MS apart, and keeps what acted."""

    def __init__(self, rules: SettleRules | None = None) -> None:
        self.settler = Settler(rules)
        self.now_ms = 0
        self.acted: list[str] = []

    def show(self, *codes: Code, frames: int = 1) -> Watcher:
        for _ in range(frames):
            self.now_ms += FRAME_MS
            meant = self.settler.see(codes, WIDTH_PX, HEIGHT_PX, self.now_ms)
            if meant is not None:
                self.acted.append(meant.text)
        return self


def test_a_code_acts_in_its_second_frame() -> None:
    watcher = Watcher()
    assert watcher.show(make_code("A")).acted == []
    assert watcher.show(make_code("A")).acted == ["A"]


def test_two_sightings_need_not_follow_each_other() -> None:
    watcher = Watcher().show(make_code("A")).show(frames=3)
    assert watcher.show(make_code("A")).acted == ["A"]


def test_sightings_too_far_apart_do_not_add_up() -> None:
    watcher = Watcher().show(make_code("A")).show(frames=4)
    assert watcher.show(make_code("A")).acted == []


def test_one_clear_read_in_the_middle_is_enough() -> None:
    assert Watcher().show(make_code("A", spare=0.8)).acted == ["A"]


@pytest.mark.parametrize(
    "code",
    [
        make_code("A", x=1240, y=680, spare=0.9),
        make_code("A", spare=None),
        make_code("A", spare=0.49),
    ],
    ids=["at the edge", "correction unknown", "worn"],
)
def test_one_read_is_not_enough_when(code: Code) -> None:
    assert Watcher().show(code).acted == []


def test_a_code_held_still_acts_once() -> None:
    assert Watcher().show(make_code("A"), frames=200).acted == ["A"]


def test_a_code_that_flickers_acts_once() -> None:
    watcher = Watcher()
    for _ in range(20):
        watcher.show(make_code("A"), frames=2).show(frames=10)
    assert watcher.acted == ["A"]


def test_a_code_acts_again_after_it_was_out_of_view() -> None:
    watcher = Watcher().show(make_code("A"), frames=3).show(frames=25)
    assert watcher.show(make_code("A"), frames=3).acted == ["A", "A"]


def test_a_code_acts_again_after_another_one() -> None:
    watcher = Watcher()
    for text in "ABA":
        watcher.show(make_code(text), frames=3)
    assert watcher.acted == ["A", "B", "A"]


def test_the_nearest_to_the_middle_is_meant() -> None:
    left, middle = make_code("left", x=300), make_code("middle", x=700)
    assert Watcher().show(left, middle, frames=5).acted == ["middle"]


def test_two_labels_in_a_shaking_hand_do_not_act_by_turns() -> None:
    watcher = Watcher().show(make_code("A"), frames=3)
    for _ in range(10):
        watcher.show(make_code("B", x=600), make_code("A", x=690), frames=1)
        watcher.show(make_code("B", x=590), make_code("A", x=680), frames=4)
    assert watcher.acted == ["A"]


def test_a_code_that_is_only_located_does_not_act() -> None:
    assert Watcher().show(make_code(""), frames=10).acted == []


def test_a_located_code_does_not_hide_the_one_that_is_read() -> None:
    assert Watcher().show(make_code(""), make_code("A", x=900), frames=3).acted == ["A"]


def test_reset_lets_the_same_code_act_for_the_next_visitor() -> None:
    watcher = Watcher().show(make_code("A"), frames=3)
    watcher.settler.reset()
    assert watcher.show(make_code("A"), frames=3).acted == ["A", "A"]


def test_how_many_sightings_is_a_rule() -> None:
    rules = SettleRules(sightings=4, sure_spare=2.0)
    watcher = Watcher(rules).show(make_code("A", spare=1.0), frames=3)
    assert watcher.acted == []
    assert watcher.show(make_code("A")).acted == ["A"]
