"""The folder that holds everything this device keeps: made, checked and held by one program at a time."""

from __future__ import annotations

import fcntl
import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.model.errors import KioskError

LOCK_NAME = "in-use.lock"


class DataFolder:
    """The data folder, held for as long as this object is open.

    Attributes:
        path: Where packs, log and settings are written.
        given: The folder asked for; where it can be read, packs and settings may still come from it.
        problem: Why ``path`` is a temporary stand-in for the folder asked for; None when it is the real one.
            A stand-in is removed at :meth:`close`.
    """

    def __init__(self, path: Path, given: Path, problem: KioskError | None, lock: int) -> None:
        self.path = path
        self.given = given
        self.problem = problem
        self._lock = lock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder, so that another program may hold it."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1
            if self.problem is not None:
                import shutil  # with its compressors it is too large for the guide's start

                shutil.rmtree(self.path, ignore_errors=True)


def make_data_folder(path: Path) -> None:
    """Make the data folder where it is missing, for a command that does not hold it.

    Raises:
        KioskError: ``app.data-not-writable``.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _make_not_writable(path, error) from error


def _make_not_writable(path: Path, error: OSError) -> KioskError:
    return KioskError(
        "The data folder cannot be written",
        thing=str(path),
        found=error.strerror or str(error),
        remedy="Give this account the right to write there, or name another folder with --data",
        code="app.data-not-writable",
    )


def hold_data_folder(path: Path, *, stand_in: bool = False) -> DataFolder:
    """Make the data folder where it is missing, check that it can be written, and hold it.

    Args:
        path: The folder.
        stand_in: Whether a folder that cannot be written is replaced by a temporary one, so that
            visitors still have a guide; ``problem`` then says so to staff.

    Raises:
        KioskError: ``app.data-in-use`` when another program holds it; ``app.data-not-writable`` when it
            cannot be written and there is to be no stand-in.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        return DataFolder(path, path, None, _lock(path))
    except OSError as error:
        problem = _make_not_writable(path, error)
        if not stand_in:
            raise problem from error
    try:
        substitute = Path(tempfile.mkdtemp(prefix="heritage-kiosk-"))
    except OSError:
        raise problem from None  # nowhere at all can anything be written
    return DataFolder(substitute, path, problem, _lock(substitute))


def _lock(path: Path) -> int:
    descriptor = os.open(path / LOCK_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        raise KioskError(
            "The guide was not opened",
            thing=str(path),
            expected="a data folder that no other guide is using",
            found="another guide holding it",
            remedy="Close the other guide, or give this one a folder of its own with --data",
            code="app.data-in-use",
        ) from None
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
