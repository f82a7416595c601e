"""The drives that are plugged in, each looked at in a process of its own, one after another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.app.staff.task_process import Ask, Record, TaskProcess
from kiosk.app.staff.wire import parse_look
from kiosk.model.errors import KioskError
from kiosk.model.pack_offer import DriveLook, Offer
from kiosk.packs.drives.drive import Drive

Key = tuple[str, int]
"""A drive's path and the number of its plugging in."""


class DriveLooks:
    """What is known of each drive. Lives on the interface thread.

    Args:
        folder: The data folder of the device that drives are compared with.
        ask: The way back to the interface thread.
        on_change: Called when anything here has another value.
    """

    def __init__(self, folder: Path, ask: Ask, on_change: Callable[[], None]) -> None:
        self._folder = folder
        self._ask = ask
        self._on_change = on_change
        self._looks: dict[Key, DriveLook] = {}
        self._waiting: list[Key] = []
        self._under_way: tuple[Key, TaskProcess] | None = None

    @property
    def all(self) -> tuple[DriveLook, ...]:
        """The drives in the order they came."""
        return tuple(self._looks.values())

    def take(self, drives: tuple[Drive, ...]) -> None:
        """Note which drives there are now, and look at the new ones."""
        before, self._looks = self._looks, {}
        for drive in drives:
            key = (drive.path, drive.mounted)
            look = before.get(key)
            if look is None:
                look = DriveLook(drive.name, drive.path, read_only=drive.read_only)
                self._waiting.append(key)
            self._looks[key] = look
        if self._under_way is not None and self._under_way[0] not in self._looks:
            self._under_way[1].kill()
        if before or self._looks:
            self._on_change()
        self._look_at_next()

    def look_again(self, path: str = "") -> None:
        """Look once more at one drive, or at all."""
        for key, look in self._looks.items():
            if path in ("", look.path) and key not in self._waiting:
                self._waiting.append(key)
                if path:
                    self._looks[key] = replace(look, looking=True)
        if path:
            self._on_change()
        self._look_at_next()

    def find_offer(self, path: str, pack_id: str, version: int) -> Offer | None:
        """Return a release that was found on a drive."""
        offers = (offer for look in self._looks.values() if look.path == path for offer in look.offers)
        return next((one for one in offers if (one.pack_id, one.version) == (pack_id, version)), None)

    def find_root_source(self, path: str) -> str:
        """Return where on a drive its publisher's root lies: in the tree, or in a file where there is no tree."""
        sources = [
            offer.source for look in self._looks.values() if look.path == path for offer in look.offers
        ]
        in_a_tree = not sources or any(source.endswith(".json") for source in sources)
        return path if in_a_tree else sources[0]

    def close(self) -> None:
        """Look at nothing any more."""
        self._waiting.clear()
        self._looks.clear()
        if self._under_way is not None:
            self._under_way[1].close()
            self._under_way = None

    def _look_at_next(self) -> None:
        self._waiting = [key for key in self._waiting if key in self._looks]
        if self._under_way is None and self._waiting:
            key = self._waiting.pop(0)
            # What it brings of newer signatures and withdrawals is kept, whether or not anything is installed.
            words = ("pack", "inspect", key[0], "--learn", "--data", str(self._folder))
            task = TaskProcess(words, self._ask, lambda _: None, lambda record: self._end(key, record))
            self._under_way = (key, task)

    def _end(self, key: Key, record: Record | None) -> None:
        self._under_way = None
        look = self._looks.get(key)
        if look is not None:
            self._looks[key] = _describe(look, record)
            self._on_change()
        self._look_at_next()


def _describe(look: DriveLook, record: Record | None) -> DriveLook:
    if record is not None and "offers" in record:
        return parse_look(record, look)
    said = KioskError(**record["error"]) if record and "error" in record else _make_died(look.name)
    return replace(look, looking=False, publisher=None, offers=(), problem=said.format(), code=said.code)


def _make_died(name: str) -> KioskError:
    return KioskError(
        "The stick was not read",
        thing=name,
        found="a reader that ended before it was done",
        remedy="pull it out and plug it in again; if that does not help, run kiosk doctor",
        code="app.look-died",
    )
