"""What staff may read of what went wrong: ``diary.log`` in the data folder, bounded, with nothing of a visitor's."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "diary.log"
MAX_FILE_BYTES = 512 * 1024


def open_diary(folder: Path) -> logging.Handler:
    """Write warnings and worse into the diary from now on; close it with :func:`close_diary`."""
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=MAX_FILE_BYTES, backupCount=1, encoding="utf-8", delay=True
    )
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    return handler


def close_diary(handler: logging.Handler) -> None:
    """Stop writing and close the file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
