"""Staff and the hub: the device is enrolled by a code, and facts go by stick while the hub cannot be reached."""

from __future__ import annotations

import json
import subprocess
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk.app.own_process import own_command, own_environment
from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.facts import Fact, format_fact
from kiosk.sync.outbox import Outbox
from kiosk.visits.identity import load_device

NAME = "Rehearsed tablet"
PATIENCE_S = 60.0
COMMAND_TIMEOUT_S = 120.0
CARRIED = 3


class HubCare:
    """The steps that staff and the hub's operator make together; the hub is running when they begin."""

    def __init__(self, stage: Stage, report: Report, data_folder: Path) -> None:
        self._stage = stage
        self._report = report
        self._data_folder = data_folder

    def make(self) -> None:
        """Make every step."""
        self._report.step("enrol", self._enrol)
        self._report.step("by-stick", self._carry)

    def _enrol(self) -> Details:
        """Enrol with a code of the hub's; the running guide signs from then on, and tells how it is."""
        from kiosk.hub.database import open_database
        from kiosk.hub.enrolment_codes import make_code
        from kiosk.hub.fleet import FleetDevice, list_fleet

        hub = self._stage.hub
        with closing(open_database(str(hub.database))) as database:
            with database.writing() as connection:
                now_ms = time.time_ns() // 1_000_000
                code = make_code(connection, site=None, name=NAME, made_by="rehearsal", now_ms=now_ms)
            said = self._run("sync", "enrol", "--hub", hub.address, "--code", code)
            expect(said.get("name") == NAME, "the enrolled device's name", NAME, said)

            def find() -> FleetDevice | None:
                self._stage.device.sending.hurry()
                with database.reading() as connection:
                    return next((one for one in list_fleet(connection) if one.told_ms), None)

            self._stage.wait(lambda: find() is not None, PATIENCE_S, "the device on the page of the fleet")
            told = find()
        assert told is not None
        return {"name": told.name, "version": told.version, "packs": len(told.packs), "told": True}

    def _carry(self) -> Details:
        """Have the hub gone, carry facts there by a stick, and bring its word back."""
        self._stage.hub.stop()
        before = self._count_at_hub()
        with closing(self._open_outbox()) as outbox:
            self._stage.device.sending.accept("rehearsed-stick", self._make_facts(outbox))
            with TemporaryDirectory(prefix="kiosk-stick-") as stick:
                there = self._run("sync", "--stick", stick)
                taken = self._run("hub", "stick", stick, "--database", str(self._stage.hub.database))
                back = self._run("sync", "--stick", stick)
            waiting = outbox.waiting().facts
        arrived = self._count_at_hub() - before
        expect(there.get("written") == CARRIED, "facts on the stick", CARRIED, there)
        expect(taken.get("not_taken") == 0 and arrived == CARRIED, "facts at the hub", CARRIED, taken)
        expect(
            back.get("acknowledged") == CARRIED and waiting == 0, "the hub's word brought back", CARRIED, back
        )
        return {"carried": arrived, "waiting": waiting}

    def _make_facts(self, outbox: Outbox) -> list[bytes]:
        """Return facts like those of the visit, with ids of their own."""
        dwells = [fact for fact in outbox.read_facts() if fact.name == "dwell"]
        expect(bool(dwells), "facts of the visit", "a dwell at least", "none")
        return [format_fact(_renew(dwells[0], number)) for number in range(CARRIED)]

    def _open_outbox(self) -> Outbox:
        return Outbox(self._data_folder / "outbox.db", load_device(self._data_folder))

    def _count_at_hub(self) -> int:
        from kiosk.hub.database import open_database
        from kiosk.hub.reports import Reports

        with closing(open_database(str(self._stage.hub.database))) as database:
            return Reports(database).totals().facts

    def _run(self, *words: str) -> dict[str, Any]:
        done = subprocess.run(
            [*own_command(*words, "--data", str(self._data_folder), "--json")],
            capture_output=True,
            text=True,
            check=False,
            timeout=COMMAND_TIMEOUT_S,
            env=own_environment(),
        )
        lines = done.stdout.splitlines()
        expect(bool(lines), f"what kiosk {words[0]} says", "an answer", done.stderr[-500:])
        record: dict[str, Any] = json.loads(lines[-1])
        return record


def _renew(fact: Fact, number: int) -> Fact:
    return replace(fact, values={**fact.values, "id": f"{time.time_ns() + number:016x}"})
