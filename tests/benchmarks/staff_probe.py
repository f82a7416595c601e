"""What :mod:`tests.benchmarks.bench_staff` runs in a process of its own: a guide in use while a stick installs."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QTimer, Slot

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.device import Device, Fitting
from kiosk.app.qt_application import make_application
from kiosk.app.window import open_window
from kiosk.packs.manifest import Blob, format_manifest, parse_manifest
from kiosk.packs.tree import blob_name
from kiosk.screens.shell import Shell
from tests.benchmarks.composed import percentile, run_for
from tests.fakes.fake_drives import FakeDrives

FRAME_MS = 1000 / 60
BEAT_MS = 10
LATE_MS = 100.0
BASELINE_ROUNDS = 4
FILES = 2_000
PATIENCE_S = 600.0
TOUCH_S = 0.5


@dataclass
class Held:
    """How late frames came while something moved, and how long the interface thread was held up, in ms."""

    frames: list[float] = field(default_factory=list)
    beats: list[float] = field(default_factory=list)

    def describe(self) -> dict[str, float]:
        """Return the figures of a row."""
        return {
            "frames": len(self.frames),
            "late": sum(late > LATE_MS for late in self.frames),
            "worst_frame_ms": max(self.frames, default=0.0),
            "p99_frame_ms": percentile(self.frames, 99) if self.frames else 0.0,
            "worst_beat_ms": max(self.beats, default=0.0),
        }


class Beat(QObject):
    """Tells how long the interface thread was held up beyond its own pace."""

    def __init__(self) -> None:
        super().__init__()
        self.held = Held()
        self._at_s = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    @Slot()
    def _beat(self) -> None:
        now_s = time.perf_counter()
        self.held.beats.append((now_s - self._at_s) * 1000 - BEAT_MS)
        self._at_s = now_s


class Visitor:
    """Somebody who visits and scrolls, again and again."""

    def __init__(self, shell: Shell, beat: Beat) -> None:
        self._shell = shell
        self._beat = beat

    def visit(self, is_over: Callable[[], bool]) -> None:
        """Look at the attract page, visit, scroll a stop's page, and leave."""
        run_for(2)
        if is_over():
            return
        flow, library = self._shell.models.flow, self._shell.models.flow._rooms.library
        site = max(library.sites("en"), key=lambda one: len(library.stop_cards(one.id, "en"))).id
        stop = library.stop_cards(site, "en")[0].id
        flow.begin()
        run_for(TOUCH_S)
        flow.choose_language("en")
        run_for(TOUCH_S)
        if flow.shown == "site":
            flow.choose_site(site)
            run_for(TOUCH_S)
        flow.open_stop(stop, "list")
        run_for(TOUCH_S)
        for flick in range(6):
            self._flick(-1600.0 if flick % 2 == 0 else 1600.0)
        flow.end("leave")
        run_for(TOUCH_S)
        flow.finish()

    def _flick(self, velocity: float) -> None:
        area = self._shell.find("stop-words")
        assert area is not None
        moments: list[float] = []

        def note() -> None:
            if area.property("moving"):
                moments.append(time.perf_counter() * 1000)

        self._shell.window.frameSwapped.connect(note)
        QMetaObject.invokeMethod(area, "flick", Q_ARG(float, 0.0), Q_ARG(float, velocity))
        run_for(0.7)
        self._shell.window.frameSwapped.disconnect(note)
        self._beat.held.frames += [after - before - FRAME_MS for before, after in pairwise(moments)]


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Return the figures before, during and after an install; ``folder`` holds ``data`` and ``STICK``."""
    application = make_application(off_screen=True)
    drives = FakeDrives()
    rows: dict[str, dict[str, float]] = {}
    with ExitStack() as parts:
        data = parts.enter_context(hold_data_folder(folder / "data"))
        device = Device(data, Fitting(open_camera=None, watch_drives=lambda: drives))
        parts.callback(device.close)
        shell = open_window(device)
        parts.callback(shell.close)
        device.start_desk()
        desk, beat = device.desk, Beat()
        assert desk is not None
        visitor = Visitor(shell, beat)
        visitor.visit(lambda: False)  # warm up
        beat.held = Held()
        for _ in range(BASELINE_ROUNDS):
            visitor.visit(lambda: False)
        rows["before"] = beat.held.describe()
        path = drives.plug(folder / "STICK")
        _wait(lambda: desk.drives and not desk.drives[0].looking)
        (offer,) = desk.drives[0].offers
        beat.held, started_s = Held(), time.monotonic()
        desk.install(path, offer.pack_id, offer.version, ())
        while not _is_over(device):
            visitor.visit(lambda: _is_over(device))
        job = desk.job
        assert job is not None and job.result == "installed", job
        rows["during"] = {**beat.held.describe(), "seconds": time.monotonic() - started_s}
        beat.held = Held()
        _wait(lambda: (offer.pack_id, offer.version) in device.content.shown)
        run_for(1)
        rows["switch"] = beat.held.describe()
    application.processEvents()
    return rows


def write_stick(stick: Path, hpack: Path, total_bytes: int) -> None:
    """Unpack ``hpack`` onto the stick and add so many bytes of media to its release, in 2,000 files."""
    import zipfile

    with zipfile.ZipFile(hpack) as archive:
        archive.extractall(stick, [name for name in archive.namelist() if "/metadata/" not in name])
    (path,) = (stick / "HERITAGE" / "targets").glob("*/*.json")
    manifest = parse_manifest(path.read_bytes(), path.name)
    blobs = []
    for _ in range(FILES):
        data = os.urandom(total_bytes // FILES)
        sha256 = hashlib.sha256(data).hexdigest()
        (stick / blob_name(sha256)).parent.mkdir(parents=True, exist_ok=True)
        (stick / blob_name(sha256)).write_bytes(data)
        blobs.append(Blob(sha256, len(data), "audio/ogg"))
    core = replace(manifest.parts[0], blobs=(*manifest.parts[0].blobs, *blobs))
    path.write_bytes(format_manifest(replace(manifest, parts=(core, *manifest.parts[1:]))))


def _is_over(device: Device) -> bool:
    assert device.desk is not None
    return device.desk.job is not None and bool(device.desk.job.result)


def _wait(is_so: Callable[[], object]) -> None:
    deadline_s = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > deadline_s:
            raise TimeoutError("the desk did not get on")
        run_for(0.02)


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))), flush=True)
