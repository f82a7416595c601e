"""What staff see and do of the hub at the device: what waits and why, the stick, enrolling."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.sending import Sending
from kiosk.app.staff.task_process import Ask, Record, TaskProcess
from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.model.hub_look import CARRY, ENROL, HubLook

if TYPE_CHECKING:
    from kiosk.app.sync_words import SyncReport


class HubDesk:
    """A :class:`kiosk.screens.rooms.HubLink`. Lives on the interface thread.

    What reads keys or writes to sticks is done by ``kiosk sync`` in a process of its own.

    Args:
        folder: The data folder.
        hub: The hub's address in the settings; "" for none.
        ways: The guide's own way to the hub, and what has it begin where there is a hub by now.
        background: The way off the interface thread.
        ask: The way back to it.
    """

    def __init__(
        self,
        folder: Path,
        hub: str,
        ways: tuple[Sending, Callable[[], None]],
        background: Background,
        ask: Ask,
    ) -> None:
        self._folder = folder
        self._hub = hub
        self._sending, self._start = ways
        self._background = background
        self._ask = ask
        self._look = HubLook(hub=hub)
        self._task: TaskProcess | None = None
        self._watchers: list[Callable[[], None]] = []

    def close(self) -> None:
        """End what is under way; it does no harm half done, and can be begun again."""
        if self._task is not None:
            self._task.close()

    @property
    def look(self) -> HubLook:
        """See HubLink."""
        return self._look

    def watch(self, on_change: Callable[[], None]) -> None:
        """See HubLink."""
        self._watchers.append(on_change)

    def refresh(self) -> None:
        """See HubLink."""
        self._background.submit(self._read, self._take_report, self._take_failure)

    def forget(self) -> None:
        """See HubLink."""
        if self._task is None:
            self._set(replace(self._look, task="", result="", message="", code=""))

    def try_now(self) -> None:
        """See HubLink."""
        self._start()
        self._sending.hurry()

    def carry(self, drive: str) -> None:
        """See HubLink."""
        self._begin(CARRY, ("sync", "--stick", drive))

    def enrol(self, invitation: str) -> None:
        """See HubLink."""
        words = ("--hub", self._hub) if self._hub else ()
        self._begin(ENROL, ("sync", "enrol", "--code", invitation, *words))

    def _begin(self, task: str, words: Sequence[str]) -> None:
        if self._task is not None:
            return
        self._set(replace(self._look, task=task, result="", message="", code="", written=0, acknowledged=0))
        command = (*words, "--data", str(self._folder))
        self._task = TaskProcess(command, self._ask, lambda _: None, self._end)

    def _end(self, record: Record | None) -> None:
        self._task = None
        error = record.get("error") if record else None
        if record is None or error:
            problem = KioskError(**error) if error else _make_died()
            self._set(replace(self._look, result="refused", message=problem.format(), code=problem.code))
            return
        refused = str(record.get("refused", ""))
        self._set(
            replace(
                self._look,
                result="done",
                message=refused,
                written=int(record.get("written", 0)),
                acknowledged=int(record.get("acknowledged", 0)),
            )
        )
        self.try_now()
        self.refresh()

    def _read(self) -> SyncReport:
        from kiosk.app.sync_words import read_sync_report

        return read_sync_report(self._folder, self._hub)

    def _take_report(self, report: SyncReport) -> None:
        state = self._sending.state
        look = replace(
            self._look,
            hub=report.hub,
            enrolled_as=report.enrolled_as,
            waiting=report.waiting,
            waiting_since_ms=report.waiting_since_ms,
            reached_ms=report.reached_ms,
            stick_written_ms=report.stick_written_ms,
            reason=report.reason,
            why=report.why,
        )
        if state is not None and report.hub:  # what the sending thread knows is newer than what it wrote down
            reached_ms = max(look.reached_ms, state.last_success_ms or 0)
            look = replace(look, reason=state.reason, why=state.why, reached_ms=reached_ms)
        self._set(look)

    def _take_failure(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            raise error
        self._set(replace(self._look, reason="disk", why=error.format()))

    def _set(self, look: HubLook) -> None:
        if look != self._look:
            self._look = look
            for on_change in self._watchers:
                on_change()


def _make_died() -> KioskError:
    return KioskError(
        "It was not finished",
        found="a program that ended before it was done",
        remedy="begin it again: nothing was lost",
        code="app.task-died",
    )
