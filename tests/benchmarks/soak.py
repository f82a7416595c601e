"""A long day of random visitors: 1,200 seeded steps in the whole guide, watched for blocks, growth and leaks.

``./run bench soak`` prints the figures as rows (:mod:`tests.benchmarks.bench_soak`); ``python -m tests.benchmarks.soak
STEPS SEED`` makes another. With few steps it is a test (tests/features/test_random_visitors.py).
"""

from __future__ import annotations

import gc
import json
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from kiosk.model.marker import format_marker
from tests.benchmarks.composed import (
    ComposedGuide,
    ReplayCamera,
    draw_label,
    draw_wall,
    install_packs,
    read_rss_mb,
    run_for,
)

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

BEAT_MS = 20
WARM_UP_STEPS = 400
STEPS = WARM_UP_STEPS + 1_200
PAUSES_S = (0.02, 0.1, 0.1, 0.25)
LABELS = 4
KEPT_BLOCKS = 8
FOREIGN_TEXT = "https://poster.example/concert?tickets=2"


@dataclass(slots=True)
class Figures:
    """What a soak measured.

    Attributes:
        steps: How many steps were made of each kind.
        blocks: The longest times between two beats, less the beat: wall ms, the interface thread's own
            processor ms, and what was being done.
        grown_mb: Resident memory at the end, less that after the warm-up; both with nobody visiting.
        threads: Python's threads after the warm-up and at the end.
        dead_ends: Pages on which nothing led on; empty is the only good answer.
        left_behind: Threads, timers, players and connections that outlived the guide; empty likewise.
    """

    steps: dict[str, int] = field(default_factory=dict)
    blocks: list[tuple[float, float, str]] = field(default_factory=list)
    grown_mb: float = 0.0
    threads: tuple[int, int] = (0, 0)
    dead_ends: list[str] = field(default_factory=list)
    left_behind: list[str] = field(default_factory=list)


class Beat(QObject):
    """A beat of 20 ms on the interface thread, which tells how long that was held up."""

    def __init__(self) -> None:
        super().__init__()
        self.doing = "start"
        self.blocks: list[tuple[float, float, str]] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._at_s, self._cpu_s = time.perf_counter(), time.thread_time()
        self._timer.start(BEAT_MS)

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        at_s, cpu_s = time.perf_counter(), time.thread_time()
        block = ((at_s - self._at_s) * 1000 - BEAT_MS, (cpu_s - self._cpu_s) * 1000, self.doing)
        self._at_s, self._cpu_s = at_s, cpu_s
        self.blocks = sorted([*self.blocks, block], reverse=True)[:KEPT_BLOCKS]


class Soak:
    """Random visitors before a composed guide."""

    def __init__(self, guide: ComposedGuide, seed: int, labels: list[Plane], wall: Plane) -> None:
        self._guide = guide
        self._chance = random.Random(seed)
        self._labels = labels
        self._wall = wall
        self._beat = Beat()
        self.figures = Figures()

    def run(self, steps: int, warm_up: int) -> Figures:
        """Make ``steps`` steps, of which the first ``warm_up`` are not measured."""
        for number in range(steps):
            if number == warm_up:
                before_mb, before_threads = self._rest()
                self._beat.blocks.clear()
            self._step()
            self._look_for_way_on()
        after_mb, after_threads = self._rest()
        self._beat.stop()
        self.figures.blocks = self._beat.blocks
        self.figures.grown_mb = after_mb - before_mb
        self.figures.threads = (before_threads, after_threads)
        return self.figures

    def _step(self) -> None:
        kinds = {"touch": 70, "scan": 12, "number": 6, "wait": 6, "leave": 3, "abandon": 3}
        (kind,) = self._chance.choices(list(kinds), list(kinds.values()))
        self.figures.steps[kind] = self.figures.steps.get(kind, 0) + 1
        self._beat.doing = f"{kind} on {self._guide.page}"
        getattr(self, f"_{kind}")()
        run_for(self._chance.choice(PAUSES_S))

    def _touch(self) -> None:
        buttons = self._guide.list_touchables()
        if buttons:
            button = self._chance.choice(buttons)
            self._beat.doing += f": {button.objectName()}"
            self._guide.touch(button)

    def _scan(self) -> None:
        if self._guide.page != "home":
            return
        self._guide.camera.show([self._chance.choice(self._labels)])
        run_for(0.4)
        self._guide.camera.show([self._wall])

    def _number(self) -> None:
        models = self._guide.shell.models
        if models.flow.journey is not None and models.flow.journey.site_id:
            models.flow.show("number")
            run_for(0.05)
            for digit in str(self._chance.choice((1, 3, 7, 10, 99))):
                models.pad.press(digit)
            models.pad.go()

    def _wait(self) -> None:
        run_for(0.4)

    def _leave(self) -> None:
        self._guide.shell.models.flow.end("leave")

    def _abandon(self) -> None:
        self._guide.shell.models.flow.end("idle")

    def _look_for_way_on(self) -> None:
        run_for(0.02)
        names = {button.objectName() for button in self._guide.list_touchables()}
        begin = {"attract", "done"} | {name for name in names if name.startswith("language-")}
        if not names & ({"back", "end-visit", "end-yes", "still-here"} | begin):
            self.figures.dead_ends.append(f"{self._guide.page}: {sorted(names)}")

    def _rest(self) -> tuple[float, int]:
        """Let the last visitor go; return memory in MB and the number of Python's threads."""
        flow = self._guide.shell.models.flow
        flow.end("idle")
        if flow.is_visiting or self._guide.page != "attract":
            flow.finish()
        run_for(2.5)
        gc.collect()
        return read_rss_mb(), threading.active_count()


def soak(data: Path, steps: int, warm_up: int, seed: int) -> Figures:
    """Install the built packs in ``data`` and let random visitors at them. The caller has made the application."""
    install_packs(data)
    wall = draw_wall(0)
    with ComposedGuide(data, ReplayCamera([wall])) as guide:
        return Soak(guide, seed, list(_draw_labels(guide)), wall).run(steps, warm_up)


def _draw_labels(guide: ComposedGuide) -> Iterator[Plane]:
    library = guide.device.library
    for site in library.sites("en"):
        for card in library.stop_cards(site.id, "en")[: LABELS // 2]:
            code = library.get_stop(card.id, "en").code
            yield draw_label(format_marker(site.label_host, code, library.label_key(site.id)), card.number)
    yield draw_label(FOREIGN_TEXT, "")


def main(steps: int, seed: int) -> int:
    """Soak, print the figures (the last line as JSON), and return 1 when something was left or led nowhere."""
    from kiosk.app.qt_application import make_application
    from tests.house.leaks import LeakWatch

    application = make_application(off_screen=True)
    watch = LeakWatch()
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        figures = soak(Path(folder), steps, min(WARM_UP_STEPS, steps // 4), seed)
    application.processEvents()
    figures.left_behind = watch.finish()
    for wall_ms, cpu_ms, doing in figures.blocks:
        print(f"   held up {wall_ms:6.1f} ms, {cpu_ms:6.1f} ms of them busy: {doing}")
    print(json.dumps(asdict(figures)))
    return 1 if figures.left_behind or figures.dead_ends else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else STEPS, int(sys.argv[2]) if sys.argv[2:] else 1))
