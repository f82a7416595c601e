"""A log, a recorder and a scripted visitor on a real database, with a clock that moves when told to."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.visits.handover import Handover
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit
from tests.fakes.fake_clock import FakeClock
from tests.fakes.fake_sink import FakeSink
from tests.fakes.scripted_visit import ScriptedVisitor

DEVICE = "d" * 32


@dataclass
class Bench:
    """Everything a visit needs, on one data folder."""

    folder: Path
    clock: FakeClock
    log: EventLog
    sink: FakeSink
    handover: Handover
    visit: Visit
    visitor: ScriptedVisitor
    incidents: list[KioskError] = field(default_factory=list)

    def settle(self) -> bool:
        """Fold, wipe and hand over now; wait for it."""
        return self.handover.settle(self.visit.id).result(10)

    def names(self) -> list[str]:
        """The names of the logged events, in order."""
        return self.log.submit(
            lambda connection: [row[0] for row in connection.execute("SELECT name FROM events ORDER BY seq")]
        ).result(10)


def make_bench(folder: Path, clock: FakeClock | None = None, after_visits: int = 1) -> Bench:
    clock = clock or FakeClock()
    incidents: list[KioskError] = []
    log = EventLog(folder / "events.db", DEVICE, clock, incidents.append)
    sink = FakeSink()
    handover = Handover(log, sink, after_visits=after_visits)
    visit = Visit(log)
    return Bench(folder, clock, log, sink, handover, visit, ScriptedVisitor(visit, clock), incidents)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: real SQLite, without the disk that all tests share."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="kiosk-test-", dir=memory) as name:
        yield Path(name)


@pytest.fixture
def bench(folder: Path) -> Iterator[Bench]:
    made = make_bench(folder)
    with closing(made.log):
        yield made
