"""A visitor at the demonstration's site who makes a tour, for the tests of its pages."""

from __future__ import annotations

from typing import Any

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.qt_loop import spin_until
from tests.screens.conftest import OpenShell

MINUTE_MS = 60_000


class TourHand:
    """Stands on the first page of a visit in English."""

    def __init__(self, open_guide: OpenShell, **words: Any) -> None:
        shell, fakes = open_guide(camera=False, **words)
        self.shell: Shell = shell
        self.fakes: FakeRooms = fakes
        self.models = shell.models
        self.models.flow.begin()
        self.models.flow.choose_language("en")

    @property
    def page(self) -> str:
        return self.shell.page

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
