"""The whole guide on a small pack, composed as ``kiosk run`` composes it and touched as a visitor touches it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest

from kiosk.app.data_folder import hold_data_folder
from kiosk.app.device import Device, Fitting
from kiosk.app.diary import FILE_NAME, close_diary, open_diary
from kiosk.app.rehearsal.directed_camera import DirectedCamera
from kiosk.app.window import open_window
from kiosk.model.facts import Fact
from kiosk.packs.source import read_source
from kiosk.recognition.maker import SIGNATURES
from kiosk.sync.outbox import Outbox
from kiosk.visits.identity import load_device
from kiosk.visits.incidents import read_incidents
from tests.fakes.qt_loop import spin, spin_until
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.tones import write_tone
from tests.packs.small_source import write_small_source

SOUND_MS = 1_200
OPERATOR = ThrowAwayOperator()
# What the guide says in the diary is looked at by the tests themselves.
DIARY = r"^(kiosk\.app\.|qt:)"


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small pack's file, built once for all modules that ask for it."""
    folder = tmp_path_factory.getbasetemp() / "guided-pack"
    return next(iter(folder.glob("*.hpack")), None) or build_small_pack(folder)


@pytest.fixture
def data(tmp_path: Path, pack: Path) -> Path:
    """A data folder with the small pack."""
    return install(tmp_path / "data", pack)


def build_small_pack(folder: Path, version: int = 1) -> Path:
    """Build the mill's pack with a sound for every story in English, signed, and return its file."""
    source = write_small_source(folder / f"source-{version}")
    text = (source / "pack.toml").read_text("utf-8")
    (source / "pack.toml").write_text(text.replace("version = 1", f"version = {version}"), "utf-8")
    for name in ("wheel.story.en", "wheel.glance.en", "hall.story.en", "hall.glance.en", "garden.glance.en"):
        write_tone(source / "recordings" / f"{name}.opus", SOUND_MS, 300.0 + len(name))
    (source / "recordings" / "wheel.glance.en.vtt").unlink(missing_ok=True)
    return OPERATOR.build(read_source(source), folder / f"mill-{version}.hpack", signatures=SIGNATURES)


def install(data: Path, *packs: Path) -> Path:
    """Install packs into a data folder, made if absent, of a device that trusts who signed them; return it."""
    with closing(OPERATOR.open_store(data)) as store:
        for pack in packs:
            assert store.install(pack).result == "installed"
    return data


class ComposedGuide:
    """A real device and its window, off screen, on ``data``.

    Attributes:
        camera: What it sees.
        heard_bytes: How much decoded sound has been on its way to the ear.
    """

    def __init__(
        self, data: Path, *, camera: DirectedCamera | None = None, has_camera: bool = True, **fitting: Any
    ) -> None:
        self.camera = camera or DirectedCamera()
        self.heard_bytes = 0
        with ExitStack() as parts:
            self.folder = parts.enter_context(hold_data_folder(data, stand_in=True))
            parts.callback(close_diary, open_diary(self.folder.path))
            fitted = {"fold_after_visits": 1, "sound_tap": self._hear, **fitting}
            if "open_camera" not in fitted:
                fitted["open_camera"] = (lambda: self.camera) if has_camera else None
            self.device = Device(self.folder, Fitting(**fitted))
            parts.callback(self.device.close)
            self.shell = open_window(self.device, reduced_motion=True)
            parts.callback(self.shell.close)
            self.shell.window.grabWindow()
            self.device.start_sending()
            self._parts = parts.pop_all()

    def __enter__(self) -> ComposedGuide:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it as ``kiosk run`` does."""
        self._parts.close()
        spin(1)

    @property
    def page(self) -> str:
        """The page that is shown."""
        return self.shell.page

    @property
    def kind(self) -> str:
        """Whether a recording, a voice or only the text serves; "" while nothing is told."""
        return str(self.shell.models.bar.property("kind"))

    @property
    def language(self) -> str:
        """The language that is told; "" while nothing is."""
        return str(self.shell.models.bar.property("language"))

    @property
    def state(self) -> str:
        """What the voice does."""
        return str(self.shell.models.bar.property("state"))

    def shows(self, name: str) -> bool:
        """Whether an item is on the page and can be seen."""
        return self.shell.find(name) is not None

    def can_touch(self, name: str) -> bool:
        """Whether an item is there to be touched."""
        item = self.shell.find(name)
        return item is not None and item.isVisible() and item.isEnabled()

    def words(self, name: str) -> str:
        """The words that an item shows, once it is there: a page may be built after its story is heard."""
        spin_until(lambda: self.shell.find(name) is not None)
        item = self.shell.find(name)
        assert item is not None, f"no {name} on page {self.page}"
        return str(item.property("text"))

    def tap(self, name: str, page: str = "") -> None:
        """Touch an item once it is there; wait for the page that it leads to, where one is named."""
        spin_until(partial(self.shows, name))
        spin(20)
        self.shell.tap(name)
        if page:
            self.wait(lambda: self.page == page)
        spin(20)

    def wait(self, is_so: Callable[[], object]) -> None:
        """Let the guide work until something is so."""
        spin_until(is_so)

    def begin(self, language: str = "en") -> None:
        """Touch the attract page and choose a language."""
        self.tap("attract", "language")
        self.tap(f"language-{language}", "home")

    def type_number(self, number: str) -> None:
        """Open a stop by its number, from the home page."""
        if self.shows("type-number"):
            self.tap("type-number", "number")
        for digit in number:
            self.tap(f"digit-{digit}")
        self.tap("open-number", "stop")

    def go_home(self) -> None:
        """Go back until the home page is shown."""
        while self.page != "home":
            self.tap("back")

    def leave(self) -> None:
        """End the visit by the visitor's own wish and come back to the attract page."""
        self.go_home()
        self.tap("end-visit")
        if self.page != "attract":
            self.tap("end-yes", "end")
            self.tap("done", "attract")

    def visit_stop(self, number: str = "1") -> None:
        """Make a small visit: begin, open one stop, leave."""
        self.begin()
        self.type_number(number)
        self.leave()

    def diary(self) -> str:
        """What staff read in ``diary.log``."""
        path = self.folder.path / FILE_NAME
        return path.read_text("utf-8") if path.exists() else ""

    def incidents(self) -> Counter[str]:
        """The error codes in the log."""
        return read_incidents(self.folder.path / "events.db", 0)

    def _hear(self, block: Any) -> None:
        self.heard_bytes += len(block.samples)


def read_facts(data: Path) -> list[Fact]:
    """Return the facts of folded visits that are in the outbox, sent or not."""
    with closing(Outbox(data / "outbox.db", load_device(data))) as outbox:
        return list(outbox.read_facts())


def find_dwells(data: Path) -> dict[str, dict[str, Any]]:
    """Return the newest dwell of each stop."""
    return {str(fact.values["stop"]): dict(fact.values) for fact in read_facts(data) if fact.name == "dwell"}


def read_events(data: Path, name: str) -> list[dict[str, Any]]:
    """Return the values of all events of a name that the log still holds."""
    with closing(sqlite3.connect(data / "events.db")) as connection:
        rows = connection.execute("SELECT body FROM events WHERE name = ? ORDER BY seq", (name,))
        return [json.loads(body) for (body,) in rows]
