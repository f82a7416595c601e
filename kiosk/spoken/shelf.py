"""Recordings on the disk, from the visitor's "send" to the hub's word: files named by what is in them, nothing else.

While its visit runs, and until its message has left the visits' hands, a recording waits in ``spoken/held``: it can be
taken back, and no time of arrival at the hub tells whose it is. Then it lies in ``spoken`` until the hub has it. A file's
own times say nothing: they are all the same.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.spoken.opus import MAX_BYTES

FOLDER: Final = "spoken"
SUFFIX: Final = ".opus"
MOST_RECORDINGS: Final = 300
_HELD: Final = "held"
_NAME: Final = re.compile(r"[0-9a-f]{64}\.opus")


class SpokenShelf:
    """The recordings in one data folder; may be used from any thread, since every change is one rename or one removal."""

    def __init__(self, data_folder: Path) -> None:
        """Name the folder; it is made with the first recording."""
        self._sent = data_folder / FOLDER
        self._held = self._sent / _HELD

    @property
    def is_full(self) -> bool:
        """Tell whether as many wait as a device holds (300, some 80 MB): nobody has come for them for long."""
        return len(_list(self._sent)) + len(_list(self._held)) >= MOST_RECORDINGS

    def hold(self, content: bytes) -> str:
        """Put a recording down durably until its visit has become facts; return its SHA-256.

        Raises:
            KioskError: ``spoken.not-kept``: the disk refused, or the shelf is full.
        """
        if not content or len(content) > MAX_BYTES:
            raise _not_kept(f"{len(content):,} bytes")
        if self.is_full:
            raise _not_kept(f"{MOST_RECORDINGS} recordings that nobody has fetched")
        sha256 = hashlib.sha256(content).hexdigest()
        part = self._held / f"{sha256}.part"
        try:
            self._held.mkdir(parents=True, exist_ok=True)
            _write(part, content)
            part.replace(self._held / f"{sha256}{SUFFIX}")
            _sync_folder(self._held)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise _not_kept(error.strerror or str(error)) from error
        return sha256

    def release(self, sha256: str) -> None:
        """Let a held recording go to the hub; nothing happens where it is on its way, or gone.

        Raises:
            OSError: The disk refused.
        """
        path = self._held / f"{sha256}{SUFFIX}"
        if path.exists():
            path.replace(self._sent / path.name)
            _sync_folder(self._sent)

    def drop(self, sha256: str) -> None:
        """Remove a held recording: it was taken back, or was staff's. Nothing happens where it is not there.

        Raises:
            OSError: The disk refused.
        """
        (self._held / f"{sha256}{SUFFIX}").unlink(missing_ok=True)

    def keep_held(self, wanted: Collection[str]) -> None:
        """Remove what is held and not ``wanted``: left by a visit that a power cut ended. Call it while no visit runs.

        Raises:
            OSError: The disk refused.
        """
        for path in self._held.glob("*"):
            if path.name.removesuffix(SUFFIX) not in wanted:
                path.unlink(missing_ok=True)

    def list_waiting(self) -> tuple[str, ...]:
        """Return the SHA-256 of each recording that is to go to the hub, in an order that says nothing."""
        return _list(self._sent)

    def read(self, sha256: str) -> bytes | None:
        """Return a waiting recording; None where it is gone, or is not what its name says (it is removed then)."""
        path = self._sent / f"{sha256}{SUFFIX}"
        try:
            with path.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except OSError:
            return None
        if len(content) <= MAX_BYTES and hashlib.sha256(content).hexdigest() == sha256:
            return content
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return None

    def remove(self, sha256: str) -> None:
        """Remove a recording that the hub has.

        Raises:
            KioskError: ``spoken.not-kept`` where the disk refused; the hub is told of it once more.
        """
        try:
            (self._sent / f"{sha256}{SUFFIX}").unlink(missing_ok=True)
        except OSError as error:
            raise _not_kept(error.strerror or str(error)) from error


def _list(folder: Path) -> tuple[str, ...]:
    try:
        names = [entry.name for entry in os.scandir(folder)]
    except OSError:
        return ()
    return tuple(sorted(name.removesuffix(SUFFIX) for name in names if _NAME.fullmatch(name)))


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    # When somebody spoke is nobody's business: a device lent for an hour would tell who it was.
    os.utime(path, (0, 0))


def _sync_folder(folder: Path) -> None:
    # Windows cannot open folders, and needs no such call.
    with suppress(PermissionError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _not_kept(found: str) -> KioskError:
    return KioskError(
        "A visitor's recording was not kept",
        thing=FOLDER,
        found=found,
        remedy="Free space on the disk, and let the device reach its hub (or carry a stick): recordings wait for it",
        code="spoken.not-kept",
    )
