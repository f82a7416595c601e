"""Processes that take batches into one database at the same time, as the hub's workers do: all but the wire."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

from kiosk.hub.database import open_database
from kiosk.hub.ingest import Ingest
from kiosk.hub.web_server import SWITCH_S
from kiosk.model.batch import Batch
from tests.benchmarks.hub_load import make_batches

# A worker that could not begin must not keep the others for ever.
LONGEST_S = 120.0


def take_all(address: str, devices: Sequence[int], batches_each: int, processes: int) -> float:
    """Let each device send its batches in order, all at once, to so many processes; return how long it took, s.

    The processes, their connections and the batches are made before the clock starts.
    """
    context = multiprocessing.get_context("spawn")
    start, ends = context.Barrier(processes + 1, timeout=LONGEST_S), context.Queue()
    workers = [
        context.Process(
            target=_work, args=(address, devices[number::processes], batches_each, start, ends), daemon=True
        )
        for number in range(processes)
    ]
    for worker in workers:
        worker.start()
    start.wait()
    began_s = time.monotonic()
    ended_s: float = max(ends.get(timeout=LONGEST_S) for _ in workers)
    for worker in workers:
        worker.join()
    return ended_s - began_s


def _work(
    address: str, devices: Sequence[int], batches_each: int, start: Barrier, ends: Queue[float]
) -> None:
    sys.setswitchinterval(SWITCH_S)
    batches = [make_batches(f"{number:032x}", batches_each) for number in devices]
    with closing(open_database(address)) as database:
        ingest = Ingest(database)
        ingest.check()
        gc.collect()
        gc.freeze()
        threads = [threading.Thread(target=_send, args=(ingest, one)) for one in batches]
        start.wait()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        ends.put(time.monotonic())


def _send(ingest: Ingest, batches: Sequence[Batch]) -> None:
    for batch in batches:
        ingest.take(batch)
