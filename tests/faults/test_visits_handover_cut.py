"""The hand-over is cut between any two of its steps; the next start goes on, and takes nothing twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.sync.outbox import Outbox
from kiosk.visits import handover as module
from kiosk.visits.clock import SystemClock
from kiosk.visits.handover import Handover
from kiosk.visits.log import EventLog
from kiosk.visits.visit import Visit

DEVICE = "d" * 32


@pytest.fixture
def log(tmp_path: Path) -> Iterator[EventLog]:
    with closing(EventLog(tmp_path / "events.db", DEVICE, SystemClock())) as opened:
        yield opened


class CutOutbox:
    """Passes parcels on to the real outbox, and cuts the power before or after."""

    def __init__(self, outbox: Outbox, *, before: bool) -> None:
        self._outbox = outbox
        self._before = before

    def accept(self, parcel: str, facts: Sequence[bytes]) -> None:
        if not self._before:
            self._outbox.accept(parcel, facts)
        raise RuntimeError("the power is cut here")


def visit(log: EventLog) -> None:
    recorder = Visit(log)
    recorder.start("qutb", "en", 10)
    recorder.open_stop("qutb/minar", "code")
    recorder.open_stop("qutb/gate", "number")
    recorder.end("leave")


@pytest.mark.parametrize("before", [True, False])
def test_cut_around_the_outbox_s_commit(tmp_path: Path, log: EventLog, before: bool) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        visit(log)
        with pytest.raises(RuntimeError, match="cut here"):
            Handover(log, CutOutbox(outbox, before=before), after_visits=1).settle().result(10)
        visit(log)
        handover = Handover(log, outbox, after_visits=1)
        assert handover.settle().result(10)
        assert handover.settle().result(10)
        names = sorted(fact.name for fact in outbox.read_facts())
    assert names == ["dwell"] * 4 + ["move"] * 2 + ["visit"] * 2


@pytest.mark.parametrize("step", ["delete_rows", "scrub", "_make_parcel", "add_failures"])
def test_cut_in_any_step(tmp_path: Path, log: EventLog, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    def cut(_connection: sqlite3.Connection, *_rest: object) -> bool:
        raise RuntimeError("the power is cut here")

    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        handover = Handover(log, outbox, after_visits=1)
        visit(log)
        with monkeypatch.context() as patched:
            patched.setattr(module, step, cut)
            with pytest.raises(RuntimeError, match="cut here"):
                handover.settle().result(10)
        assert handover.settle().result(10)
        names = sorted(fact.name for fact in outbox.read_facts())
    assert names == ["dwell", "dwell", "move", "visit"]
