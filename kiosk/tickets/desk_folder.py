"""A folder that the devices of one desk share: a file for each use of a ticket, named by its mark.

Creating a file that must not exist yet is the one act that is exclusive on every file system, on network shares too. A
ticket for a party has as many names as people, so it opens as many devices. A share that hangs must not hold anybody
up: each look at it has a thread of its own and two seconds; while one hangs, the desk counts as absent.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from kiosk.tickets.mark import is_mark, read_last_day, read_party

PATIENCE_S: Final = 2.0
TOKEN_BYTES: Final = 16
MOST_LISTED: Final = 200_000
_Answer = TypeVar("_Answer")


class DeskAnswer(StrEnum):
    """What the shared folder says of a ticket."""

    TAKEN = "taken"  # noted there for this device
    USED = "used"  # every name of the ticket is another device's
    ABSENT = "absent"  # the folder is not there, or cannot be written, or does not answer


class DeskFolder:
    """One folder on a shared drive or a stick. It is never made: an empty mount point must not be taken for it.

    Args:
        path: The folder.
        device: This device's id: what it wrote itself is its own, after a power cut too.
        patience_s: How long one look may take.
    """

    def __init__(self, path: Path, device: str, *, patience_s: float = PATIENCE_S) -> None:
        self._path = path
        self._token = make_token(device)
        self._patience_s = patience_s
        self._hanging: threading.Thread | None = None

    def claim(self, mark: str, *, again: bool = False) -> DeskAnswer:
        """Note a use of a ticket in the folder.

        Args:
            mark: Its mark.
            again: Whether this device was cut off while it did so before: a file without content is its own then.
        """
        answer = self._within_patience(lambda: _claim(self._path, mark, self._token, again=again))
        return DeskAnswer.ABSENT if answer is None else answer

    def forget_over(self, earliest: date) -> None:
        """Remove the files of tickets whose last day was before ``earliest``."""
        self._within_patience(lambda: _forget_over(self._path, earliest))

    def is_there(self) -> bool:
        """Tell whether the folder answers."""
        return self._within_patience(self._path.is_dir) is True

    def _within_patience(self, look: Callable[[], _Answer]) -> _Answer | None:
        if self._hanging is not None and self._hanging.is_alive():
            return None
        answers: list[_Answer] = []

        def work() -> None:
            with suppress(OSError):
                answers.append(look())

        self._hanging = threading.Thread(target=work, name="ticket-desk", daemon=True)
        self._hanging.start()
        self._hanging.join(self._patience_s)
        return answers[0] if answers else None


def make_token(device: str) -> bytes:
    """Return what a device writes into its files: it knows them again, and nobody learns its id."""
    digest = hashlib.sha256(b"heritage-kiosk-desk\n" + device.encode()).hexdigest()
    return digest[:TOKEN_BYTES].encode("ascii")


def _claim(folder: Path, mark: str, token: bytes, *, again: bool) -> DeskAnswer:
    for place in range(1, read_party(mark) + 1):
        path = folder / f"{mark}-{place:02}"
        try:
            _create(path, token)
        except FileExistsError:
            if _is_own(path, token, again=again):
                return DeskAnswer.TAKEN
        else:
            return DeskAnswer.TAKEN
    return DeskAnswer.USED


def _create(path: Path, token: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        os.write(descriptor, token)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    with suppress(OSError):  # when a ticket was used is nobody's business
        os.utime(path, (0, 0))


def _is_own(path: Path, token: bytes, *, again: bool) -> bool:
    if path.is_symlink() or not path.is_file():  # no pipe is waited for
        return False
    with path.open("rb") as file:
        content = file.read(TOKEN_BYTES + 1)
    return content == token or (again and not content)


def _forget_over(folder: Path, earliest: date) -> None:
    with os.scandir(folder) as entries:
        for _count, entry in zip(range(MOST_LISTED), entries, strict=False):
            mark, _dash, place = entry.name.partition("-")
            if is_mark(mark) and place.isdecimal() and read_last_day(mark) < earliest:
                with suppress(OSError):
                    Path(entry.path).unlink()
