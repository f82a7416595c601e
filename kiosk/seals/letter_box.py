"""A folder of sealed envelopes on a stick. The stick may be full, locked, torn out, or made by somebody hostile."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.seals.secret_file import read_secret, write_secret

MAX_NAMES: Final = 20_000
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LOCKED: Final = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class LetterBox:
    """The folder ``path`` below ``stick``; made at the first writing.

    Args:
        stick: Where the stick is mounted.
        path: The folders below it, one after another.
        names: Which files are letters; all others are none of ours and never touched.

    Raises:
        KioskError: ``seals.stick-absent`` where there is no such folder as ``stick``; ``seals.stick-strange`` where
            a link or a file stands in the place of a folder.
    """

    def __init__(self, stick: Path, path: tuple[str, ...], names: re.Pattern[str]) -> None:
        self._names = names
        if not stick.is_dir():
            raise _error(
                *("absent", stick, "no folder", "plug the stick in again, and see where it is mounted")
            )
        self._folder = stick
        for name in path:
            self._folder /= name
            _check_folder(self._folder)

    def list_names(self) -> list[str]:
        """Return the letters' names, sorted; at most 20,000 entries are looked at.

        Raises:
            KioskError: ``seals.stick-failed``.
        """
        try:
            with os.scandir(self._folder) as entries:
                names = [entry.name for entry, _ in zip(entries, range(MAX_NAMES), strict=False)]
        except FileNotFoundError:
            return []
        except OSError as error:
            raise make_stick_error(self._folder, error) from error
        return sorted(name for name in names if self._names.fullmatch(name))

    def read(self, name: str, most_bytes: int) -> bytes | None:
        """Return a letter, None where there is none; one that is no plain file or too long is empty.

        Raises:
            KioskError: ``seals.stick-failed``.
        """
        try:
            content = read_secret(self._folder / name, most_bytes)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.EINVAL, errno.EISDIR, errno.ENXIO):
                return b""
            raise make_stick_error(self._folder / name, error) from error
        return content if len(content) <= most_bytes else b""

    def write(self, name: str, content: bytes) -> None:
        """Put a letter there, whole or not at all: on the stick before it has its name.

        Raises:
            KioskError: ``seals.stick-full``, ``seals.stick-read-only``, ``seals.stick-failed``.
        """
        try:
            write_secret(self._folder / name, content)
        except OSError as error:
            raise make_stick_error(self._folder / name, error) from error

    def remove(self, name: str) -> None:
        """Take a letter away; one that is gone is gone.

        Raises:
            KioskError: ``seals.stick-read-only``, ``seals.stick-failed``.
        """
        try:
            (self._folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise make_stick_error(self._folder / name, error) from error


def make_stick_error(place: Path, error: OSError) -> KioskError:
    """Return the error for a stick that refused: full, locked, pulled out or out of order."""
    if error.errno in _FULL:
        return _error("full", place, "it is full", "make room there or take a larger stick, and repeat")
    if error.errno in _LOCKED:
        found = f"nothing may be written there ({error.strerror})"
        return _error("read-only", place, found, "slide the stick's lock open or take another, and repeat")
    found = error.strerror or str(error)
    return _error(
        "failed", place, found, "see whether the stick is plugged in, and repeat; else take another"
    )


def _check_folder(folder: Path) -> None:
    try:
        mode = folder.lstat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise make_stick_error(folder, error) from error
    if not stat.S_ISDIR(mode):
        found = "a link" if stat.S_ISLNK(mode) else "something that is no folder"
        raise _error("strange", folder, found, "take it off the stick, or take another stick")


def _error(reason: str, place: Path, found: str, remedy: str) -> KioskError:
    return KioskError(
        "The stick was not used",
        thing=str(place),
        found=found,
        remedy=f"{remedy}; nothing was lost",
        code=_CODES[reason],
    )


_CODES: Final = {
    "absent": "seals.stick-absent",
    "strange": "seals.stick-strange",
    "full": "seals.stick-full",
    "read-only": "seals.stick-read-only",
    "failed": "seals.stick-failed",
}
