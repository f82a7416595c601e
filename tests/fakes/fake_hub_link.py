"""The way to the hub without a hub: the test says what is known and how a task ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kiosk.model.hub_look import CARRY, ENROL, HubLook


@dataclass
class FakeHubLink:
    """Keeps the promises of :class:`kiosk.screens.rooms.HubLink`; everything can be set and looked at."""

    look: HubLook = field(default_factory=HubLook)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    def watch(self, on_change: Callable[[], None]) -> None:
        self._watchers.append(on_change)

    def refresh(self) -> None:
        self.asked.append(("refresh",))

    def forget(self) -> None:
        if not self._is_busy():
            self.know(task="", result="", message="", code="")

    def try_now(self) -> None:
        self.asked.append(("try_now",))

    def carry(self, drive: str) -> None:
        self._begin(CARRY, drive)

    def enrol(self, invitation: str) -> None:
        self._begin(ENROL, invitation)

    # What a test does.

    def know(self, **words: object) -> None:
        """Let this be known."""
        self.look = replace(self.look, **words)  # type: ignore[arg-type]  # a test's own words
        for on_change in self._watchers:
            on_change()

    def end(self, result: str, **words: object) -> None:
        """Let the task under way end so."""
        self.know(result=result, **words)

    def _begin(self, task: str, *words: str) -> None:
        if self._is_busy():
            return
        self.asked.append((task, *words))
        self.know(task=task, result="", message="", code="")

    def _is_busy(self) -> bool:
        return bool(self.look.task) and not self.look.result
