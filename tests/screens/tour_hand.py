"""A visitor at the demonstration's site who makes a tour, for the tests of its pages.

Most of what they do needs no window: ``open_hand`` makes the view-models alone, ``TourHand.on_screen`` the pages too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

import pytest
from PySide6.QtGui import QGuiApplication

from kiosk.screens.models import Models, make_models
from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.qt_loop import spin_until
from tests.screens.conftest import OpenShell

MINUTE_MS = 60_000


class TourHand:
    """Stands on the first page of a visit in English."""

    def __init__(self, models: Models, fakes: FakeRooms, shell: Shell | None = None) -> None:
        self.models = models
        self.fakes = fakes
        self._shell = shell
        models.flow.begin()
        models.flow.choose_language("en")

    @classmethod
    def on_screen(cls, open_guide: OpenShell, **words: Any) -> Self:
        """Stand before the pages themselves."""
        shell, fakes = open_guide(camera=False, **words)
        return cls(shell.models, fakes, shell)

    @property
    def shell(self) -> Shell:
        assert self._shell is not None, "this hand has no window"
        return self._shell

    @property
    def page(self) -> str:
        return self.models.flow.shown

    @property
    def journey(self) -> Any:
        return self.models.flow.journey

    def read(self, name: str) -> Any:
        """Return a property of the tour's page."""
        return self.models.tour.property(name)

    @property
    def stops(self) -> list[str]:
        """The ids of the stops on the tour's page."""
        return [row["id"] for row in self.read("stops")]

    @property
    def left_out(self) -> dict[str, str]:
        """What is not in the tour, and why."""
        return {row["id"]: row["why"] for row in self.read("left_out")}

    def wait(self) -> None:
        """Wait until a tour that was asked for is there, or cannot be."""
        spin_until(lambda: not self.models.tour.is_making)

    def make(self, minutes: int) -> None:
        """Say how long there is, from the first page, and look at the tour."""
        self.models.dialogue.ask("wish-minutes")
        self.models.dialogue.choose_minutes(minutes)
        self.models.tour.open()
        self.wait()

    def start(self, minutes: int = 60) -> None:
        """Make a tour and begin it."""
        self.make(minutes)
        self.models.tour.start()

    def pass_minutes(self, minutes: float) -> None:
        """Let time go by."""
        self.fakes.clock.step(round(minutes * MINUTE_MS))
        self.models.followed.refresh()


Hand = TypeVar("Hand", bound=TourHand)


class OpenHand(Protocol):
    """Makes a hand of a kind over fake rooms: ``open_hand(TourHand, wishes_first=True)``."""

    def __call__(self, kind: type[Hand], **words: Any) -> Hand: ...


@pytest.fixture
def open_hand(qapp: QGuiApplication, tmp_path: Path) -> Iterator[OpenHand]:
    """Make view-models without a window, joined as the shell joins them; closed after the test."""
    opened: list[tuple[Models, FakeRooms]] = []

    def open_one(kind: type[Hand], **words: Any) -> Hand:
        folder = tmp_path / f"hand-{len(opened)}"
        folder.mkdir()
        fakes = FakeRooms(folder, camera=False, **words)
        models = make_models(
            fakes.rooms, theme="gallery", reduced_motion=True, language="en", translations=folder
        )
        models.flow.stop_opened.connect(_load_into(models))
        models.flow.ended.connect(lambda _reason: models.forget())
        opened.append((models, fakes))
        return kind(models, fakes)

    yield open_one
    for models, fakes in opened:
        models.close()
        fakes.close()


def _load_into(models: Models) -> Callable[[str], None]:
    def load(stop_id: str) -> None:
        assert models.flow.journey is not None
        models.stop.load(stop_id, models.flow.journey)

    return load
