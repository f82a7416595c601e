"""Lets Qt work until something is so; no test waits longer than it must."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

PATIENCE_S = 15.0


def spin(for_ms: int) -> None:
    """Run the event loop for a while."""
    deadline = time.monotonic() + for_ms / 1000
    while time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.002)


def spin_until(is_so: Callable[[], object], patience_s: float = PATIENCE_S) -> None:
    """Run the event loop until ``is_so()``; fail after ``patience_s`` seconds."""
    deadline = time.monotonic() + patience_s
    while not is_so():
        assert time.monotonic() < deadline, "it did not come to pass"
        spin(4)
