"""What visitors recorded: let go with its facts, gone with what was taken back, tidied after a power cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.spoken.shelf import SpokenShelf
from kiosk.visits.handover import Handover
from tests.visits.conftest import Bench, make_bench


@pytest.fixture
def shelf(folder: Path) -> SpokenShelf:
    return SpokenShelf(folder)


@pytest.fixture
def bench(folder: Path, shelf: SpokenShelf) -> Iterator[Bench]:
    made = make_bench(folder)
    made.handover = Handover(made.log, made.sink, after_visits=2, sounds=shelf)
    with closing(made.log):
        yield made


def held(folder: Path) -> set[str]:
    return {path.stem for path in (folder / "spoken" / "held").glob("*")}


def speak(bench: Bench, shelf: SpokenShelf, words: bytes) -> tuple[str, int]:
    sha256 = shelf.hold(b"OggS" + words)
    number = bench.visit.say("story", language="en", sound=sha256)
    assert number is not None
    return sha256, number


def test_a_recording_goes_when_its_facts_go_and_not_before(
    bench: Bench, shelf: SpokenShelf, folder: Path
) -> None:
    bench.visitor.follow("start open wait:70")
    sha256, _number = speak(bench, shelf, b"one")
    bench.settle()
    assert held(folder) == {sha256}, "the visit goes on"
    bench.visitor.follow("end")
    bench.settle()
    assert held(folder) == {sha256} and shelf.list_waiting() == (), "its facts wait for company"
    bench.visitor.follow("start open wait:70 end")
    bench.settle()
    assert held(folder) == set() and shelf.list_waiting() == (sha256,)
    assert [fact.values["sound"] for fact in bench.sink.named("message")] == [sha256]


def test_what_was_taken_back_or_said_by_staff_is_gone(bench: Bench, shelf: SpokenShelf, folder: Path) -> None:
    bench.visitor.follow("start open wait:70")
    _sha256, number = speak(bench, shelf, b"one")
    bench.visit.take_back(number)
    bench.visitor.follow("end")
    bench.visit.start("qutb", "en", staff=True)
    speak(bench, shelf, b"two")
    bench.visitor.follow("end")
    bench.settle()
    assert held(folder) == set() and shelf.list_waiting() == ()


def test_after_a_power_cut_only_what_was_sent_is_left(bench: Bench, shelf: SpokenShelf, folder: Path) -> None:
    bench.visitor.follow("start open wait:70")
    sent, _number = speak(bench, shelf, b"sent")
    shelf.hold(b"OggS recorded, and the power went before it was sent")
    again = Handover(bench.log, bench.sink, after_visits=2, sounds=shelf)
    assert again.settle().result(10)
    assert held(folder) == {sent}
    later = shelf.hold(b"OggS of the next visit, just being sent")
    assert again.settle().result(10)
    assert held(folder) == {sent, later}, "it is tidied before the first visit only"


def test_a_folder_that_cannot_be_tidied_holds_no_facts_up(bench: Bench, folder: Path) -> None:
    (folder / "spoken").write_bytes(b"a file where the folder should be")
    bench.visitor.follow("start open wait:70 end start open wait:70 end")
    assert bench.settle()
    assert len(bench.sink.named("visit")) == 2
