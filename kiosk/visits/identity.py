"""Who this device is: a random number made at first boot, nothing of the maker's or a person's."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

FILE_NAME = "device-id"
_FORM = re.compile(r"[0-9a-f]{32}")


def load_device(data_folder: Path) -> str:
    """Return this device's id (32 hex digits), made and kept durably on first use.

    Where the folder cannot be written the id lasts for this process only: the visit goes on, and
    what could not be written could not be sent either.
    """
    path = data_folder / FILE_NAME
    with suppress(OSError, UnicodeDecodeError):  # absent or damaged: a new one is made below
        kept = path.read_text("ascii")[:64].strip()
        if _FORM.fullmatch(kept):
            return kept
    device = secrets.token_hex(16)
    with suppress(OSError):  # read-only or full: said by the log, which meets the same disk
        _keep(path, device)
    return device


def _keep(path: Path, device: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{FILE_NAME}.{os.getpid()}.new")
    with fresh.open("w", encoding="ascii") as file:
        file.write(device + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
