"""Qt's microphone under the contract, in a process that was started at a sound server: ``python -m tests.contract.microphone_process``."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.spoken.microphone import RATE_HZ, Microphone
from kiosk.spoken.qt_microphone import QtMicrophone
from tests.contract.microphone_contract import check_microphone, check_none
from tests.fakes.fake_microphone import PIECE_MS, make_voice


class QtStand:
    """A source at the sound server that Qt finds, into which a hum is piped as time goes by."""

    def __init__(self, folder: Path) -> None:
        pipe = folder / "hum"
        options = ("source_name=hum", f"file={pipe}", "format=s16le", "channels=1", f"rate={RATE_HZ}")
        self._module = ask("load-module", "module-pipe-source", *options).strip()
        self._pipe = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
        self.microphone: Microphone = QtMicrophone()
        self.hum(300)

    def hum(self, ms: int) -> None:
        until = time.monotonic() + ms / 1_000
        piece = make_voice(PIECE_MS)
        while time.monotonic() < until:
            # A pipe that is full holds more than the server has asked for yet.
            with suppress(BlockingIOError):
                os.write(self._pipe, piece)
            next_s = time.monotonic() + PIECE_MS / 1_000
            while time.monotonic() < next_s:
                QCoreApplication.processEvents()
                time.sleep(0.005)

    def unplug(self) -> None:
        ask("unload-module", self._module)


def ask(*words: str) -> str:
    """Ask the server, and return what it says."""
    return subprocess.run(["pactl", *words], check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Check the microphone: first with none there, then with one, then with one pulled out."""
    application = QCoreApplication([])
    check_none(QtMicrophone())
    with tempfile.TemporaryDirectory(prefix="kiosk-hum-") as folder:
        check_microphone(QtStand(Path(folder)))
    print("kept")
    del application


if __name__ == "__main__":
    main()
