"""A ``kiosk`` command in a process of its own: niced, listened to, and told of however it ends."""

from __future__ import annotations

import json
import logging
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from kiosk.app.own_process import own_command, own_environment

logger = logging.getLogger(__name__)
Record = dict[str, Any]
Ask = Callable[[Callable[[], None]], None]
"""Has something called on the interface thread; safe from any thread."""

PROGRESS_EVERY_S = 0.1
"""Progress that comes faster than eyes follow would only keep the interface busy."""

MAX_LINE_BYTES = 1_000_000
MAX_NOISE_LINES = 20
PATIENCE_S = 3.0
# The guide is always served first, by the processor and by the disk.
_AFTER_OTHERS = (("nice", "-n", "10"), ("ionice", "-c", "2", "-n", "7"))


class TaskProcess:
    """One command with ``--json``. Lives on the interface thread; what it says arrives there.

    Args:
        words: The command's words, say ``("pack", "install", path)``.
        ask: The way back to the interface thread.
        on_progress: Given each record with the key ``progress``.
        on_end: Given the last other record, or None where the process died without one.
    """

    def __init__(
        self,
        words: Sequence[str],
        ask: Ask,
        on_progress: Callable[[Record], None],
        on_end: Callable[[Record | None], None],
    ) -> None:
        self._ask = ask
        self._on_progress = on_progress
        self._on_end = on_end
        self._is_heard = True
        self._process = subprocess.Popen(
            [*_find_nice(), *own_command(*words, "--json")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=own_environment(),
        )
        self._listener = threading.Thread(target=self._listen, name="task", daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def kill(self) -> None:
        """End it now; ``on_end`` is told as of any end. What it changes it changes whole, or not at all."""
        self._process.kill()

    def close(self) -> None:
        """End it, and hear nothing of it any more."""
        self._is_heard = False
        self.kill()
        self._listener.join(PATIENCE_S)

    def _listen(self) -> None:
        """Read what it says until it ends. On the listener's thread."""
        stdout = self._process.stdout
        assert stdout is not None
        last: Record | None = None
        noise: list[str] = []
        told_s = 0.0
        with stdout:
            while line := stdout.readline(MAX_LINE_BYTES):
                record = _parse(line)
                if record is None:
                    noise = [*noise, line.decode("utf-8", "replace").rstrip()][-MAX_NOISE_LINES:]
                elif "progress" not in record:
                    last = record
                elif time.monotonic() - told_s >= PROGRESS_EVERY_S:
                    told_s = time.monotonic()
                    self._tell(self._on_progress, record)
        status = self._process.wait()
        if last is None and noise and self._is_heard:
            logger.warning("a task ended with %s and said: %s", status, " | ".join(noise))
        self._tell(self._on_end, last)

    def _tell(self, hear: Callable[[Any], None], record: Record | None) -> None:
        if self._is_heard:
            self._ask(lambda: hear(record) if self._is_heard else None)


def _find_nice() -> list[str]:
    from shutil import which  # with its compressors too large for the guide's start

    return [word for words in _AFTER_OTHERS if which(words[0]) for word in words]


def _parse(line: bytes) -> Record | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None
