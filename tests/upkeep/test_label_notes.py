from __future__ import annotations

import pytest

from kiosk.model.marker import format_marker
from tests.upkeep.labels_room import HOST, LabelsRoom

HALL = "mill/1"


def test_three_stickers_met_at_a_stop_in_a_day_are_told_to_staff_once(room: LabelsRoom) -> None:
    for _ in range(2):
        room.meet_stranger(HALL)
    assert not room.state(HALL).is_covered
    room.meet_stranger(HALL, by="list")
    room.meet_stranger(HALL)
    state = room.state(HALL)
    assert (state.is_covered, state.foreign_today) == (True, 4)
    assert room.codes == ["upkeep.label-covered"]
    assert "3 foreign codes" in str(room.told[0])


def test_what_was_scanned_two_minutes_before_hangs_nowhere(room: LabelsRoom) -> None:
    room.meet_stranger(HALL, after_s=91)
    assert room.state(HALL).foreign_today == 0


def test_a_label_that_is_read_in_between_places_the_visitor_elsewhere(room: LabelsRoom) -> None:
    room.upkeep.notes.code_refused("foreign", "https://poster.example/a")
    room.read("mill/2")
    room.upkeep.notes.stop_opened(HALL, "number")
    assert room.state(HALL).foreign_today == 0


def test_the_next_visitor_does_not_inherit_what_the_last_one_scanned(room: LabelsRoom) -> None:
    room.upkeep.notes.code_refused("foreign", "https://poster.example/a")
    room.upkeep.notes.forget()
    room.upkeep.notes.stop_opened(HALL, "number")
    assert room.state(HALL).foreign_today == 0


def test_an_imitation_is_told_at_once_but_once_a_day(room: LabelsRoom) -> None:
    forged = format_marker(HOST, "AAAAAAA1", b"not the sites' key")
    for _ in range(3):
        room.meet_stranger(HALL, text=forged)
    state = room.state(HALL)
    assert (state.forged, state.foreign, state.needs_somebody) == (3, 3, True)
    assert room.codes.count("upkeep.forged-code") == 1
    room.pass_days()
    room.meet_stranger(HALL, text=forged)
    assert room.codes.count("upkeep.forged-code") == 2


def test_what_cannot_be_read_is_counted_where_the_visitor_stands(room: LabelsRoom) -> None:
    for _ in range(5):
        room.upkeep.notes.code_refused("unreadable")
        room.upkeep.notes.stop_opened(HALL, "number")
    state = room.state(HALL)
    assert (state.failed, state.is_wearing, state.is_covered) == (5, True, False)


def test_reads_are_counted_by_the_day_of_the_site(room: LabelsRoom) -> None:
    assert room.wall is not None
    room.wall = room.wall.replace(hour=19)  # 19:00 in UTC is half past midnight in Kolkata
    room.read(HALL, times=2)
    room.read("tower/1")
    assert room.state(HALL).read_on == "2026-05-05"
    assert room.state("tower/1").read_on == "2026-05-04"
    assert room.state(HALL).reads == 2


def test_a_worn_label_is_told_by_its_reads_alone(room: LabelsRoom) -> None:
    room.read(HALL, times=40, spare=1.0)
    room.read("mill/2", times=70, spare=0.6)
    room.pass_days(30)
    room.read(HALL, times=40, spare=0.55)
    worn, steady = room.state(HALL), room.state("mill/2")
    assert worn.is_wearing and worn.spare_before == 1.0 and worn.spare == 0.55
    assert not steady.is_wearing
    assert next(state.stop_id for state in room.states("mill")) == HALL


@pytest.mark.parametrize("spare", [None, float("nan"), float("inf"), -0.1, 1.1])
def test_a_read_that_says_nothing_of_the_label_still_counts(room: LabelsRoom, spare: float | None) -> None:
    room.read(HALL, times=40, spare=spare)
    state = room.state(HALL)
    assert (state.reads, state.spare) == (40, None)


def test_without_a_clock_nothing_is_lost(room: LabelsRoom) -> None:
    room.read(HALL)
    room.wall = None
    room.read(HALL)
    for _ in range(3):
        room.meet_stranger("mill/2")
    assert room.state(HALL).read_on == "2026-05-04"
    assert room.state("mill/2").is_covered


def test_what_was_noted_is_there_after_a_restart(room: LabelsRoom) -> None:
    room.read(HALL, times=3)
    room.restart()  # what still waited was written on the way out
    assert room.state(HALL).reads == 3


def test_a_stop_of_a_pack_that_is_gone_is_no_bug(room: LabelsRoom) -> None:
    room.upkeep.notes.code_read("gone/1", 1.0)
    room.meet_stranger("gone/1")
    assert room.states("gone") == ()
    assert room.told == []
