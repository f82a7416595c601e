"""Lays down a sound that is in memory as a file, since Qt plays files."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.speech.sound_folder import SoundFolder


class SmallSound:
    """One file at a time, in memory where there is such a folder."""

    def __init__(self) -> None:
        self._folder = SoundFolder()
        self._path: Path | None = None

    def write(self, data: bytes) -> Path:
        """Return a file with this sound; the one before is gone.

        Raises:
            KioskError: ``narration.unplayable``: there is no room for it.
        """
        try:
            if self._path is not None:
                self._path.unlink(missing_ok=True)
            # Somebody may have tidied the folder away: a guide runs for weeks.
            self._path = self._folder.make_path()
            self._path.write_bytes(data)
        except OSError as error:
            raise KioskError(
                "The sound cannot be played",
                code="narration.unplayable",
                thing="spoken words",
                found=str(error),
                remedy="make room on the device: kiosk doctor",
            ) from error
        return self._path

    def close(self) -> None:
        """Remove it."""
        self._folder.close()
