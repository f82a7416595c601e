"""A visitor's window over the fake rooms, closed and checked after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.app.prepare import compile_translation
from kiosk.screens.shell import Shell, ShellOptions, open_shell
from tests.fakes.fake_rooms import FakeRooms

HOUSE = Path(__file__).parents[2]

ROOM_WORDS = {one.name for one in fields(FakeRooms)} - {"folder"}
"""What goes to the rooms; all else is for the shell's options."""

OpenShell = Callable[..., tuple[Shell, FakeRooms]]


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interface's words, compiled anew."""
    folder = tmp_path_factory.mktemp("translations")
    for source in (HOUSE / "assets" / "translations").glob("*.ts"):
        compile_translation(source, folder / f"{source.stem}.qm")
    return folder


@pytest.fixture
def open_guide(
    qapp: QGuiApplication, tmp_path: Path, translations: Path, request: pytest.FixtureRequest
) -> Iterator[OpenShell]:
    """Open a shell: ``open_guide(width_px=..., camera=..., library=...)``; returns it and its fakes."""
    opened: list[tuple[Shell, FakeRooms]] = []

    def open_one(**words: Any) -> tuple[Shell, FakeRooms]:
        rooms = {name: words.pop(name) for name in list(words) if name in ROOM_WORDS}
        folder = tmp_path / str(len(opened))
        folder.mkdir()
        fakes = FakeRooms(folder, **rooms)
        options = ShellOptions(translations=translations, reduced_motion=True, **words)
        opened.append((open_shell(fakes.rooms, options), fakes))
        return opened[-1]

    yield open_one
    for shell, fakes in opened:
        shell.close()
        fakes.close()


@pytest.fixture
def settle(qapp: QGuiApplication) -> Callable[[], None]:
    """Let the interface come to rest: queued events, layouts and deferred deletions."""

    def come_to_rest() -> None:
        for _ in range(4):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, 0)

    return come_to_rest


def wait_until(condition: Callable[[], bool], limit_ms: int = 5_000) -> None:
    """Run the interface until ``condition`` holds; fails the test after ``limit_ms``."""
    loop = QEventLoop()
    look, limit = QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if condition() else None)
    limit.setSingleShot(True)
    limit.timeout.connect(loop.quit)
    look.start(5)
    limit.start(limit_ms)
    if not condition():
        loop.exec()
    assert condition(), "it did not come to pass in time"
