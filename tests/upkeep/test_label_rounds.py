from __future__ import annotations

from kiosk.model.label_state import LabelRound
from kiosk.model.marker import format_marker
from tests.upkeep.labels_room import HOST, KEY, LABELS, LabelsRoom

ALL = tuple(f"mill/{k}" for k in range(1, 6))


def current(room: LabelsRoom) -> LabelRound:
    room.background.run_all()
    now = room.upkeep.rounds.current_round
    assert now is not None
    return now


def begin(room: LabelsRoom, *scanned: str) -> None:
    room.upkeep.rounds.begin_round("mill")
    for stop_id in scanned:
        room.upkeep.rounds.take_scan(LABELS[stop_id], 1.0)


def test_each_label_is_scanned_once_and_what_is_missing_is_told(room: LabelsRoom) -> None:
    begin(room, "mill/3", "mill/1", "mill/3")
    now = current(room)
    assert (now.confirmed, now.missing, now.last) == (
        ("mill/3", "mill/1"),
        ("mill/2", "mill/4", "mill/5"),
        "mill/3",
    )
    assert room.state("mill/3").confirmed_on == "2026-05-04"
    assert room.state("mill/2").confirmed_on == ""


def test_a_scan_taken_back_is_as_if_it_had_not_been(room: LabelsRoom) -> None:
    begin(room, "mill/1")
    room.upkeep.rounds.end_round()
    room.pass_days(3)
    begin(room, "mill/1", "mill/2")
    room.upkeep.rounds.undo_scan()
    room.upkeep.rounds.undo_scan()
    assert current(room).confirmed == ("mill/1",)
    room.upkeep.rounds.take_scan(LABELS["mill/1"], 1.0)
    room.upkeep.rounds.undo_scan()
    assert current(room).confirmed == ()
    assert room.state("mill/1").confirmed_on == "2026-05-04", "as the round before found it"
    assert room.state("mill/2").confirmed_on == ""


def test_what_confirms_nothing_says_why(room: LabelsRoom) -> None:
    begin(room, "mill/1")
    for text, problem in (
        ("https://poster.example/a", "foreign"),
        (format_marker(HOST, "AAAAAAA1", b"another key"), "forged"),
        (format_marker(HOST, "ZZZZZZZZ", KEY), "newer"),
        (LABELS["tower/1"], "elsewhere"),
        ("\0" * 4000, "foreign"),
    ):
        room.upkeep.rounds.take_scan(text, None)
        now = current(room)
        assert (now.problem, now.last, now.confirmed) == (problem, "", ("mill/1",))
    room.upkeep.rounds.undo_scan()
    assert current(room).confirmed == ("mill/1",), "there is nothing to take back"
    room.upkeep.rounds.take_scan(LABELS["mill/2"], 1.0)
    assert current(room).problem == ""


def test_a_round_goes_on_after_an_interruption(room: LabelsRoom) -> None:
    begin(room, "mill/5", "mill/4")
    room.restart()
    assert room.upkeep.rounds.current_round is None, "not known before the disk was asked"
    room.states("mill")
    assert current(room).confirmed == ("mill/5", "mill/4")
    begin(room, "mill/1")
    assert current(room).confirmed == ("mill/5", "mill/4", "mill/1")


def test_who_begins_before_the_disk_has_told_goes_on_too(room: LabelsRoom) -> None:
    begin(room, "mill/5")
    room.restart()
    begin(room, "mill/2")
    now = current(room)
    assert (now.confirmed, now.last) == (("mill/5", "mill/2"), "mill/2")


def test_another_sites_round_begins_anew(room: LabelsRoom) -> None:
    begin(room, "mill/5")
    room.upkeep.rounds.begin_round("tower")
    now = current(room)
    assert (now.site_id, now.confirmed, now.missing) == ("tower", (), ("tower/1", "tower/2"))
    begin(room)
    assert current(room).confirmed == ()


def test_an_ended_round_leaves_what_it_confirmed(room: LabelsRoom) -> None:
    begin(room, "mill/5")
    room.upkeep.rounds.end_round()
    room.background.run_all()
    assert room.upkeep.rounds.current_round is None
    room.restart()
    assert room.state("mill/5").confirmed_on == "2026-05-04"
    assert room.upkeep.rounds.current_round is None
    room.upkeep.rounds.take_scan(LABELS["mill/5"], 1.0)
    assert room.upkeep.rounds.current_round is None


def test_a_label_found_in_its_place_is_covered_no_more(room: LabelsRoom) -> None:
    for _ in range(3):
        room.meet_stranger("mill/1")
    assert room.state("mill/1").is_covered
    begin(room, "mill/1")
    assert not room.state("mill/1").needs_somebody


def test_who_has_looked_says_that_all_is_right(room: LabelsRoom) -> None:
    for _ in range(3):
        room.meet_stranger("mill/1", text=format_marker(HOST, "AAAAAAA1", b"no key"))
    room.upkeep.rounds.note_all_right("mill/1")
    assert not room.state("mill/1").needs_somebody


def test_a_label_printed_anew_begins_anew(room: LabelsRoom) -> None:
    room.read("mill/1", times=60, spare=0.2)
    assert room.state("mill/1").is_wearing
    room.upkeep.rounds.note_replaced("mill/1")
    state = room.state("mill/1")
    assert (state.is_wearing, state.spare, state.reads) == (False, None, 60)


def test_whoever_watches_hears_of_every_change(room: LabelsRoom) -> None:
    heard: list[tuple[str, ...]] = []
    rounds = room.upkeep.rounds
    rounds.watch(lambda: heard.append(rounds.current_round.confirmed if rounds.current_round else ("none",)))
    assert rounds.states("mill") == ()
    room.background.run_all()
    assert heard == [("none",)]
    assert [state.stop_id for state in rounds.states("mill")] == list(ALL)
    begin(room, "mill/1")
    assert heard[-1] == ("mill/1",)
    room.background.run_all()
    rounds.end_round()
    assert heard[-1] == ("none",)
