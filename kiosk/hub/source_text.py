"""Files of a pack's source that the hub writes: marked as its own, whole or not at all, and never over somebody else's."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError

MARK: Final = "# Written by the hub, and written anew by it: what is changed here by hand is lost."


def format_text(text: str) -> str:
    """Return ``text`` as a TOML string: what JSON writes is one, but for the sign 127."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_own(path: Path, content: str) -> None:
    """Write ``content`` below the mark, over what the hub wrote before.

    Raises:
        KioskError: ``hub.file-not-ours`` where somebody else wrote the file, ``hub.source-not-written``.
    """
    refuse_foreign(path)
    write_bytes(path, f"{MARK}\n{content}".encode())


def refuse_foreign(path: Path) -> None:
    """See to it that a file is absent, or the hub's.

    Raises:
        KioskError: ``hub.file-not-ours``.
    """
    if not is_own(path) and path.exists():
        raise KioskError(
            "Nothing was written",
            thing=str(path),
            expected="no such file, or one that the hub wrote",
            found="a file without the hub's mark in its first line",
            remedy="Move it away, or choose another folder; what it holds can be added again below",
            code="hub.file-not-ours",
        )


def is_own(path: Path) -> bool:
    """Tell whether the hub wrote a file."""
    try:
        with path.open("rb") as file:
            return file.readline(200).rstrip(b"\r\n") == MARK.encode()
    except OSError:
        return False


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        KioskError: ``hub.source-not-written``.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(content)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise KioskError(
            "A file of the pack's source was not written",
            thing=str(path),
            expected="a folder that can be written to and has room",
            found=error.strerror or str(error),
            remedy="Choose another folder, or free space; then repeat it",
            code="hub.source-not-written",
        ) from error
