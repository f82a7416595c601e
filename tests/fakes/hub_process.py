"""The real hub in a process of its own, as the operator starts it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType

HOUSE = Path(__file__).resolve().parents[2]


class HubProcess:
    """``kiosk hub serve`` on ``port`` (0 any), open unless it is said; started on entering, ended on leaving.

    More than one of ``workers`` are processes of their own (PostgreSQL only).
    """

    def __init__(
        self, database: Path | str, port: int = 0, *, is_open: bool = True, workers: int = 1
    ) -> None:
        self._database = database
        self._port = port
        self._options = [
            *(["--open"] if is_open else []),
            *(["--workers", str(workers)] if workers > 1 else []),
        ]
        self.address = ""

    def __enter__(self) -> HubProcess:
        command = [sys.executable, "-m", "kiosk", "hub", "serve", "--database", str(self._database)]
        self.process = subprocess.Popen(
            [*command, *self._options, "--port", str(self._port), "--json"],
            cwd=HOUSE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(HOUSE)},
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            self.process.wait(10)
            raise AssertionError(self.process.stderr.read() if self.process.stderr else "")
        self.address = str(json.loads(line)["address"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def list_workers(self) -> list[int]:
        """Return the ids of the processes that answer, where they are not this process itself (Linux)."""
        parent = self.process.pid
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        return [int(pid) for pid in children if b"spawn_main" in read_command(int(pid))]

    def kill(self) -> None:
        """Kill -9."""
        self.process.kill()
        self.process.wait(10)
        self._close()

    def end(self) -> tuple[int, str]:
        """SIGTERM; return the exit status and what it said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(15)
        return status, self._close()

    def _close(self) -> str:
        words = ""
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None and not stream.closed:
                words = stream.read()
                stream.close()
        return words


def read_command(pid: int) -> bytes:
    """Return a process's command line; b"" where it has ended (Linux)."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
