"""Writes a file into an author's folder: whole or not at all, at any moment, and nowhere else."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kiosk.authoring.new_folder import say_not_written
from kiosk.packs.blobs import sync_folder

UNFINISHED = ".unfinished"


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in place of the one that is there.

    Raises:
        KioskError: ``authoring.not-written``.
    """
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    try:
        # A folder from elsewhere may have a link of that name, which leads out of it: never written through.
        unfinished.unlink(missing_ok=True)
        with unfinished.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise say_not_written(path, error) from error
