"""The whole guide as ``kiosk run`` composes it, over a data folder of its own, before a camera that shows what it is told."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtQuick import QQuickItem

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.device import Device, Fitting
from kiosk.app.embedded_packs import install_embedded_packs
from kiosk.app.window import open_window
from kiosk.packs.store import PackStore
from kiosk.scanning.source_thread import Pace, ThreadedSource, read_clock_ms
from kiosk.screens.hand import reveal, tap_item

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.narration.sound import SoundTap
    from kiosk.scanning.abilities import CameraAbilities
    from kiosk.scanning.frame import Frame, Plane

FRAMES_PER_S = 15
PATIENCE_S = 20.0
ANSWERS = frozenset({"end-yes", "end-no", "still-here", "still-end"})
"""A question lies over the page: while one is asked nothing else can be touched."""


class ReplayCamera:
    """A camera of 15 frames a second that goes round in the pictures it was given: drawing costs it nothing.

    Attributes:
        shown_at_ms: When the first frame of the pictures given last was handed out; None before it.
    """

    def __init__(self, pictures: Sequence[Plane]) -> None:
        """Show ``pictures``, each (720, 1280, 3), blue first, from the start."""
        self.shown_at_ms: int | None = None
        self._pictures: tuple[Plane, ...] = ()
        self._thread = ThreadedSource(self._produce)
        self.show(pictures)

    def show(self, pictures: Sequence[Plane]) -> None:
        """Show other pictures from the next frame on; from any thread."""
        self.shown_at_ms = None
        self._pictures = tuple(pictures)

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        self._thread.start(on_frame, on_lost)

    def stop(self) -> None:
        """See FrameSource."""
        self._thread.stop()

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return self._thread.abilities

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        self._thread.set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource."""
        self._thread.await_return(on_return)

    def _produce(self, pace: Pace) -> Iterator[Frame]:
        from kiosk.scanning.frame import BgrPicture, Frame
        from kiosk.scanning.opencv import load_cv2

        cv2 = load_cv2()

        for seq in count():
            if not pace.wait(1 / FRAMES_PER_S):
                return
            pictures, at_ms = self._pictures, read_clock_ms()
            picture = pictures[seq % len(pictures)]
            grey: Plane = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
            if self._pictures is pictures and self.shown_at_ms is None:
                self.shown_at_ms = at_ms
            yield Frame(grey, at_ms, seq, BgrPicture(picture))


class ComposedGuide:
    """The guide on real parts, off screen. A context manager; make the QGuiApplication before it.

    Attributes:
        camera: What it sees.
        shell: Its window.
    """

    def __init__(self, data: Path, camera: ReplayCamera, tap: SoundTap | None = None) -> None:
        self.camera = camera
        with ExitStack() as parts:
            folder = parts.enter_context(hold_data_folder(data))
            fitting = Fitting(open_camera=lambda: camera, fold_after_visits=1, sound_tap=tap)
            self.device = Device(folder, fitting)
            parts.callback(self.device.close)
            self.shell = open_window(self.device)
            parts.callback(self.shell.close)
            self._parts = parts.pop_all()

    def __enter__(self) -> ComposedGuide:
        return self

    def __exit__(self, *_error: object) -> None:
        self._parts.close()

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self.shell.page

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the guide run until something is so; TimeoutError after 20 s."""
        deadline_s = time.monotonic() + PATIENCE_S
        while not until():
            if time.monotonic() > deadline_s:
                raise TimeoutError(f"{what} did not come to pass on page {self.page}")
            run_for(0.004)

    def wait_for_frame(self) -> None:
        """Let the guide run until it has painted once more."""
        loop = QEventLoop()
        self.shell.window.frameSwapped.connect(loop.quit)
        QTimer.singleShot(2_000, loop.quit)
        loop.exec()
        self.shell.window.frameSwapped.disconnect(loop.quit)

    def enter(self, language: str = "en") -> None:
        """Go from the attract page to the home page of the site with the most stops."""
        flow, library = self.shell.models.flow, self.device.library
        flow.begin()
        flow.choose_language(language)
        if self.page == "site":
            sites = library.sites(language)
            flow.choose_site(max(sites, key=lambda site: len(library.stop_cards(site.id, language))).id)
        self.wait(lambda: self.page == "home", "the home page")

    def go_home(self) -> None:
        """Go back to the home page."""
        for _ in range(8):
            if self.page == "home":
                return
            self.shell.models.flow.back()
            run_for(0.25)
        raise TimeoutError(f"no way back from page {self.page}")

    def list_touchables(self) -> list[QQuickItem]:
        """Return everything a finger can press now, in the order of the screen's own tree."""
        buttons = list(_find_buttons(self.shell.window.contentItem()))
        answers = [button for button in buttons if button.objectName() in ANSWERS]
        return answers or buttons

    def touch(self, item: QQuickItem) -> None:
        """Scroll an item into view and press it, as a finger would."""
        reveal(item)
        tap_item(self.shell.window, item)


def install_packs(data: Path) -> None:
    """Install the packs built from this checkout.

    Raises:
        FileNotFoundError: None was built; any ``./run`` does it.
    """
    with closing(PackStore(data)) as store:
        if not install_embedded_packs(store):
            raise FileNotFoundError("no pack in build/packs: ./run builds the demonstration")


def draw_wall(number: int) -> Plane:
    """Return one frame of a wall without a label, as a waiting hand holds the camera."""
    from kiosk.scanning.approach import draw_bare_wall

    return draw_bare_wall(seed=5, number=number)


def draw_label(text: str, number: str) -> Plane:
    """Return one frame of a label held before the camera."""
    from kiosk.scanning.scenes import Label, Scene, View

    return Scene((Label(text, number),), seed=6).look(View(distance_mm=420, yaw_deg=9, pitch_deg=4))


def run_for(seconds: float) -> None:
    """Let Qt run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def read_rss_mb(pid: int | str = "self") -> float:
    """Return the resident memory of a process in MB, pages shared with others included."""
    pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def read_cpu_s(pid: int | str = "self") -> float:
    """Return the processor time of all threads of a process in seconds."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that so many per cent of ``values`` do not exceed."""
    return sorted(values)[round(percent / 100 * (len(values) - 1))]


def _find_buttons(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if not child.isVisible():
            continue
        if child.inherits("QQuickAbstractButton") and child.isEnabled() and child.width() and child.height():
            yield child
        yield from _find_buttons(child)
