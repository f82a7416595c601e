"""A real hub on loopback, in a process of its own, that can be away and come back."""

from __future__ import annotations

import json
import socket
import subprocess
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector

from kiosk.app.own_process import own_command, own_environment
from kiosk.model.errors import KioskError

HOST = "127.0.0.1"
# A hub that ends is noticed at once; one that is only slow, on a busy machine, gets its time.
START_TIMEOUT_S = 120.0
STOP_TIMEOUT_S = 5.0


class HubProcess:
    """The operator's hub. Its port is chosen once, so that it comes back where it was.

    Attributes:
        database: The file it keeps its facts in, or a database's address.
    """

    def __init__(self, database: Path | str, *, is_open: bool = True) -> None:
        """Take facts of devices that nobody enrolled where it ``is_open``."""
        self.database = database
        self._doors = ("--open",) if is_open else ()
        self._port = _find_free_port()
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Where the hub answers, or will."""
        return f"http://{HOST}:{self._port}"

    def start(self) -> None:
        """Start the hub and return when it answers.

        Raises:
            KioskError: ``app.hub-not-started`` when it ends or says nothing within two minutes.
        """
        self._process = subprocess.Popen(
            own_command(
                *("hub", "serve", *self._doors, "--json", "--host", HOST, "--port", str(self._port)),
                *("--database", str(self.database)),
            ),
            env=own_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if not self._is_ready():
            self.stop()
            raise KioskError(
                "The hub did not start",
                thing=self.address,
                expected="its address within two minutes",
                found="nothing",
                remedy="Run kiosk hub serve by hand and read what it says",
                code="app.hub-not-started",
            )

    def stop(self) -> None:
        """End the hub; what it acknowledged is on its disk."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def _is_ready(self) -> bool:
        assert self._process is not None and self._process.stdout is not None
        with DefaultSelector() as selector:
            selector.register(self._process.stdout, EVENT_READ)
            if not selector.select(START_TIMEOUT_S):
                return False
        line = self._process.stdout.readline()
        return bool(line) and "error" not in json.loads(line)


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
