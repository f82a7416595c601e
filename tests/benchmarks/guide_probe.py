"""What :mod:`tests.benchmarks.bench_guide` runs in processes of its own: the guide, a bare window, a whole visit."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtQuick import QQuickView

    from kiosk.app.rehearsal.ears import Ears
    from kiosk.scanning.frame import Plane
    from tests.benchmarks.composed import ComposedGuide

BARE_QML = b"import QtQuick\nRectangle { color: '#15130f'; Text { text: 'bare'; color: 'white' } }"
SETTLE_S = 3.0
CPU_S = 12.0
WALK_STEPS = 120
SCANS = 30
WALL_FRAMES = 6


def show_bare() -> None:
    """Show the least that QML can show, as the floor of the guide's start, and stay until told to end."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlComponent
    from PySide6.QtQuick import QQuickView

    from kiosk.screens.renderer import choose_renderer

    choose_renderer()
    app = QGuiApplication([])
    view = QQuickView()
    component = QQmlComponent(view.engine())
    component.setData(BARE_QML, "bare.qml")
    view.setContent("bare.qml", component, component.create())
    view.resize(1280, 800)
    view.show()
    _tell_first_frame(view)
    app.exec()


def show_guide(data: Path) -> None:
    """Be ``kiosk run`` that tells when it has painted its first frame."""
    from kiosk.__main__ import main
    from kiosk.app import device, window  # in the order in which `kiosk run` loads them

    del device
    open_window = window.open_window

    def open_and_tell(*things: object, **options: object) -> object:
        shell = open_window(*things, **options)  # type: ignore[arg-type]  # handed through
        _tell_first_frame(shell.window)
        return shell

    window.open_window = open_and_tell  # type: ignore[assignment]  # the same, told about
    sys.argv = ["kiosk", "run", "--windowed", "--camera", "none", "--hub", "", "--data", str(data)]
    sys.exit(main())


def _tell_first_frame(view: QQuickView) -> None:
    def tell() -> None:
        view.frameSwapped.disconnect(tell)
        print(f"first frame {time.monotonic()} {time.process_time()}", flush=True)

    view.frameSwapped.connect(tell)


def visit(folder: Path) -> dict[str, float]:
    """Measure one visit from the inside; ``folder`` holds the data folder and the camera's pictures."""
    import numpy as np

    from kiosk.app.qt_application import make_application
    from kiosk.app.rehearsal.ears import Ears
    from tests.benchmarks.composed import ComposedGuide, ReplayCamera

    wall: Plane = np.load(folder / "wall-0.npy")
    label: Plane = np.load(folder / "label-0.npy")
    application = make_application(off_screen=True)
    ears = Ears(folder / "heard.wav")
    with ComposedGuide(folder / "data", ReplayCamera([wall]), ears.hear) as guide:
        guide.enter()
        rows = measure_memory(guide, label, wall)
        guide.camera.show([np.load(folder / f"wall-{number}.npy") for number in range(WALL_FRAMES)])
        rows |= {"scanning_percent": measure_cpu_percent()}
        rows |= measure_still_stop(guide)
        rows |= measure_walk(guide)
        labels = [np.load(path) for path in sorted(folder.glob("label-*.npy"))]
        rows |= measure_scans(guide, ears, labels, wall)
    ears.close()
    application.processEvents()
    return rows


def measure_memory(guide: ComposedGuide, label: Plane, wall: Plane) -> dict[str, float]:
    """Scan a label, let its story be told, go back to the preview: everything is at work."""
    from tests.benchmarks.composed import read_rss_mb, run_for

    run_for(1)
    guide.camera.show([label])
    guide.wait(lambda: guide.page == "stop", "the scanned stop's page")
    guide.wait(lambda: guide.device.voice.narrator.position_ms > 0, "its story")
    guide.camera.show([wall])
    guide.go_home()
    run_for(SETTLE_S)
    rss_mb = read_rss_mb()
    guide.device.voice.narrator.pause()
    run_for(1)
    return {"scanning_rss_mb": rss_mb}


def measure_still_stop(guide: ComposedGuide) -> dict[str, float]:
    """Return the processor's share on a stop's page that nobody touches, silent; then scroll it."""
    from tests.benchmarks.composed import run_for

    guide.shell.models.flow.return_to_stop()
    guide.wait(lambda: guide.page == "stop", "the stop's page")
    guide.device.voice.narrator.pause()
    run_for(2)
    still_percent = measure_cpu_percent()
    rows = {"still_percent": still_percent} | measure_scrolling(guide, "stop-words")
    guide.go_home()
    return rows


def measure_cpu_percent(seconds: float = CPU_S) -> float:
    """Return this process's share of a core."""
    from tests.benchmarks.composed import run_for

    started_s, before = time.perf_counter(), sum(os.times()[:2])
    run_for(seconds)
    return 100 * (sum(os.times()[:2]) - before) / (time.perf_counter() - started_s)


def measure_scrolling(guide: ComposedGuide, name: str) -> dict[str, float]:
    """Flick a page down and up and return the times between its frames: rate, and 95th percentile in ms."""
    from PySide6.QtCore import Q_ARG, QMetaObject

    from tests.benchmarks.composed import percentile, run_for

    area = guide.shell.find(name)
    assert area is not None, name
    moments: list[float] = []
    intervals_ms: list[float] = []

    def note() -> None:
        if area.property("moving"):
            moments.append(time.perf_counter() * 1000)

    guide.shell.window.frameSwapped.connect(note)
    for flick in range(12):
        moments.clear()
        velocity = 1600.0 if flick % 2 else -1600.0
        QMetaObject.invokeMethod(area, "flick", Q_ARG(float, 0.0), Q_ARG(float, velocity))
        run_for(0.8)
        intervals_ms += [after - before for before, after in pairwise(moments)]
    guide.shell.window.frameSwapped.disconnect(note)
    return {
        "scroll_fps": 1000 * len(intervals_ms) / sum(intervals_ms),
        "scroll_p95_ms": percentile(intervals_ms, 95),
    }


def measure_walk(guide: ComposedGuide) -> dict[str, float]:
    """Press what a seeded finger finds and return how long each page took to be painted, and to be half faded in."""
    from tests.benchmarks.composed import percentile, run_for

    finger = random.Random(7)
    painted_ms: list[float] = []
    seen_ms: list[float] = []
    for _ in range(WALK_STEPS):
        if guide.page == "attract":
            guide.enter()
        before = guide.page
        button = finger.choice(guide.list_touchables())
        started_s = time.perf_counter()
        guide.touch(button)
        del button
        if guide.page != before:
            guide.wait_for_frame()
            painted_ms.append((time.perf_counter() - started_s) * 1000)
            page = guide.shell.find("page")
            while page is not None and page.opacity() < 0.5:
                guide.wait_for_frame()
            seen_ms.append((time.perf_counter() - started_s) * 1000)
        run_for(0.4)
    if guide.page in ("attract", "language", "site", "end"):
        if guide.page == "end":
            guide.shell.models.flow.finish()
        guide.enter()
    return {"touch_p95_ms": percentile(painted_ms, 95), "seen_p95_ms": percentile(seen_ms, 95)}


def measure_scans(guide: ComposedGuide, ears: Ears, labels: list[Plane], wall: Plane) -> dict[str, float]:
    """Hold labels before the camera, one after another; from the first frame with the code to the first sample."""
    from tests.benchmarks.composed import percentile, run_for

    narrator = guide.device.voice.narrator
    times_ms = []
    for number in range(SCANS):
        guide.camera.show([wall])
        narrator.pause()
        guide.go_home()
        run_for(0.6)
        ears.listen()
        guide.camera.show([labels[number % len(labels)]])
        guide.wait(lambda: ears.first_sample_at_ms is not None, "the first sample")
        assert ears.first_sample_at_ms is not None and guide.camera.shown_at_ms is not None
        times_ms.append(float(ears.first_sample_at_ms - guide.camera.shown_at_ms))
        run_for(0.3)
    return {f"sound_p{percent}_ms": percentile(times_ms, percent) for percent in (50, 95)}


def measure_bare_scan(folder: Path) -> dict[str, float]:
    """Return the floor of a scan: the decoder alone, and a bare player that opens a recording."""
    import cv2
    import numpy as np
    from PySide6.QtCore import QCoreApplication, QUrl
    from PySide6.QtMultimedia import QAudioBufferOutput, QAudioOutput, QMediaPlayer

    from kiosk.app.qt_application import make_application
    from kiosk.narration.decoder_log import quieten_decoders
    from kiosk.scanning.zxing_reader import ZxingReader
    from tests.benchmarks.composed import percentile

    application = make_application(off_screen=True)
    player, output, buffers = QMediaPlayer(), QAudioOutput(), QAudioBufferOutput()
    quieten_decoders()
    player.setAudioOutput(output)
    player.setAudioBufferOutput(buffers)
    plain, heard = ZxingReader(), list[float]()
    buffers.audioBufferReceived.connect(lambda _: heard.append(time.perf_counter()))
    grey = cv2.cvtColor(np.load(folder / "label-0.npy"), cv2.COLOR_BGR2GRAY)
    times_ms = []
    for recording in sorted((folder / "recordings").iterdir()) * 4:
        heard.clear()
        started_s = time.perf_counter()
        plain.read(grey)
        player.setSource(QUrl.fromLocalFile(str(recording)))
        player.play()
        while not heard:
            QCoreApplication.processEvents()
        times_ms.append((heard[0] - started_s) * 1000)
        player.stop()
    player.setAudioBufferOutput(None)  # type: ignore[arg-type]  # the stub forgets that None is allowed
    application.processEvents()
    return {f"sound_p{percent}_ms": percentile(times_ms, percent) for percent in (50, 95)}


if __name__ == "__main__":
    task, where = sys.argv[1], Path(sys.argv[2])
    if task == "bare":
        show_bare()
    elif task == "guide":
        show_guide(where)
    else:
        print(json.dumps(visit(where) if task == "visit" else measure_bare_scan(where)), flush=True)
