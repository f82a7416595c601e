"""Opens what NMEA sentences come from: a recording, a serial port or a named pipe; nothing else, and never for writing to."""

from __future__ import annotations

import errno
import os
import select
import stat
import termios
import tty
from pathlib import Path
from types import TracebackType
from typing import Self

from kiosk.model.errors import KioskError


class Port:
    """An open file, serial port or pipe, read without ever waiting longer than told.

    Attributes:
        is_recording: Whether it is a file with an end, to be shown at its own pace.
    """

    def __init__(self, handle: int, *, is_recording: bool) -> None:
        self._handle = handle
        self.is_recording = is_recording

    def read(self, most_bytes: int) -> bytes:
        """Return what is there now; b"" for nothing yet, and at the end of a recording.

        Raises:
            OSError: The device is gone.
        """
        try:
            data = os.read(self._handle, most_bytes)
        except BlockingIOError:
            return b""
        if not data and not self.is_recording:
            raise OSError(errno.ENODEV, "unplugged")
        return data

    def wait(self, wake: int, seconds: float) -> bool:
        """Wait until there is something to read, but no longer than told; return False as soon as ``wake`` is written to."""
        ready, _, _ = select.select([self._handle, wake], [], [], seconds)
        return wake not in ready

    def close(self) -> None:
        """Let go of it."""
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_port(path: Path, *, only_files: bool = False) -> Port:
    """Open a recording, a serial port or a named pipe.

    Args:
        path: Where it is. A serial port is read with the speed it is set to (``stty``); receivers on USB have none.
        only_files: Refuse what has no end.

    Raises:
        KioskError: ``place.no-receiver``.
    """
    try:
        kind = path.stat().st_mode
        if not (stat.S_ISREG(kind) or (not only_files and (stat.S_ISFIFO(kind) or stat.S_ISCHR(kind)))):
            raise _refuse(path, "something else")
        # A pipe that is also open for writing has no end when its writer goes; nothing is ever written.
        way = os.O_RDWR if stat.S_ISFIFO(kind) else os.O_RDONLY
        handle = os.open(path, way | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except (OSError, ValueError) as error:  # ValueError: a zero in the name
        raise _refuse(path, getattr(error, "strerror", None) or str(error)) from error
    port = Port(handle, is_recording=stat.S_ISREG(kind))
    if stat.S_ISCHR(kind) and not _make_raw(handle):
        port.close()
        raise _refuse(path, "something else")
    return port


def _make_raw(handle: int) -> bool:
    """Have a terminal give bytes as they come; return False for a device that is none."""
    try:
        tty.setraw(handle)
    except termios.error:
        return False
    return True


def _refuse(path: Path, found: str) -> KioskError:
    return KioskError(
        "No positions can be read",
        thing=str(path),
        expected="a recording of NMEA sentences, a serial port or a named pipe",
        found=found,
        remedy="plug the receiver in, or mend the setting position; stops are found by their labels meanwhile",
        code="place.no-receiver",
    )
