"""What staff may read of what went wrong: ``diary.log`` in the data folder, bounded, with nothing of a visitor's."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "diary.log"
MAX_FILE_BYTES = 512 * 1024


class Diary(RotatingFileHandler):
    """A bounded file of warnings; what cannot be written there is not said elsewhere instead."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Leave the line out: on a full disk there is nowhere to say so, and the guide goes on."""
        del record


def open_diary(folder: Path) -> logging.Handler:
    """Write warnings and worse into the diary from now on; close it with :func:`close_diary`."""
    handler = Diary(folder / FILE_NAME, maxBytes=MAX_FILE_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def close_diary(handler: logging.Handler) -> None:
    """Stop writing and close the file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
