"""A rehearsal's USB port: what is plugged in and out by the rehearsal's hand. A :class:`DriveWatch`."""

from __future__ import annotations

from pathlib import Path

from kiosk.packs.drives.drive import Drive, OnDrives


class HandDrives:
    """Tells of the folders that stand for sticks."""

    def __init__(self) -> None:
        self._drives: tuple[Drive, ...] = ()
        self._plugged = 0
        self._tell: OnDrives | None = None

    def start(self, on_drives: OnDrives) -> None:
        """See DriveWatch."""
        self._tell = on_drives
        on_drives(self._drives)

    def close(self) -> None:
        """See DriveWatch."""
        self._tell = None

    def plug_in(self, folder: Path) -> None:
        """Plug in the stick whose files are in ``folder``; it is called by the folder's name."""
        self._plugged += 1
        self._set((*self._drives, Drive(str(folder), folder.name, read_only=True, mounted=self._plugged)))

    def pull_out(self) -> None:
        """Pull out every stick."""
        self._set(())

    def _set(self, drives: tuple[Drive, ...]) -> None:
        self._drives = drives
        if self._tell is not None:
            self._tell(drives)
