"""What a drawing (SVG) may fetch from outside itself: pictures that lie beside it, and nothing else.

A renderer opens whatever file an ``<image>`` names, anywhere on the disk. A source that came from elsewhere
could so put somebody's private picture into a pack.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

from kiosk.packs.names import FILE_NAME

MAX_SVG_BYTES = 8_000_000
# Elements that fetch what they name; all others only point into the drawing.
_FETCHING = frozenset({"image", "feImage"})


def check_links(text: str, folder: Path) -> None:
    """Refuse a drawing that names a file anywhere but in ``folder``, where it lies.

    Raises:
        ValueError: It does; the message names the file.
        xml.etree.ElementTree.ParseError: It is no XML.
    """
    for link in _find_links(text):
        if link.startswith(("#", "data:")):
            continue
        path = folder / link
        if not FILE_NAME.fullmatch(link) or path.is_symlink() or not path.is_file():
            raise ValueError(f"it shows {link[:80]!r}, which is no file beside it")


def list_links(path: Path) -> frozenset[str]:
    """Return the names of the files that the drawing ``path`` shows; none where it cannot be read or is too large."""
    try:
        if path.stat().st_size > MAX_SVG_BYTES:
            return frozenset()
        links = frozenset(_find_links(path.read_text("utf-8-sig")))
    except (OSError, ValueError, ElementTree.ParseError):
        return frozenset()
    return frozenset(link for link in links if not link.startswith(("#", "data:")))


def _find_links(text: str) -> Iterator[str]:
    for _, element in ElementTree.iterparse(io.BytesIO(text.encode("utf-8"))):
        if _local(element.tag) in _FETCHING:
            yield from (value.strip() for name, value in element.attrib.items() if _local(name) == "href")
        element.clear()


def _local(name: str) -> str:
    return name.rpartition("}")[2]
