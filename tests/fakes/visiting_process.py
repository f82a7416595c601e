"""A device in a process of its own that makes visits until it is killed. Run as ``python -m``.

Each line it prints is one event that its log has acknowledged as durable: ``stop <number>``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.sync.outbox import Outbox
from kiosk.visits.clock import SystemClock
from kiosk.visits.handover import Handover
from kiosk.visits.identity import load_device
from kiosk.visits.log import EventLog


def main(folder: Path, stops_a_visit: int) -> None:
    device = load_device(folder)
    log = EventLog(folder / "events.db", device, SystemClock())
    handover = Handover(log, Outbox(folder / "outbox.db", device), after_visits=1)
    handover.settle().result(20)
    number = 0
    while True:
        visit = f"{number:016x}"
        log.append("VisitStarted", visit, site="qutb", language="en", stops_on_offer=10, staff=False)
        for _ in range(stops_a_visit):
            number += 1
            stop = f"qutb/s{number}"
            if log.append("StopOpened", visit, stop=stop, by="code"):
                print("stop", number, flush=True)
            log.append("StopClosed", visit, stop=stop, reason="closed")
        log.append("VisitEnded", visit, reason="leave")
        handover.settle().result(20)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
