"""After a visit nothing of it is in any byte of the data folder: not its mark, not when it was, not its way.

Every file is read, with the journals and the free pages of databases, while the guide goes on and after it has
been closed. A copy is looked at: who opens a database's file beside SQLite in one process spoils its locks.
"""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.batch import chain_all
from kiosk.spoken.shelf import SpokenShelf
from kiosk.sync.outbox import Outbox
from kiosk.visits.identity import load_device
from tests.fakes.composed_guide import DIARY, ComposedGuide, data, pack
from tests.fakes.moments import find_in_folder, find_moments

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_log(DIARY),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
]

INTEREST = "an-interest-that-nobody-else-has"
SAID = "Ada Example was here, and liked the wheel"
TAKEN_BACK = "Ada Example would rather not have said this"
MESSAGE_DATA = {"id", "site", "stop", "kind", "text", "language", "sound", "day"}
COPY = shutil.which("cp")


@contextmanager
def copied(data: Path) -> Iterator[Path]:
    """A copy of the folder as it is on the disk at this moment."""
    copy = data.with_name("copy")
    assert COPY is not None
    subprocess.run([COPY, "-r", data, copy], check=True)
    try:
        yield copy
    finally:
        shutil.rmtree(copy)


def holds(data: Path, mark: bytes) -> list[str]:
    """Return the files in which ``mark`` is found, or whose name has it."""
    with copied(data) as copy:
        files = [path for path in copy.rglob("*") if path.is_file()]
        return [path.name for path in files if mark in path.read_bytes() or mark.decode() in path.name]


def make_visit(guide: ComposedGuide) -> tuple[str, int, int]:
    """Make a visit with everything in it; return its mark, and when it began and ended.

    Another one goes before: what the device finds out about itself meanwhile (no sound) is for staff, in
    the diary, with its time.
    """
    guide.begin()
    guide.type_number("1")
    guide.wait(lambda: guide.state in ("playing", "ended"))
    guide.leave()
    guide.wait(lambda: holds(guide.folder.path, b"VisitStarted") == [])
    time.sleep(0.05)
    begun_ms = time.time_ns() // 1_000_000
    guide.begin()
    visit = guide.device.visit.id
    assert visit is not None
    for number in ("07", "1", "12"):
        guide.type_number(number)
        guide.wait(lambda: guide.state in ("playing", "ended"))
        guide.shell.models.suggestions.more_like_this()
        guide.go_home()
    journey = guide.shell.models.flow.journey
    assert journey is not None and len(journey.taste.more) == 3
    journey.wishes = replace(journey.wishes, interests=frozenset({INTEREST}))
    guide.device.visit.suggestion_withheld(f"{journey.site_id}/well", 2)
    guide.device.visit.rate(4)
    guide.device.visit.scan_failed("foreign")
    guide.device.visit.search_failed("words")
    guide.device.visit.answer_study("ways-2026", agreed=True)
    guide.device.visit.answer_study("ways-2026", agreed=False)
    talk_back(guide)
    assert holds(guide.folder.path, visit.encode()) != []
    assert holds(guide.folder.path, INTEREST.encode()) == [], "wishes and taste are never written down"
    with copied(guide.folder.path) as copy:
        told = find_in_folder(copy, begun_ms, time.time_ns() // 1_000_000)
    assert len(told) > 10, "the search must find moments while they are there"
    ended_ms = time.time_ns() // 1_000_000
    guide.leave()
    return visit, begun_ms, ended_ms


def talk_back(guide: ComposedGuide) -> None:
    """Write and speak, and take one of each back."""
    shelf = SpokenShelf(guide.folder.path)
    for said in (SAID, TAKEN_BACK):
        written = guide.device.visit.say("comment", language="en", text=said, stop_id="mill/wheel")
        spoken = guide.device.visit.say("story", language="en", sound=shelf.hold(b"OggS" + said.encode()))
        assert written is not None and spoken is not None
        if said is TAKEN_BACK:
            guide.device.visit.take_back(written)
            guide.device.visit.take_back(spoken)
            shelf.drop(hashlib.sha256(b"OggS" + said.encode()).hexdigest())


def expect_said_only_where_it_waits(data: Path) -> None:
    """What I said waits for the hub, in no file that tells of anything else; when the hub has it, nothing is left here."""
    recorded = hashlib.sha256(b"OggS" + SAID.encode()).hexdigest()
    assert holds(data, TAKEN_BACK.encode()) == []
    # The words in the outbox, the voice in a file that is named by its hash alone; nothing says that one visitor sent both.
    assert holds(data, SAID.encode()) == ["outbox.db", f"{recorded}.opus"]
    assert {path.stat().st_mtime for path in (data / "spoken").glob("*.opus")} == {0.0}
    with closing(Outbox(data / "outbox.db", load_device(data))) as outbox:
        messages = [fact.values for fact in outbox.read_facts() if fact.name == "message"]
        assert sorted((one["text"] or "", one["sound"] or "") for one in messages) == [
            ("", recorded),
            (SAID, ""),
        ]
        assert all(set(one) == MESSAGE_DATA for one in messages)
        batch = outbox.next_batch()
        assert batch is not None
        outbox.acknowledge(batch, batch.last_seq, chain_all(batch)[-1])
    SpokenShelf(data).remove(recorded)
    assert holds(data, SAID.encode()) == []


def test_no_byte_of_the_folder_tells_of_the_visit(data: Path) -> None:
    # The first visit's facts wait for the second's: both ways on are gone.
    with ComposedGuide(data, has_camera=False, fold_after_visits=2) as guide:
        visit, begun_ms, ended_ms = make_visit(guide)
        marks = [visit.encode(), b"StopOpened", b"VisitStarted", b"StudyAnswered", b"ways-2026"]
        marks += [b"SuggestionShown", b'"withheld"', INTEREST.encode()]
        guide.wait(lambda: holds(data, marks[0]) == [])
        left = {mark: holds(data, mark) for mark in marks}
        with copied(data) as copy:
            moments = find_in_folder(copy, begun_ms, ended_ms)
    assert left == {mark: [] for mark in marks}
    # The diary says when something went wrong on the device, not that it was in a visit.
    assert [moment for moment in moments if not moment.startswith("diary.log: text")] == []
    assert {mark: holds(data, mark) for mark in marks} == left, "closing the guide writes nothing either"
    later = find_in_folder(data, begun_ms, ended_ms)
    assert [moment for moment in later if not moment.startswith("diary.log: text")] == []
    assert holds(data, b'"fact":"dwell"') == ["outbox.db"], "the visit has become facts"
    expect_said_only_where_it_waits(data)


def test_moments_are_found_however_they_are_written() -> None:
    moment = 1_795_262_400_123
    for raw in (
        moment.to_bytes(6, "big"),
        moment.to_bytes(8, "little"),
        struct.pack("<d", moment / 1_000),
        struct.pack(">d", moment / 1_000),
        b"x1795262400123y",
        b'{"at": 1795262400}',
        b"2026-11-21T12:00:00Z",
    ):
        padded = b"\0" * 7 + raw + b"\0" * 3
        assert find_moments(padded, moment - 1_000, moment + 1_000) != [], raw
        assert find_moments(padded, moment + 60_000, moment + 90_000) == [], raw
