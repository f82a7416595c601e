"""Several processes that answer at one socket, from their start to the signal that ends them."""

from __future__ import annotations

import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from kiosk.hub.crew import Crew
from kiosk.hub.crew_board import CrewBoard
from kiosk.hub.worker_process import Worker
from kiosk.hub.worker_terms import Order

_LOOK_EVERY_S: Final = 0.2
_SIGNALS: Final = [
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGBREAK") if hasattr(signal, name)
]


def run_workers(order: Order, listener: socket.socket, on_ready: Callable[[], None]) -> None:
    """Keep ``order.workers`` processes answering at ``listener`` until SIGTERM or SIGINT; call ``on_ready`` once all do.

    Raises:
        KioskError: ``hub.workers-died``; none is left.
        KeyboardInterrupt: It was SIGINT; none is left.
    """
    board = CrewBoard(order.workers)
    crew = Crew(lambda seat: Worker(order, board, seat, listener), order.workers)
    with _hear_signals() as heard:
        try:
            while not heard:
                is_first = crew.look(time.monotonic())
                board.write(crew.count())
                if is_first:
                    on_ready()
                crew.wait(_LOOK_EVERY_S)
        finally:
            # Whoever comes from now on is refused at once and not kept waiting.
            listener.close()
            crew.end()
    if signal.SIGINT in heard:
        raise KeyboardInterrupt


@contextmanager
def _hear_signals() -> Iterator[list[int]]:
    """Collect signals that ask for the end, in the order they came."""
    heard: list[int] = []
    before = {number: signal.signal(number, lambda one, _frame: heard.append(one)) for number in _SIGNALS}
    try:
        yield heard
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
