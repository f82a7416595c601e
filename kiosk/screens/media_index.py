"""The addresses by which QML shows the packs' pictures."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QUrl

from kiosk.screens.pack_images import HEAD_BYTES, find_format
from kiosk.screens.rooms import Library

MAX_KEPT = 256


class MediaIndex:
    """Knows where pictures are, by hash. All on the interface thread: no database connection is ever shared."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._urls: OrderedDict[str, str] = OrderedDict()

    def make_url(self, sha256: str) -> str:
        """Return a picture's address: its file where it is one, else our provider's; "" where there is none."""
        if not sha256:
            return ""
        url = self._urls.get(sha256)
        if url is None:
            url = self._find_url(sha256)
            if url:
                self._keep(sha256, url)
        return url

    def find_bytes(self, sha256: str) -> bytes | None:
        """Return a picture that the catalogue itself holds."""
        return self._library.media_bytes(sha256)

    def forget(self) -> None:
        """Ask anew from now on: after a pack was installed."""
        self._urls.clear()

    def _find_url(self, sha256: str) -> str:
        path = self._library.media_path(sha256)
        if path is not None:
            if not _is_picture(path):
                return ""
            return QUrl.fromLocalFile(str(path)).toString()
        return f"image://pack/{sha256}" if self._library.media_bytes(sha256) else ""

    def _keep(self, sha256: str, url: str) -> None:
        self._urls[sha256] = url
        while len(self._urls) > MAX_KEPT:
            self._urls.popitem(last=False)


def _is_picture(path: Path) -> bool:
    """Tell by its first bytes; a file that has gone meanwhile is no picture."""
    try:
        with path.open("rb") as file:
            return find_format(file.read(HEAD_BYTES)) is not None
    except OSError:
        return False
