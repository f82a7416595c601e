"""Staff's view of the labels: the screens' fake and the real room keep the same promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.model.label_state import LabelState
from kiosk.screens.staff_rooms import LabelRounds
from tests.fakes.fake_rounds import FakeRounds, make_state
from tests.upkeep.labels_room import LABELS, LabelsRoom

MILL = {stop_id: text for stop_id, text in LABELS.items() if stop_id.startswith("mill/")}
STOPS = tuple(MILL)
STRANGER = "https://poster.example/a"


@dataclass
class Desk:
    """Whoever looks at the labels; ``settle`` lets the disk answer."""

    rounds: LabelRounds
    settle: Callable[[], object]

    def state(self, stop_id: str) -> LabelState:
        self.rounds.states("mill")
        self.settle()
        return next(state for state in self.rounds.states("mill") if state.stop_id == stop_id)


@pytest.fixture(params=["fake", "real"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A mill of five labels: a worn one, a covered one, one never read."""
    if request.param == "fake":
        worn = make_state("mill/4", spare=0.4, is_wearing=True)
        covered = make_state("mill/5", is_covered=True, foreign=3, foreign_today=3)
        known = {
            state.stop_id: state for state in (worn, covered, make_state("mill/1"), make_state("mill/2"))
        }
        yield Desk(FakeRounds("mill", MILL, known), lambda: None)
        return
    room = LabelsRoom(tmp_path)
    for stop_id, spare in (("mill/1", 1.0), ("mill/2", 1.0), ("mill/4", 0.4), ("mill/5", 1.0)):
        room.read(stop_id, times=20, spare=spare)
    for _ in range(3):
        room.meet_stranger("mill/5")
    yield Desk(room.upkeep.rounds, room.background.run_all)
    room.close()


def is_under_way(desk: Desk) -> bool:
    return desk.rounds.current_round is not None


def test_what_needs_somebody_comes_first_and_every_stop_is_there(desk: Desk) -> None:
    desk.state("mill/1")
    states = desk.rounds.states("mill")
    assert {state.stop_id for state in states[:2]} == {"mill/4", "mill/5"}
    assert tuple(sorted(state.stop_id for state in states)) == STOPS
    assert desk.state("mill/3").read_on == ""
    assert desk.rounds.states("nowhere") == ()


def test_a_round_confirms_takes_back_and_ends(desk: Desk) -> None:
    heard: list[bool] = []
    desk.rounds.watch(lambda: heard.append(True))
    desk.rounds.take_scan(MILL["mill/1"], 1.0)
    assert not is_under_way(desk), "no round, nothing to confirm"
    desk.rounds.begin_round("mill")
    desk.rounds.take_scan(MILL["mill/3"], 1.0)
    desk.rounds.take_scan(MILL["mill/1"], None)
    desk.settle()
    now = desk.rounds.current_round
    assert now is not None
    assert (now.confirmed, now.missing, now.last) == (
        ("mill/3", "mill/1"),
        ("mill/2", "mill/4", "mill/5"),
        "mill/1",
    )
    desk.rounds.undo_scan()
    desk.settle()
    now = desk.rounds.current_round
    assert now is not None and (now.confirmed, now.last) == (("mill/3",), "")
    assert desk.state("mill/3").confirmed_on and not desk.state("mill/1").confirmed_on
    heard.clear()
    desk.rounds.end_round()
    assert not is_under_way(desk) and heard


def test_a_stranger_confirms_nothing(desk: Desk) -> None:
    desk.rounds.begin_round("mill")
    desk.rounds.take_scan(MILL["mill/1"], 1.0)
    desk.rounds.take_scan(STRANGER, 1.0)
    desk.settle()
    now = desk.rounds.current_round
    assert now is not None and (now.confirmed, now.last, now.problem) == (("mill/1",), "", "foreign")


def test_what_staff_say_of_a_label_holds(desk: Desk) -> None:
    assert desk.state("mill/5").is_covered and desk.state("mill/4").is_wearing
    desk.rounds.note_all_right("mill/5")
    desk.rounds.note_replaced("mill/4")
    assert not desk.state("mill/5").needs_somebody and not desk.state("mill/4").needs_somebody


def test_a_covered_label_that_a_round_finds_is_covered_no_more(desk: Desk) -> None:
    desk.rounds.begin_round("mill")
    desk.rounds.take_scan(MILL["mill/5"], 1.0)
    assert not desk.state("mill/5").is_covered
