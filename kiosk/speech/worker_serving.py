"""The worker's side of the protocol of :mod:`kiosk.speech.worker_engine`. Standard library only."""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, BinaryIO, NoReturn

MAX_LINE_BYTES = 1_000_000

Answer = dict[str, Any]


def serve(make: Callable[[], Callable[[Answer], Answer]]) -> NoReturn:
    """Answer requests until the input ends, which ends the process.

    Args:
        make: Makes what answers a request. Whatever that prints, or its libraries, goes to standard error.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the app, which then closes us
    channel = _take_channel()
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(sys.stdin.buffer, requests), daemon=True).start()
    answer = make()
    while True:
        request = json.loads(requests.get())
        channel.write(json.dumps({"id": request["id"], **answer(request)}).encode() + b"\n")
        channel.flush()


def _take_channel() -> BinaryIO:
    """Return what was the standard output, under another number."""
    channel = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return channel


def _read(source: BinaryIO, requests: queue.SimpleQueue[bytes]) -> None:
    while line := source.readline(MAX_LINE_BYTES):
        requests.put(line)
    # The app is gone, perhaps killed: even an utterance that hangs must not keep this process.
    os._exit(0)
