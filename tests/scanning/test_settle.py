from __future__ import annotations

import pytest

from kiosk.scanning.reader import Code, Corners
from kiosk.scanning.settle import Choice, Settler, SettleRules

WIDTH_PX, HEIGHT_PX = 1280, 720
FRAME_MS = 66
UNSURE = 0.1


def make_code(text: str, x: float = 640, y: float = 360, spare: float | None = UNSURE) -> Code:
    corners: Corners = ((x - 40, y - 40), (x + 40, y - 40), (x + 40, y + 40), (x - 40, y + 40))
    return Code(text, corners, "zxing", spare)


class Watcher:
    """Shows frames one after another, FRAME_MS apart, and keeps what acted."""

    def __init__(self, rules: SettleRules | None = None) -> None:
        self.settler = Settler(rules)
        self.now_ms = 0
        self.acted: list[str] = []
        self.asked: list[list[str]] = []

    def show(self, *codes: Code, frames: int = 1) -> Watcher:
        for _ in range(frames):
            self.now_ms += FRAME_MS
            meant = self.settler.see(codes, WIDTH_PX, HEIGHT_PX, self.now_ms)
            if isinstance(meant, Choice):
                self.asked.append([code.text for code in meant.codes])
            elif meant is not None:
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
        make_code("A", spare=0.19),
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


LEFT, RIGHT = make_code("left", x=560, spare=0.9), make_code("right", x=730, spare=0.9)


def test_two_held_side_by_side_are_asked_about_once_and_neither_acts() -> None:
    watcher = Watcher().show(LEFT, RIGHT, frames=60)
    assert (watcher.asked, watcher.acted) == ([["left", "right"]], [])


def test_a_passing_glance_at_two_asks_nothing() -> None:
    watcher = Watcher().show(LEFT, RIGHT, frames=3).show(frames=30)
    assert (watcher.asked, watcher.acted) == ([], [])


def test_whoever_turns_to_one_of_two_after_the_question_is_answered() -> None:
    watcher = Watcher().show(LEFT, RIGHT, frames=10)
    watcher.show(make_code("left", x=480, spare=0.9), make_code("right", x=650, spare=0.9))
    assert watcher.acted == ["right"]


def test_two_are_asked_about_again_after_they_were_out_of_view() -> None:
    watcher = Watcher().show(LEFT, RIGHT, frames=10).show(frames=30).show(LEFT, RIGHT, frames=10)
    assert len(watcher.asked) == 2


def test_a_third_label_that_comes_in_is_asked_about_too() -> None:
    watcher = Watcher().show(LEFT, RIGHT, frames=10).show(LEFT, RIGHT, make_code("low", y=440), frames=10)
    assert watcher.asked == [["left", "right"], ["left", "low", "right"]]


def test_the_same_label_hung_twice_is_no_choice() -> None:
    watcher = Watcher().show(make_code("A", x=560, spare=0.9), make_code("A", x=730, spare=0.9), frames=9)
    assert (watcher.asked, watcher.acted) == ([], ["A"])


def test_a_code_nearer_the_middle_that_is_not_read_yet_gets_a_second_frame() -> None:
    seen = (make_code("", x=640), make_code("B", x=800, spare=0.9))
    watcher = Watcher().show(*seen)
    assert watcher.acted == []
    assert watcher.show(*seen).acted == ["B"]


def test_a_weak_decoder_that_contradicts_itself_settles_nothing() -> None:
    watcher = Watcher()
    for text in "ABAB":
        watcher.show(make_code(text, spare=None))
    assert watcher.acted == []
    assert watcher.show(make_code("A", spare=None), frames=3).acted == ["A"]


def test_a_pause_is_not_out_of_view() -> None:
    watcher = Watcher().show(make_code("A"), frames=3)
    watcher.now_ms += 60_000
    watcher.settler.wake()
    watcher.show().show(make_code("A"), frames=5)
    assert watcher.acted == ["A"]
    watcher.show(frames=25).show(make_code("A"), frames=3)
    assert watcher.acted == ["A", "A"]
