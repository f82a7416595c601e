"""Which file or bytes stand behind each picture that a page shows.

The library is asked on the interface thread, when a page is filled; the thread that decodes finds the answer here.
So no database connection is ever shared between threads.
"""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from kiosk.screens.rooms import Library

MAX_ENTRIES = 256


class MediaIndex:
    """Remembers the media that pages asked for lately, by hash."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: OrderedDict[str, Path | bytes] = OrderedDict()
        self._lock = Lock()

    def make_url(self, sha256: str) -> str:
        """Return the address QML shows this picture by; "" where the library does not have it."""
        if not sha256:
            return ""
        with self._lock:
            if sha256 in self._known:
                self._known.move_to_end(sha256)
                return f"image://pack/{sha256}"
        found = self._library.media_path(sha256) or self._library.media_bytes(sha256)
        if found is None:
            return ""
        with self._lock:
            self._known[sha256] = found
            while len(self._known) > MAX_ENTRIES:
                self._known.popitem(last=False)
        return f"image://pack/{sha256}"

    def find(self, sha256: str) -> Path | bytes | None:
        """Return what stands behind a picture that was asked for; may be called on any thread."""
        with self._lock:
            return self._known.get(sha256)
