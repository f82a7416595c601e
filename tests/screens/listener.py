"""Somebody who listens at a stop: time passes for them, for the voice and for the guide alike."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kiosk.narration.listening import NarrationListener
from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell
from tests.screens.seeker import MINAR, Seeker

STEP_MS = 500


class Listener(Seeker):
    """A visitor at the minar, whose story is being told."""

    def __init__(
        self, shell: Shell, fakes: FakeRooms, settle: Callable[[], None], language: str = "en"
    ) -> None:
        super().__init__(shell, fakes, settle, language)
        self.open(MINAR)

    @property
    def depth(self) -> str:
        """Which text is told."""
        return str(self.fakes.narrator.told[-1].depth)

    @property
    def place_ms(self) -> int:
        """Where the voice is."""
        return self.fakes.narrator.position_ms

    def hears(self) -> bool:
        """Whether the voice is heard."""
        return str(self.fakes.narrator.state) == "playing"

    def open(self, stop_id: str) -> None:
        """Open a stop from the list."""
        self.shell.models.flow.open_stop(stop_id, "list")
        self.rest()

    def listen(self, seconds: float) -> None:
        """Listen on at the speed that was chosen."""
        for _ in range(round(seconds * 1000 / STEP_MS)):
            self.fakes.clock.step(STEP_MS)
            self.fakes.narrator.advance(round(STEP_MS * self.fakes.narrator.rate))
            self.shell.models.going_on.tick()
        self.rest()

    def listen_to_end(self) -> None:
        """Hear the rest of the story."""
        while self.hears():
            self.fakes.clock.step(STEP_MS)
            self.fakes.narrator.advance(STEP_MS)
        self.rest()

    def wait(self, seconds: float) -> None:
        """Do nothing for a while."""
        self.listen(seconds)

    def pull_headphones(self) -> None:
        """Pull them out: the voice stands still by itself."""
        self.fakes.narrator.pause()
        self.tell_all(NarrationListener.narration_output_lost)

    def tell_all(self, what: Callable[[NarrationListener], None]) -> None:
        """Have the narrator tell its listeners something."""
        for listener in list(self.fakes.narrator.listeners):
            getattr(listener, what.__name__)()
        self.rest()

    def log(self, name: str) -> list[dict[str, Any]]:
        """What was logged under a name, in order."""
        found = self.fakes.log.submit(
            lambda log: log.execute("SELECT body FROM events WHERE name = ? ORDER BY seq", (name,)).fetchall()
        )
        return [json.loads(row[0]) for row in found.result(10)]

    def preferences(self) -> list[tuple[str, str]]:
        """What was logged of this visitor's wishes."""
        return [(one["preference"], one["value"]) for one in self.log("PreferenceSet")]


Listens = Callable[..., Listener]


@pytest.fixture
def listens(open_guide: OpenShell, settle: Callable[[], None]) -> Listens:
    """Open a guide at the minar: ``listens("hi", continue_after_s=0, ...)``."""

    def open_one(language: str = "en", **words: object) -> Listener:
        shell, fakes = open_guide(camera=False, **words)
        return Listener(shell, fakes, settle, language)

    return open_one
