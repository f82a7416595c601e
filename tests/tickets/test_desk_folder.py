"""Devices of one desk share a folder: a ticket opens as many of them as it is for, and no more."""

from __future__ import annotations

import os
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.tickets.desk_folder import DeskAnswer, DeskFolder, make_token
from kiosk.tickets.mark import mark_ticket
from tests.fakes.made_tickets import TODAY, make_claim, make_press
from tests.tickets.conftest import MakeRoom

MILL = make_press("mill")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


def test_a_ticket_for_one_opens_one_of_the_desks_devices(make_room: MakeRoom, desk: Path) -> None:
    one, other = make_room("one", desk=desk), make_room("other", desk=desk)
    code = MILL.make_typed(make_claim())
    assert one.redeem(code) == "yes"
    assert other.redeem(code) == "used"
    assert other.redeem(code) == "used"
    assert [*one.told, *other.told] == []


def test_a_ticket_for_a_family_opens_as_many_devices_each_once(make_room: MakeRoom, desk: Path) -> None:
    rooms = [make_room(f"device {number}", desk=desk) for number in range(4)]
    code = MILL.make_printed(make_claim(party=3))
    assert [room.redeem(code) for room in rooms] == ["yes", "yes", "yes", "used"]
    assert [room.redeem(code) for room in rooms] == ["used"] * 4


def test_without_the_folder_visitors_go_in_and_staff_are_told(make_room: MakeRoom, tmp_path: Path) -> None:
    room = make_room(desk=tmp_path / "unplugged")
    assert room.redeem(MILL.make_typed(make_claim())) == "yes"
    assert room.codes_told == ["tickets.desk-absent"]
    assert not (tmp_path / "unplugged").exists(), "an empty mount point must not be taken for the share"


def test_what_the_desk_missed_is_told_when_it_is_back(make_room: MakeRoom, tmp_path: Path) -> None:
    folder = tmp_path / "share"
    one, other = make_room("one", desk=folder), make_room("other", desk=folder)
    code = MILL.make_typed(make_claim())
    assert one.redeem(code) == "yes"
    folder.mkdir()
    one.office.look_after(TODAY)
    assert other.redeem(code) == "used"
    assert one.book.list_untold("desk", 10) == []


def test_of_twelve_devices_at_once_exactly_one_wins(make_room: MakeRoom, desk: Path) -> None:
    rooms = [make_room(f"device {number}", desk=desk) for number in range(12)]
    code = MILL.make_typed(make_claim())
    answers: list[str] = []
    gate = threading.Barrier(len(rooms))

    def ask(number: int) -> None:
        gate.wait()
        answers.append(rooms[number].redeem(code))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(len(rooms))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["used"] * 11 + ["yes"]


@pytest.mark.parametrize("content", [b"", b"own"], ids=["cut off while writing", "cut off after writing"])
def test_a_power_cut_between_the_desk_and_the_book_costs_nobody_their_ticket(
    make_room: MakeRoom, desk: Path, content: bytes
) -> None:
    room = make_room(desk=desk)
    claim = make_claim()
    mark = mark_ticket(claim, MILL.keys)
    assert room.book.begin(mark)
    token = make_token((b"one".hex() + "0" * 32)[:32])
    (desk / f"{mark}-01").write_bytes(token if content else b"")
    room.close()
    room.restart()
    assert room.redeem(MILL.make_typed(claim)) == "yes"


def test_files_of_tickets_that_are_over_are_removed_and_no_others(desk: Path) -> None:
    folder = DeskFolder(desk, "a" * 32)
    old = mark_ticket(make_claim(1, first_day=TODAY - timedelta(days=9)), MILL.keys)
    new = mark_ticket(make_claim(2), MILL.keys)
    for mark in (old, new):
        assert folder.claim(mark) is DeskAnswer.TAKEN
    (desk / "holiday.jpg").write_bytes(b"not ours")
    folder.forget_over(TODAY)
    assert {path.name for path in desk.iterdir()} == {f"{new}-01", "holiday.jpg"}


def test_a_file_says_nothing_of_the_visit(desk: Path) -> None:
    folder = DeskFolder(desk, "ab" * 16)
    mark = mark_ticket(make_claim(), MILL.keys)
    folder.claim(mark)
    (file,) = desk.iterdir()
    assert file.read_bytes() == make_token("ab" * 16)
    assert b"abab" not in file.read_bytes(), "not which device, to who does not know it"
    assert file.stat().st_mtime == 0, "not when"


def test_a_share_that_hangs_holds_nobody_up(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()
    real = os.open
    monkeypatch.setattr(os, "open", lambda *args, **more: gate.wait(10) and real(*args, **more))
    folder = DeskFolder(desk, "a" * 32, patience_s=0.05)
    mark = mark_ticket(make_claim(), MILL.keys)
    begun = time.monotonic()
    assert folder.claim(mark) is DeskAnswer.ABSENT
    assert folder.claim(mark) is DeskAnswer.ABSENT
    assert not folder.is_there(), "while one look hangs, no other is begun"
    assert time.monotonic() - begun < 1
    gate.set()
    folder._hanging.join() if folder._hanging else None
    assert folder.claim(mark) is DeskAnswer.TAKEN


def test_a_link_or_a_folder_of_that_name_is_another_devices(desk: Path, tmp_path: Path) -> None:
    mark = mark_ticket(make_claim(party=3), MILL.keys)
    (desk / f"{mark}-01").mkdir()
    (desk / f"{mark}-02").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(desk / f"{mark}-03")
    folder = DeskFolder(desk, "a" * 32)
    assert folder.claim(mark, again=True) is DeskAnswer.USED
    assert not (tmp_path / "elsewhere").exists()
