"""Drives that a test plugs in and pulls; the same contract as the real watch (tests/contract/test_drive_watch.py)."""

from __future__ import annotations

from pathlib import Path

from kiosk.packs.drives.drive import Drive, OnDrives


class FakeDrives:
    """A :class:`~kiosk.packs.drives.drive.DriveWatch` over folders: ``plug`` and ``pull`` tell at once."""

    def __init__(self) -> None:
        self._drives: tuple[Drive, ...] = ()
        self._on_drives: OnDrives | None = None
        self._mounted = 100

    def start(self, on_drives: OnDrives) -> None:
        self._on_drives = on_drives
        on_drives(self._drives)

    def close(self) -> None:
        self._on_drives = None

    def plug(self, folder: Path, *, read_only: bool = False) -> str:
        """Plug in a drive that holds what is in ``folder``; return its path."""
        self._mounted += 1
        self._tell((*self._drives, Drive(str(folder), folder.name, read_only, self._mounted)))
        return str(folder)

    def pull(self, path: str) -> None:
        """Pull the drive at ``path``."""
        self._tell(tuple(drive for drive in self._drives if drive.path != path))

    def _tell(self, drives: tuple[Drive, ...]) -> None:
        self._drives = drives
        if self._on_drives is not None:
            self._on_drives(drives)
