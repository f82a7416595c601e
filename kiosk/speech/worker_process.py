"""A worker process that answers one JSON line with one JSON line, can be asked with a time limit, and can die."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any

_PACKAGE_ROOT = Path(__file__).resolve().parents[2]
_GOODBYE_S = 1.0
_RUN_MODULE = """
import runpy, sys
_, root, module, *arguments = sys.argv
sys.path.append(root)
sys.argv = [module, *arguments]
runpy.run_module(module, run_name="__main__", alter_sys=False)
"""
MAX_ANSWER_BYTES = 4_000_000
"""The longest answer read as one line; a longer one is taken for nonsense."""


class WorkerGoneError(Exception):
    """The worker died or answered nonsense; it has been killed."""


class WorkerLateError(WorkerGoneError):
    """The worker did not answer in time; it has been killed."""


class WorkerProcess:
    """One running worker. Not safe for two threads at once: its owner asks one thing at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start ``command``.

        Raises:
            WorkerGoneError: It cannot be started.
        """
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        except OSError as error:
            raise WorkerGoneError(f"it cannot be started: {error}") from error
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="speech-worker-reader", daemon=True)
        self._reader.start()

    @property
    def process_id(self) -> int:
        """Return the worker's process id."""
        return self._process.pid

    def ask(self, request: Mapping[str, Any], timeout_s: float) -> dict[str, Any]:
        """Send a request and return its answer, which carries the same ``id``.

        Raises:
            WorkerLateError: No answer in ``timeout_s`` seconds.
            WorkerGoneError: Not this request's answer, or the worker is dead.
        """
        try:
            self._send(json.dumps(request).encode() + b"\n", timeout_s)
            line = self._lines.get(timeout=timeout_s)
            answer = json.loads(line)
        except queue.Empty:
            self.kill()
            raise WorkerLateError(f"no answer in {timeout_s:.1f} s") from None
        except (OSError, ValueError) as error:
            self.kill()
            raise WorkerGoneError(f"it ended ({error})") from error
        if not isinstance(answer, dict) or answer.get("id") != request.get("id"):
            self.kill()
            raise WorkerGoneError("it answered something else")
        return answer

    def close(self) -> None:
        """End the worker by ending its input; kill it where that does not help."""
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):  # it is killed below
            self._stream(self._process.stdin).close()
            self._process.wait(_GOODBYE_S)
        self.kill()

    def kill(self) -> None:
        """Kill the worker and let go of its pipes. May be called twice."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):  # a request that the dead worker never read
                self._stream(stream).close()

    def _send(self, line: bytes, timeout_s: float) -> None:
        # What is longer than a pipe holds is written while the worker reads: one that hangs never does.
        is_late = threading.Event()

        def give_up() -> None:
            is_late.set()
            self._process.kill()

        watch = threading.Timer(timeout_s, give_up)
        watch.start()
        try:
            stdin = self._stream(self._process.stdin)
            stdin.write(line)
            stdin.flush()
        except OSError:
            if is_late.is_set():
                raise queue.Empty from None
            raise
        finally:
            watch.cancel()
            watch.join()

    def _read(self) -> None:
        stdout = self._stream(self._process.stdout)
        while line := stdout.readline(MAX_ANSWER_BYTES):
            self._lines.put(line)
        self._lines.put(b"")  # wakes who waits: an empty line is no JSON

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None  # all were asked for as pipes
        return stream


def own_python_module(module: str) -> list[str]:
    """Return the command that runs one of this package's modules with this Python."""
    return [sys.executable, "-m", module]


def foreign_python_module(python: Path, module: str, *arguments: str) -> list[str]:
    """Return the command that runs one of this package's modules with the Python of another environment.

    Its own packages are found first and this one last, so that none of the app's is taken for one of its own; the
    module may import only what that environment has and, of this package, what needs the standard library alone.
    """
    return [str(python), "-I", "-c", _RUN_MODULE, str(_find_sources()), module, *arguments]


def _find_sources() -> Path:
    # A bundle holds no sources but those that are put beside it for this (build.spec).
    if getattr(sys, "frozen", False):
        return Path(vars(sys)["_MEIPASS"]) / "speech-workers"
    return _PACKAGE_ROOT


def _environment() -> dict[str, str]:
    # The worker must find this very package, from whatever folder the app was started.
    path = os.pathsep.join(part for part in (str(_PACKAGE_ROOT), os.environ.get("PYTHONPATH", "")) if part)
    return {**os.environ, "PYTHONPATH": path}
