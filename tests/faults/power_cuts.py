"""Power cuts of a device that logs visits: what the disk holds at any moment, rebuilt from what was written.

A guide makes visits in a process of its own, with ``disk_recorder.c`` noting each of its writes and flushes.
A power cut is then any moment in that list: what was flushed is there; of all else each write is kept, lost or
torn at random, sector by sector, and a file whose folder was not flushed since it was made may be gone.
"""

from __future__ import annotations

import os
import random
import shutil
import struct
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.sync.outbox import Outbox
from kiosk.visits import store
from kiosk.visits.clock import SystemClock
from kiosk.visits.handover import Handover
from kiosk.visits.log import EventLog

CUTS = 598
DEVICE = "d" * 32
HOUSE = Path(__file__).resolve().parents[2]
_RECORDER = Path(__file__).with_name("disk_recorder.c")
_ACKNOWLEDGED = "acknowledged"
_HEAD = struct.Struct("<cIqQ")
_SECTOR = 512
_STOPS = 4
_VISITS = 7


@dataclass(frozen=True, slots=True)
class Note:
    """One thing done to a file: see ``disk_recorder.c``."""

    what: str
    path: str
    at: int
    data: bytes


@dataclass(slots=True)
class DiskFile:
    """A file as it is on the disk for certain, and what has been done to it since its last flush."""

    flushed: bytearray = field(default_factory=bytearray)
    pending: list[Note] = field(default_factory=list)
    is_named: bool = False


def record(folder: Path, *words: str, program: str = "tests.faults.power_cuts") -> list[Note]:
    """Run ``program`` (by default: make visits) under the recorder; return what it did to the disk. ``folder`` is new.

    ``words``: "in-haste" for one that acknowledges too early, to see that these cuts find that.

    Raises:
        FileNotFoundError: There is no C compiler.
    """
    compiler = shutil.which("cc")
    if compiler is None:
        raise FileNotFoundError("cc")
    library, notes, data = folder / "recorder.so", folder / "notes", folder / "data"
    data.mkdir()
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", library, _RECORDER, "-ldl", "-lpthread"], check=True
    )
    asked = {
        "DISK_RECORDER_FOLDER": str(data),
        "DISK_RECORDER_NOTES": str(notes),
        "LD_PRELOAD": str(library),
        "PYTHONPATH": str(HOUSE),
    }
    command = [sys.executable, "-m", program, str(data), *words]
    subprocess.run(command, cwd=HOUSE, env={**os.environ, **asked}, check=True)
    return list(_read_notes(notes.read_bytes()))


def _read_notes(raw: bytes) -> Iterator[Note]:
    at = 0
    while at < len(raw):
        what, name, offset, length = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        path = raw[at : at + name].decode()
        at += name
        yield Note(what.decode(), path, offset, raw[at : at + length])
        at += length


def cut_power(notes: Sequence[Note], moment: int, folder: Path, chance: random.Random) -> set[str]:
    """Write into ``folder`` what the disk holds when the power goes after ``moment`` notes.

    Returns:
        The stops whose opening had been acknowledged by then.
    """
    files: dict[str, DiskFile] = {}
    acknowledged: set[str] = set()
    for note in notes[:moment]:
        if note.path == _ACKNOWLEDGED:
            acknowledged.update(note.data.decode().split())
        else:
            _take(files, note)
    for path, file in files.items():
        content = _settle(file, chance)
        if content is not None:
            (folder / path).write_bytes(content)
    return acknowledged


def _take(files: dict[str, DiskFile], note: Note) -> None:
    if note.what == "D":
        for path, file in list(files.items()):
            file.is_named = True
            if file.pending and file.pending[-1].what == "U":
                del files[path]
        return
    file = files.setdefault(note.path, DiskFile())
    if note.what == "S":
        for done in file.pending:
            _apply(file.flushed, done)
        file.pending = []
    else:
        file.pending.append(note)


def _settle(file: DiskFile, chance: random.Random) -> bytes | None:
    """Return what is left of a file, None where the file itself is gone."""
    if not file.is_named and chance.random() < 0.5:
        return None
    content = bytearray(file.flushed)
    for note in file.pending:
        luck = chance.choice(("kept", "lost", "torn"))
        if luck == "lost":
            continue
        if note.what == "U":
            return None
        for part in _tear(note, chance) if luck == "torn" else (note,):
            _apply(content, part)
    return bytes(content)


def _tear(note: Note, chance: random.Random) -> Iterator[Note]:
    for start in range(0, len(note.data), _SECTOR):
        if chance.random() < 0.5:
            yield Note(note.what, note.path, note.at + start, note.data[start : start + _SECTOR])


def _apply(content: bytearray, note: Note) -> None:
    if note.what == "T":
        del content[note.at :]
        content.extend(bytes(note.at - len(content)))
    elif note.what == "W":
        content.extend(bytes(max(0, note.at - len(content))))
        content[note.at : note.at + len(note.data)] = note.data


def start_again(folder: Path) -> tuple[Counter[str], list[KioskError]]:
    """Start the device on what is left; return how often each stop is in the outbox, and what it complained of."""
    told: list[KioskError] = []
    with (
        closing(EventLog(folder / "events.db", DEVICE, SystemClock(), told.append)) as log,
        closing(Outbox(folder / "outbox.db", DEVICE)) as outbox,
    ):
        handover = Handover(log, outbox, after_visits=1)
        # The first delivers what a cut hand-over had begun, the second all else.
        for _ in range(2):
            handover.settle().result(30)
        stops = Counter(str(fact.values["stop"]) for fact in outbox.read_facts() if fact.name == "dwell")
    return stops, told


def try_cut(notes: Sequence[Note], number: int, cuts: int, folder: Path) -> str | None:
    """Cut the power at the ``number``-th of ``cuts`` moments and start again; return what is wrong, or None."""
    moment = 1 + number * (len(notes) - 1) // max(1, cuts - 1)
    acknowledged = cut_power(notes, moment, folder, random.Random(number))
    stops, told = start_again(folder)
    if lost := acknowledged - set(stops):
        return f"cut {number} after {moment} notes lost {sorted(lost)}"
    if twice := [stop for stop, count in stops.items() if count > 1]:
        return f"cut {number} after {moment} notes counted {twice} twice"
    return f"cut {number} after {moment} notes: {told[0].code}" if told else None


def try_cuts(notes: Sequence[Note], numbers: Sequence[int], cuts: int, folder: Path) -> list[str]:
    """Try those ``numbers`` of ``cuts`` moments; return what went wrong, in words."""
    wrong = []
    for number in numbers:
        left = folder / f"cut-{number}"
        left.mkdir()
        if fault := try_cut(notes, number, cuts, left):
            wrong.append(fault)
        shutil.rmtree(left)
    return wrong


def make_visits(folder: Path, *, in_haste: bool = False) -> None:
    """Make visits, fold them and hand their facts over; note each stop whose opening the log has acknowledged.

    ``in_haste`` does what the log does not: it acknowledges before the disk has it.
    """
    if in_haste:
        hasty = tuple(pragma.replace("= FULL", "= NORMAL") for pragma in store._PRAGMAS)
        setattr(store, "_PRAGMAS", hasty)  # noqa: B010 - a constant, changed in this one process
    acknowledged = os.open(folder / _ACKNOWLEDGED, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    log = EventLog(folder / "events.db", DEVICE, SystemClock())
    with closing(log), closing(Outbox(folder / "outbox.db", DEVICE)) as outbox:
        handover = Handover(log, outbox, after_visits=2)
        for number in range(_VISITS):
            visit = f"{number:016x}"
            log.append("VisitStarted", visit, site="qutb", language="en", stops_on_offer=10, staff=False)
            for count in range(number * _STOPS, (number + 1) * _STOPS):
                stop = f"qutb/s{count}"
                if not log.append("StopOpened", visit, stop=stop, by="code"):
                    # On a slow disk the screen goes on after 80 ms; what is in line is durable before this is.
                    log.submit(lambda _connection: None).result(30)
                os.write(acknowledged, f"{stop}\n".encode())
                log.note("Attention", visit, sign="touch")
                log.note("StopClosed", visit, stop=stop, reason="closed")
            if number < _VISITS - 1:  # the power also goes in a visit
                log.append("VisitEnded", visit, reason="leave")
                handover.settle().result(30)


if __name__ == "__main__":
    make_visits(Path(sys.argv[1]), in_haste="in-haste" in sys.argv[2:])
