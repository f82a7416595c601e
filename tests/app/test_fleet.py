"""What a device tells its hub of itself, read from its own folder."""

from __future__ import annotations

import time
from contextlib import ExitStack, closing
from pathlib import Path

from kiosk import __version__
from kiosk.app.fleet import find_book, make_errands, read_status
from kiosk.model.device_status import IncidentCount, ShownPack, format_status, parse_status
from kiosk.packs.source import read_source
from kiosk.seals.paper_keys import PaperKeys, TicketKeys, keep_paper_keys
from kiosk.sync.outbox import Outbox
from kiosk.visits.clock import SystemClock
from kiosk.visits.log import EventLog
from tests.fakes.made_facts import make_lines
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.small_source import write_small_source

DEVICE = "d" * 32


def test_an_empty_device_tells_its_version_and_its_room(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        status = read_status(tmp_path, outbox)
    assert (status.version, status.packs, status.waiting_facts) == (__version__, (), 0)
    assert 0 < status.storage_free_bytes <= status.storage_total_bytes
    assert abs(status.at_ms - time.time() * 1000) < 60_000
    assert parse_status(format_status(status)) == status


def test_packs_facts_and_incidents_are_told(tmp_path: Path) -> None:
    operator = ThrowAwayOperator()
    hpack = operator.build(read_source(write_small_source(tmp_path / "mill")), tmp_path / "mill.hpack")
    with closing(operator.open_store(tmp_path / "data")) as store:
        assert store.install(hpack).error is None
    with closing(EventLog(tmp_path / "data" / "events.db", DEVICE, SystemClock())) as log:
        for _ in range(3):
            log.append("Incident", code="scanning.no-camera")
    keep_paper_keys(tmp_path / "data", PaperKeys(4))
    with closing(Outbox(tmp_path / "data" / "outbox.db", DEVICE)) as outbox:
        outbox.accept("one", make_lines(7))
        status = read_status(tmp_path / "data", outbox)
    assert status.packs == (ShownPack("test.mill", 1),)
    assert status.incidents == (IncidentCount("scanning.no-camera", 3),)
    assert (status.waiting_facts, status.paper_keys_version) == (7, 4)
    assert status.waiting_since_ms is not None


def test_damage_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    for name in ("state.db", "events.db"):
        (tmp_path / name).write_bytes(b"no database at all")
    (tmp_path / "seals").mkdir()
    (tmp_path / "seals" / "paper-keys.json").write_bytes(b"{")
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        status = read_status(tmp_path, outbox)
    assert (status.packs, status.incidents, status.paper_keys_version) == ((), (), 0)


def test_only_a_device_with_keys_asks_for_used_tickets(tmp_path: Path) -> None:
    with ExitStack() as parts, closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        _status, tickets, _recordings = make_errands(tmp_path, outbox, parts)
        assert not tickets.is_due(0.0) and find_book(tmp_path, parts) is None
        keep_paper_keys(tmp_path, PaperKeys(1, (TicketKeys("mill", 1, b"s" * 32, b"p" * 32),)))
        assert tickets.is_due(0.0) and find_book(tmp_path, parts) is not None
