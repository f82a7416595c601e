"""Runs Qt's own code for Linux's cameras over a stand-in driver: the one way to meet it where there is no camera.

Needs root (a device file in a /dev of its own) and a C compiler; without them nothing is measured.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.scanning.events import CameraBack, CameraLost, CameraReady, ScannerEvent, Settled

STAND_IN = Path(__file__).with_name("v4l2_stand_in.c")
DEVICE = Path("/dev/video0")
PROBE = "tests.benchmarks.v4l2_probe"
HOUSE = Path(__file__).parents[2]
PATIENCE_S = 15.0
# A /dev of our own, in a space of mounts that goes with the process: nobody else sees the camera.
OWN_DEVICES = """
set -e
mkdir "$STAND_IN_WISHES/dev"
mount -t tmpfs none "$STAND_IN_WISHES/dev"
for each in null zero full random urandom; do cp -a "/dev/$each" "$STAND_IN_WISHES/dev/"; done
mkdir "$STAND_IN_WISHES/dev/shm"
mount --bind "$STAND_IN_WISHES/dev" /dev
exec env LD_PRELOAD="$STAND_IN_WISHES/stand_in.so" "$@"
"""


def measure_stand_in(lost_for_s: float = 4.0) -> dict[str, float]:
    """Return what was measured, in ms by name; empty where it cannot be.

    After ``lost_for_s`` unplugged the scanner's own next try is seconds away.
    """
    compiler, own_mounts = shutil.which("cc"), shutil.which("unshare")
    if compiler is None or own_mounts is None:
        return {}
    with tempfile.TemporaryDirectory(prefix="kiosk-camera-") as name:
        folder = Path(name)
        if not may_make_devices(folder, own_mounts):
            return {}
        library = folder / "stand_in.so"
        subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, STAND_IN], check=True)
        draw_frame(folder / "frame.raw")
        wishes = {"STAND_IN_WISHES": name, "STAND_IN_FRAME": str(folder / "frame.raw")}
        command = [
            own_mounts,
            "-m",
            "sh",
            "-c",
            OWN_DEVICES,
            "sh",
            sys.executable,
            "-m",
            PROBE,
            str(lost_for_s),
        ]
        done = subprocess.run(
            command,
            cwd=HOUSE,
            env={**os.environ, **wishes},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        )
    return dict(json.loads(done.stdout))


def may_make_devices(folder: Path, own_mounts: str) -> bool:
    """Tell whether this account may make a device's file and mounts of its own; root in a container often may not."""
    try:
        os.mknod(folder / "device", stat.S_IFCHR | 0o666, os.makedev(81, 0))
    except OSError:
        return False
    mounting = [own_mounts, "-m", "mount", "-t", "tmpfs", "none", str(folder)]
    return subprocess.run(mounting, check=False, stderr=subprocess.DEVNULL).returncode == 0


def draw_frame(path: Path) -> None:
    """Write a label on a wall as 1280 x 720 YUYV."""
    import cv2
    import numpy as np

    from kiosk.scanning.scenes import Label, Scene, View

    bgr = cv2.resize(
        Scene((Label("HTTPS://Q.EXAMPLE/7K3M9QXTBNPQH", "2"),), seed=3).look(View()), (1280, 720)
    )
    packed = np.full((720, 1280, 2), 128, np.uint8)
    packed[..., 0] = cv2.cvtColor(bgr, cv2.COLOR_BGR2GRAY)
    path.write_bytes(packed.tobytes())


class Probe:
    """A scanner on the stand-in, and when it told what."""

    def __init__(self) -> None:
        from kiosk.scanning.ladder import Ladder
        from kiosk.scanning.scanner import Scanner
        from kiosk.scanning.source import open_source

        self._wishes = Path(os.environ["STAND_IN_WISHES"])
        self._told: list[tuple[type[ScannerEvent], float]] = []
        self._changed = threading.Condition()
        self._scanner = Scanner(open_source("auto"), Ladder(), self._note)

    def run(self, lost_for_s: float) -> dict[str, float]:
        """Start, light, unplug, plug, stop; return what each took, in ms."""
        plug()
        figures = {"to its first frame": self._time(self._scanner.start, CameraReady)}
        self._wait_for(Settled, 0.0)
        figures["switching its light"] = self._time_light()
        figures["from unplugged to told"] = self._time(self._unplug, CameraLost)
        time.sleep(lost_for_s)
        figures["from plugged in to back"] = self._time(self._plug, CameraBack)
        self._scanner.stop()
        return figures

    def _note(self, event: ScannerEvent) -> None:
        with self._changed:
            self._told.append((type(event), time.monotonic()))
            self._changed.notify_all()

    def _time(self, act: Callable[[], None], kind: type[ScannerEvent]) -> float:
        begun_s = time.monotonic()
        act()
        return (self._wait_for(kind, begun_s) - begun_s) * 1000

    def _wait_for(self, kind: type[ScannerEvent], after_s: float) -> float:
        def find() -> float | None:
            return next((at_s for told, at_s in self._told if told is kind and at_s >= after_s), None)

        with self._changed:
            found = self._changed.wait_for(find, PATIENCE_S)
        assert found is not None, kind
        return found

    def _time_light(self) -> float:
        begun_s = time.monotonic()
        self._scanner.set_torch(True)
        while "2" not in _read(self._wishes / "light").split():
            assert time.monotonic() - begun_s < PATIENCE_S
            time.sleep(0.001)
        return (time.monotonic() - begun_s) * 1000

    def _unplug(self) -> None:
        (self._wishes / "unplugged").touch()
        DEVICE.unlink()

    def _plug(self) -> None:
        (self._wishes / "unplugged").unlink()
        plug()


def plug() -> None:
    """Make the device's file, as the system does when a camera is plugged in."""
    os.mknod(DEVICE, stat.S_IFCHR | 0o666, os.makedev(81, 0))


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii") if path.exists() else ""


def main(lost_for_s: float) -> None:
    """Measure in this process, whose /dev is its own, and print the figures as JSON."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    figures: dict[str, float] = {}
    working = threading.Thread(target=lambda: figures.update(Probe().run(lost_for_s)))
    working.start()
    watch = QTimer()
    watch.timeout.connect(lambda: None if working.is_alive() else application.quit())
    watch.start(50)
    application.exec()
    print(json.dumps(figures))


if __name__ == "__main__":
    main(float(sys.argv[1]))
