"""The screens: first frame, memory, time from touch to page, scrolling, and what a page costs that nobody touches.

The floor is a bare QML window (one rectangle with a line of text) measured in a process of the same kind.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[2]
Row = tuple[str, float, str, float]

BARE_QML = b"import QtQuick\nRectangle { color: '#15130f'; Text { text: 'bare'; color: 'white' } }"
STILL_S = 4.0
ATTRACT_S = 16.0
PAGES = ("type-number", "back", "browse", "back", "map", "back")
ROUNDS = 8
SCROLL_STEPS = 120


def measure() -> list[Row]:
    """Return the rows: goal, measured, unit, floor (0 where a bare window has no counterpart)."""
    bare, guide = _run("bare"), _run("guide")
    goals = {
        "first_frame_s": ("first frame, warm: at most 0.5 s", "s"),
        "rss_mb": ("memory at attract: at most 110 MB", "MB"),
        "still_percent": ("processor, still page: at most 1 % of a core", "%"),
        "attract_percent": ("processor, attract: at most 8 % of a core", "%"),
        "touch_p95_ms": ("touch to page painted, p95: at most 100 ms", "ms"),
        "scroll_p95_ms": ("frame while scrolling, p95: at most 25 ms", "ms"),
        "scroll_fps": ("scrolling: at least 55 frames a second", "fps"),
    }
    return [(goal, guide[key], unit, bare.get(key, 0.0)) for key, (goal, unit) in goals.items()]


def _run(which: str) -> dict[str, float]:
    """Measure in a fresh process, twice: the second time with warm disk and QML caches."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.benchmarks.bench_screens", which]
    for _ in range(2):
        done = subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _measure_bare() -> dict[str, float]:
    started = _now_s()
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtQml import QQmlComponent
    from PySide6.QtQuick import QQuickView

    from kiosk.screens.renderer import choose_renderer

    choose_renderer()
    app = QGuiApplication([])
    view = QQuickView()
    component = QQmlComponent(view.engine())
    component.setData(BARE_QML, "bare.qml")
    item = component.create()
    view.setContent("bare.qml", component, item)
    view.resize(1280, 800)
    view.show()
    first_frame_s = _wait_for_frame(app, view, started)
    return {"first_frame_s": first_frame_s, "rss_mb": _rss_mb(), "still_percent": _cpu_percent(STILL_S)}


def _measure_guide() -> dict[str, float]:
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="kiosk-bench-"))
    from tests.fakes.fake_library import FakeLibrary

    FakeLibrary().attract_images("qutb", "en")  # drawings are rendered once, outside what is measured
    started = _now_s()
    from PySide6.QtGui import QGuiApplication

    from kiosk.screens.renderer import choose_renderer
    from kiosk.screens.shell import open_shell
    from tests.fakes.fake_rooms import FakeRooms

    choose_renderer()
    app = QGuiApplication([])
    fakes = FakeRooms(folder, camera=False)
    shell = open_shell(fakes.rooms)
    rows = {"first_frame_s": _wait_for_frame(app, shell.window, started)}
    _run_for(1.0)
    rows["rss_mb"] = _rss_mb()
    rows["attract_percent"] = _cpu_percent(ATTRACT_S)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    _run_for(1.0)
    rows["still_percent"] = _cpu_percent(STILL_S)
    rows["touch_p95_ms"] = _touch_p95_ms(shell)
    rows |= _scroll(shell)
    shell.close()
    fakes.close()
    return rows


def _touch_p95_ms(shell: object) -> float:
    from kiosk.screens.shell import Shell

    assert isinstance(shell, Shell)
    shell.models.flow.show("number")
    _run_for(0.3)
    shell.models.flow.back()
    _run_for(0.3)
    times = []
    for _ in range(ROUNDS):
        for name in ("browse", "back", "map", "back"):
            started = _now_s()
            shell.tap(name)
            _wait_for_swap(shell.window)
            times.append((_now_s() - started) * 1000)
            _run_for(0.3)
    return _p95(times)


def _scroll(shell: object) -> dict[str, float]:
    from kiosk.screens.shell import Shell

    assert isinstance(shell, Shell)
    shell.models.flow.open_stop("qutb/qutb-minar", "list")
    shell.models.bar.toggle()
    _run_for(0.8)
    area = shell.find("stop-words")
    assert area is not None
    length = area.property("contentHeight") - area.height()
    times = []
    for step in range(1, SCROLL_STEPS):
        started = _now_s()
        area.setProperty("contentY", length * step / SCROLL_STEPS)
        _wait_for_swap(shell.window)
        times.append((_now_s() - started) * 1000)
    return {"scroll_p95_ms": _p95(times), "scroll_fps": 1000 * len(times) / sum(times)}


def _wait_for_frame(app: object, window: object, started_s: float) -> float:
    _wait_for_swap(window)
    return _now_s() - started_s


def _wait_for_swap(window: object) -> None:
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtQuick import QQuickWindow

    assert isinstance(window, QQuickWindow)
    loop = QEventLoop()
    window.frameSwapped.connect(loop.quit)
    QTimer.singleShot(2_000, loop.quit)
    loop.exec()
    window.frameSwapped.disconnect(loop.quit)


def _run_for(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _cpu_percent(seconds: float) -> float:
    import time

    before, started = time.process_time(), _now_s()
    _run_for(seconds)
    return 100 * (time.process_time() - before) / (_now_s() - started)


def _rss_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _p95(times: list[float]) -> float:
    return sorted(times)[round(0.95 * (len(times) - 1))]


def _now_s() -> float:
    import time

    return time.perf_counter()


if __name__ == "__main__":
    print(json.dumps(_measure_bare() if sys.argv[1:] == ["bare"] else _measure_guide()))
