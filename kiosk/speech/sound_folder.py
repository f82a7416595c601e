"""Where workers lay down the sounds that they are asked for: in memory where there is such a folder."""

from __future__ import annotations

import itertools
import os
import tempfile
from pathlib import Path

# What a visitor has said aloud comes to no disk, and no disk is worn by it.
MEMORY_FOLDER = "/dev/shm"


class SoundFolder:
    """A folder of our own, made when it is first needed, and again when somebody has tidied it away."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._numbers = itertools.count(1)

    def make_path(self) -> Path:
        """Return a name that was never given before: no sound can be taken for another, whatever a worker does.

        Raises:
            OSError: No folder can be made.
        """
        if self._folder is not None and not Path(self._folder.name).is_dir():
            self.close()
        if self._folder is None:
            memory = MEMORY_FOLDER if os.access(MEMORY_FOLDER, os.W_OK) else None
            self._folder = tempfile.TemporaryDirectory(prefix="kiosk-speech-", dir=memory)
        return Path(self._folder.name) / f"utterance-{next(self._numbers)}.wav"

    def close(self) -> None:
        """Remove the folder; a later call makes another."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
