"""Each drive is looked at once, one after another, and what goes wrong is said of that drive only."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.app.interface_thread import InterfaceThread
from kiosk.app.staff import task_process
from kiosk.app.staff.drive_looks import DriveLooks
from kiosk.app.staff.wire import format_look, parse_look
from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import DriveLook, Offer, OfferState, Publisher
from kiosk.packs.drives.drive import Drive
from tests.fakes.qt_loop import spin, spin_until

pytestmark = pytest.mark.usefixtures("qapp")
PUBLISHER = Publisher("Mill Society", "0000-1111-2222-3333-4444", trusted=True)
OFFER = Offer(
    *("test.mill", 2, ("The Mill",), "Mill Society", "2026-03-01", ("en", "hi"), ("video",), 900, 100, 1),
    state=OfferState.NEWER,
    fallback_language="en",
    part_bytes=(("lang-hi", 40),),
    source="/media/MILL/HERITAGE/targets/test.mill/2.json",
)
PROBLEM = KioskError("It cannot be read", thing="MILL", found="nothing", code="packs.tree-faulty")
GOOD = format_look(PUBLISHER, (OFFER,), 5_000, None)


class Looks:
    """Looks at drives with a program of the test's in the place of ``kiosk pack inspect``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, notes: Path) -> None:
        self._monkeypatch = monkeypatch
        self._notes = notes
        self.interface = InterfaceThread()
        self.changes = 0
        self.looks = DriveLooks(Path("/data"), self.interface.ask, self._count)
        self.answer(json.dumps(GOOD))

    def answer(self, said: str, after: str = "pass") -> None:
        """Have a look print ``said`` and note its words; ``after`` is what it does before."""
        program = f"import sys, time, os; {after}; open({str(self._notes)!r}, 'a').write(' '.join(sys.argv[1:]) + '\\n'); print({said!r})"
        self._monkeypatch.setattr(
            task_process, "own_command", lambda *words: [sys.executable, "-c", program, *words]
        )

    def take(self, *drives: Drive) -> None:
        self.looks.take(drives)

    def wait(self) -> tuple[DriveLook, ...]:
        spin_until(lambda: all(not look.looking for look in self.looks.all))
        return self.looks.all

    def read_notes(self) -> list[str]:
        return self._notes.read_text("utf-8").splitlines() if self._notes.exists() else []

    def _count(self) -> None:
        self.changes += 1


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Looks]:
    looks = Looks(monkeypatch, tmp_path / "notes")
    yield looks
    looks.looks.close()
    looks.interface.close()


def drive(name: str = "MILL", mounted: int = 1, *, read_only: bool = False) -> Drive:
    return Drive(f"/media/{name}", name, read_only, mounted)


def test_what_was_found_is_told_whole(looks: Looks) -> None:
    looks.take(drive(read_only=True))
    assert looks.looks.all == (DriveLook("MILL", "/media/MILL", read_only=True),)
    (look,) = looks.wait()
    assert look == DriveLook("MILL", "/media/MILL", False, True, PUBLISHER, (OFFER,), 5_000)
    assert looks.read_notes() == ["pack inspect /media/MILL --learn --data /data --json"]


@pytest.mark.parametrize("problem", [None, PROBLEM])
def test_a_look_travels_as_it_is(problem: KioskError | None) -> None:
    before = DriveLook("MILL", "/media/MILL")
    record = json.loads(json.dumps(format_look(PUBLISHER, (OFFER,), 7, problem)))
    look = parse_look(record, before)
    assert (look.publisher, look.offers, look.free_bytes) == (PUBLISHER, (OFFER,), 7)
    assert (look.problem, look.code) == ((problem.format(), problem.code) if problem else ("", ""))


def test_one_drive_after_another_each_once(looks: Looks) -> None:
    looks.take(drive("MILL"), drive("ABBEY", 2))
    looks.take(drive("MILL"), drive("ABBEY", 2), drive("CASTLE", 3))
    assert [look.name for look in looks.wait()] == ["MILL", "ABBEY", "CASTLE"]
    assert [note.split()[2] for note in looks.read_notes()] == [
        "/media/MILL",
        "/media/ABBEY",
        "/media/CASTLE",
    ]


def test_a_stick_plugged_in_again_is_looked_at_again(looks: Looks) -> None:
    looks.take(drive())
    looks.wait()
    looks.take()
    assert looks.looks.all == ()
    looks.take(drive(mounted=2))
    looks.wait()
    assert len(looks.read_notes()) == 2


def test_a_stick_pulled_while_it_is_read_leaves_nothing(looks: Looks) -> None:
    looks.answer(json.dumps(GOOD), after="time.sleep(60)")
    looks.take(drive())
    looks.take()
    spin(50)
    assert looks.looks.all == ()
    looks.answer(json.dumps(GOOD))
    looks.take(drive("ABBEY", 2))
    assert looks.wait()[0].publisher == PUBLISHER


@pytest.mark.allow_log("kiosk.app.staff.task_process: a task ended with")
@pytest.mark.parametrize(
    ("said", "code"),
    [("no json", "app.look-died"), (json.dumps({"error": PROBLEM.as_dict()}), "packs.tree-faulty")],
)
def test_a_look_that_goes_wrong_says_so(looks: Looks, said: str, code: str) -> None:
    looks.answer(said)
    looks.take(drive())
    (look,) = looks.wait()
    assert (look.code, look.offers, look.publisher) == (code, (), None)
    assert f"[{code}]" in look.problem
    looks.answer(json.dumps(GOOD))
    looks.looks.look_again("/media/MILL")
    assert looks.looks.all[0].looking
    assert looks.wait()[0].code == ""


def test_looking_again_at_all_keeps_what_is_known_meanwhile(looks: Looks) -> None:
    looks.take(drive())
    looks.wait()
    looks.looks.look_again()
    assert looks.looks.all[0].offers == (OFFER,) and not looks.looks.all[0].looking
    spin_until(lambda: len(looks.read_notes()) == 2)


def test_a_path_that_is_no_text_is_looked_at(looks: Looks) -> None:
    looks.answer(json.dumps(GOOD), after="sys.argv[3] = os.fsencode(sys.argv[3]).hex()")
    looks.take(Drive(os.fsdecode(b"/media/\xff"), "USB", read_only=False, mounted=1))
    looks.wait()
    assert looks.read_notes()[0].split()[2] == b"/media/\xff".hex()


def test_where_a_release_and_a_root_are_on_a_drive(looks: Looks) -> None:
    looks.take(drive())
    looks.wait()
    assert looks.looks.find_offer("/media/MILL", "test.mill", 2) == OFFER
    assert looks.looks.find_offer("/media/MILL", "test.mill", 3) is None
    assert looks.looks.find_offer("/media/ABBEY", "test.mill", 2) is None
    assert looks.looks.find_root_source("/media/MILL") == "/media/MILL"


def test_the_root_of_a_stick_with_a_file_only_is_in_the_file(looks: Looks) -> None:
    record = json.loads(json.dumps(GOOD))
    record["offers"][0]["source"] = "/media/MILL/mill.hpack"
    looks.answer(json.dumps(record))
    looks.take(drive())
    looks.wait()
    assert looks.looks.find_root_source("/media/MILL") == "/media/MILL/mill.hpack"
