"""The paper keys of this device, read anew when the hub or staff have brought others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError
from kiosk.seals.places import PAPER_KEYS

if TYPE_CHECKING:
    from kiosk.seals.paper_keys import PaperKeys


class KeyShelf:
    """Reads ``seals/paper-keys.json`` of a data folder; quick where nothing changed, from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held: tuple[tuple[int, int], PaperKeys] | None = None

    def read(self) -> PaperKeys:
        """Return the keys, none where there are none.

        Raises:
            KioskError: ``seals.paper-keys-damaged``.
        """
        from kiosk.seals.paper_keys import PaperKeys, load_paper_keys

        try:
            status = (self._folder / PAPER_KEYS).stat()
        except OSError:
            return PaperKeys()
        version, held = (status.st_mtime_ns, status.st_size), self._held
        if held is None or held[0] != version:
            held = self._held = (version, load_paper_keys(self._folder))
        return held[1]


def take_key_file(folder: Path, file: Path | None) -> PaperKeys:
    """Keep the keys in ``file``, which is not trusted, as those of a data folder, and return them.

    Raises:
        KioskError: ``app.keys-not-taken`` where it is no such file; ``seals.not-kept``.
    """
    from kiosk.seals.paper_keys import MAX_BYTES, keep_paper_keys, parse_paper_keys
    from kiosk.seals.secret_file import read_secret

    try:
        if file is None:
            raise ValueError("no file")
        keys = parse_paper_keys(read_secret(file, MAX_BYTES))
    except (OSError, ValueError) as error:
        raise KioskError(
            "The keys were not taken",
            thing=str(file or ""),
            expected="a file that kiosk hub tickets keys --export wrote",
            found=getattr(error, "strerror", None) or str(error),
            remedy="Write it anew at the hub, and name it: kiosk staff keys FILE",
            code="app.keys-not-taken",
        ) from error
    keep_paper_keys(folder, keys)
    return keys
