"""After the rehearsed visit: what is left of it, what was learned, and that the hub has it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import STUDY, Stage
from kiosk.app.rehearsal.traces import find_traces
from kiosk.model.facts import Fact
from kiosk.sync.outbox import Outbox
from kiosk.visits.identity import load_device

HUB_TIMEOUT_S = 60.0


class AfterVisit:
    """The steps that need no visitor."""

    def __init__(self, stage: Stage, report: Report, data_folder: Path, visit_id: str) -> None:
        self._stage = stage
        self._report = report
        self._data_folder = data_folder
        self._visit_id = visit_id
        self._facts: list[Fact] = []

    def make(self) -> None:
        """Make every step, from the log's facts to the hub's acknowledgement."""
        self._report.step("dwell", self._read_dwell)
        self._report.step("wiped", self._look_for_traces)
        self._report.step("hub-away", self._wait_without_hub)
        self._report.step("hub-back", self._send)

    def _read_dwell(self) -> Details:
        """Read what the visit became: unlinked facts in the outbox."""
        outbox = Outbox(self._data_folder / "outbox.db", load_device(self._data_folder))
        try:
            self._stage.wait(lambda: outbox.waiting().facts > 0, 30, "the visit's facts")
            self._facts = list(outbox.read_facts())
        finally:
            outbox.close()
        trails = [fact for fact in self._facts if fact.name == "trail"]
        expect(
            not trails, "the study that was withdrawn from", "nothing of the visit", f"{len(trails)} steps"
        )
        dwells = [fact.values for fact in self._facts if fact.name == "dwell"]
        expect(bool(dwells), "the facts of the visit", "a dwell for each stop", "none")
        return {
            "facts": len(self._facts),
            "stops": {
                str(dwell["stop"]): {"dwell_ms": dwell.get("dwell_ms"), "heard_ms": dwell.get("heard_ms")}
                for dwell in dwells
            },
        }

    def _look_for_traces(self) -> Details:
        """Read every byte in the data folder: the visit's own mark must be nowhere."""
        marks = (self._visit_id.encode(), bytes.fromhex(self._visit_id), STUDY.encode())

        def is_forgotten() -> bool:
            return not find_traces(self._data_folder, marks)

        self._stage.wait(is_forgotten, 30, "every trace of the visit gone")
        return {"files_with_traces": 0}

    def _wait_without_hub(self) -> Details:
        """See that facts wait, and that the device says why, while the hub is away."""
        sending = self._stage.device.sending
        self._stage.wait(lambda: bool(sending.state and sending.state.why), 30, "word that the hub is away")
        assert sending.state is not None
        expect(
            sending.state.waiting == len(self._facts),
            "facts that wait",
            len(self._facts),
            sending.state.waiting,
        )
        return {"waiting": sending.state.waiting, "why": sending.state.why}

    def _send(self) -> Details:
        """Let the hub come back; the device finds it by itself."""
        from kiosk.hub.database import open_database
        from kiosk.hub.reports import Reports

        sending = self._stage.device.sending
        self._stage.hub.start()
        back_ms = self._stage.wait(
            lambda: sending.state is not None and sending.state.waiting == 0, HUB_TIMEOUT_S, "the hub's word"
        )
        with closing(open_database(str(self._stage.hub.database))) as database:
            totals = Reports(database).totals()
        expect(totals.facts == len(self._facts), "facts at the hub", len(self._facts), totals.facts)
        return {"acknowledged_ms": back_ms, "facts_at_hub": totals.facts}
