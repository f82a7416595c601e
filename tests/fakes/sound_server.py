"""A sound server of one's own with devices that lead nowhere, and ears at each: what would really be heard.

Needs PulseAudio (Debian: ``pulseaudio pulseaudio-utils``). A process hears through it that was started with
:attr:`SoundServer.environment`: Qt looks for its sound server once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

RATE_HZ = 48_000
_PROGRAMS = ("pulseaudio", "pactl", "parec")
_CHUNK_BYTES = 480
_PATIENCE_S = 10.0


def find_missing_programs() -> str:
    """Return what is not installed of the programs it takes, "" where all are."""
    return ", ".join(program for program in _PROGRAMS if shutil.which(program) is None)


class SoundServer:
    """A context manager; ends the server that it started, and nobody else's."""

    def __init__(self) -> None:
        self._parts = ExitStack()
        self._folder = Path()

    def __enter__(self) -> SoundServer:
        self._folder = Path(self._parts.enter_context(tempfile.TemporaryDirectory(prefix="kiosk-pulse-")))
        log = self._parts.enter_context((self._folder / "log").open("wb"))
        socket = self._folder / "native"
        server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
                *("-L", "module-always-sink"),
            ],
            stderr=log,
            env=self.environment,
        )
        self._parts.callback(server.wait)
        self._parts.callback(server.terminate)
        deadline = time.monotonic() + _PATIENCE_S
        while not socket.exists():
            if time.monotonic() > deadline or server.poll() is not None:
                self._parts.close()
                raise RuntimeError("the sound server does not start")
            time.sleep(0.02)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._parts.close()

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment of a process that is to be heard through this server."""
        folder = str(self._folder)
        return {
            **os.environ,
            "PULSE_SERVER": f"unix:{folder}/native",
            "XDG_RUNTIME_DIR": folder,
            "HOME": folder,
            "QT_QPA_PLATFORM": "offscreen",
        }


class Devices:
    """The output devices of the server that a process hears through; in the process or in the server's own."""

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self._environment = environment
        self._modules: dict[str, str] = {}

    def plug_in(self, device: str) -> None:
        """Add an output device and make it the one that is heard."""
        options = (
            f"sink_name={device}",
            f"rate={RATE_HZ}",
            "channels=1",
            f"sink_properties=device.description={device}",
        )
        self._modules[device] = self._ask("load-module", "module-null-sink", *options).strip()
        self._ask("set-default-sink", device)

    def pull_out(self, device: str) -> None:
        """Take an output device away; the server moves what is heard to another."""
        self._ask("unload-module", self._modules.pop(device))

    def _ask(self, *words: str) -> str:
        return subprocess.run(
            ["pactl", *words], check=True, capture_output=True, text=True, env=self._environment
        ).stdout


class Ear:
    """Listens at a device from its making until :meth:`close`, with the moment of each sample.

    A device that leads nowhere has no haste unless somebody listens: have an ear at each. The server moves an ear to
    the device that is heard when another is plugged in; make it anew then.
    """

    def __init__(self, device: str) -> None:
        self._chunks: list[tuple[float, bytes]] = []
        self._process = subprocess.Popen(
            [
                *("parec", "--raw", "--format=s16le", f"--rate={RATE_HZ}", "--channels=1"),
                *("--latency-msec=5", f"--device={device}.monitor"),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        self._thread = threading.Thread(target=self._listen, name="ear", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + _PATIENCE_S
        while not self._chunks and time.monotonic() < deadline:
            time.sleep(0.01)

    def close(self) -> None:
        """Listen no more."""
        self._process.terminate()
        self._thread.join()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def hear(self, since_s: float) -> tuple[float, Any]:
        """Return what was heard since a moment (``time.perf_counter``) as (its moment, samples -1 to 1)."""
        chunks = list(self._chunks)
        samples = np.frombuffer(b"".join(data for _, data in chunks), "<i2").astype("float32") / 32_768
        # A chunk comes when it is complete or later, never sooner: the earliest tells the true beginning.
        counts = np.cumsum([len(data) // 2 for _, data in chunks])
        began_s = float(np.min(np.array([at for at, _ in chunks]) - counts / RATE_HZ))
        first = min(len(samples), max(0, round((since_s - began_s) * RATE_HZ)))
        return began_s + first / RATE_HZ, samples[first:]

    def find_first(self, since_s: float, level: float = 0.01) -> float | None:
        """Return the moment of the first sample since ``since_s`` that is louder than ``level``; None in silence."""
        began_s, samples = self.hear(since_s)
        loud = np.flatnonzero(np.abs(samples) > level)
        return began_s + loud[0] / RATE_HZ if loud.size else None

    def find_last(self, since_s: float, level: float = 0.01) -> float | None:
        """Return the moment of the last such sample; None in silence."""
        began_s, samples = self.hear(since_s)
        loud = np.flatnonzero(np.abs(samples) > level)
        return began_s + loud[-1] / RATE_HZ if loud.size else None

    def _listen(self) -> None:
        assert self._process.stdout is not None
        rest = b""
        while data := self._process.stdout.read(_CHUNK_BYTES):
            whole = rest + data
            even = len(whole) // 2 * 2
            rest = whole[even:]
            if even:
                self._chunks.append((time.perf_counter(), whole[:even]))
