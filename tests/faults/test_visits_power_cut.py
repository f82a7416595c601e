"""The device is killed at a moment of its own choosing: no acknowledged event is lost, no fact is there twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.sync.outbox import Outbox
from kiosk.visits.clock import SystemClock
from kiosk.visits.handover import Handover
from kiosk.visits.identity import load_device
from kiosk.visits.log import EventLog

HOUSE = Path(__file__).resolve().parents[2]


def run_until_killed(folder: Path, stops_a_visit: int, kill_after: int) -> set[str]:
    """Return the stops whose opening was acknowledged before kill -9."""
    command = [sys.executable, "-m", "tests.fakes.visiting_process", str(folder), str(stops_a_visit)]
    with subprocess.Popen(
        command, cwd=HOUSE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(HOUSE)}
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(kill_after)]
        process.kill()
        lines += process.stdout.read().splitlines(keepends=True)
    return {f"qutb/s{line.split()[1]}" for line in lines if line.endswith("\n")}


@pytest.mark.parametrize(("stops_a_visit", "kill_after"), [(3, 1), (3, 20), (1, 13), (50, 37)])
def test_kill_9_loses_nothing_acknowledged_and_counts_nothing_twice(
    tmp_path: Path, stops_a_visit: int, kill_after: int
) -> None:
    acknowledged = run_until_killed(tmp_path, stops_a_visit, kill_after)
    device = load_device(tmp_path)
    with (
        closing(EventLog(tmp_path / "events.db", device, SystemClock())) as log,
        closing(Outbox(tmp_path / "outbox.db", device)) as outbox,
    ):
        handover = Handover(log, outbox, after_visits=1)
        assert handover.settle().result(20)
        stops = Counter(fact.values["stop"] for fact in outbox.read_facts() if fact.name == "dwell")
    assert acknowledged - set(stops) == set()
    assert {stop for stop, count in stops.items() if count > 1} == set()
