"""A second opinion: ZBar through pyzbar, guarded.

pyzbar has had no release since 2022. One structured-append symbol in view makes it raise and hides
the good label beside it; it guesses character sets wrongly; on Windows an odd symbol can end the
process. So it reads late, QR only, from luminance, and never on Windows.
"""

from __future__ import annotations

import sys
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

from kiosk.scanning.reader import Code, Corners

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

# Character sets ZBar takes UTF-8 for; undone by going back through them.
_MISTAKEN_FOR = ("shift_jis", "big5", "latin-1")


def is_pyzbar_usable() -> bool:
    """Tell whether ZBar can be loaded here and is safe to use (it is not on Windows)."""
    if sys.platform == "win32":
        return False
    try:
        import_module("pyzbar.pyzbar")  # which loads the shared library
    except (ImportError, OSError):
        return False
    return True


class PyzbarReader:
    """Reads with pyzbar where it is usable, else nothing; a picture it fails on counts as one without a code."""

    @cached_property
    def _is_usable(self) -> bool:
        # Looking for the library takes a while: at the first read, on the scanner's thread.
        return is_pyzbar_usable()

    def read(self, luminance: Plane) -> list[Code]:
        """Return the codes read; ZBar locates none that it cannot read."""
        if luminance.size == 0 or not self._is_usable:
            return []
        from pyzbar import pyzbar
        from pyzbar.pyzbar_error import PyZbarError

        height_px, width_px = luminance.shape
        pixels = (luminance.tobytes(), width_px, height_px)
        try:
            found = pyzbar.decode(pixels, symbols=[pyzbar.ZBarSymbol.QRCODE])
        except (PyZbarError, ValueError):
            # ValueError is what structured append comes out as.
            return []
        return [code for symbol in found if (code := _as_code(symbol)).is_read]


def repair_charset(text: str) -> str:
    """Return ``text``, undone where it is UTF-8 that was taken for an older character set."""
    if text.isascii():
        return text
    for charset in _MISTAKEN_FOR:
        try:
            return text.encode(charset).decode("utf-8")
        except UnicodeError:
            continue
    return text


def _as_code(symbol: Any) -> Code:
    text = repair_charset(symbol.data.decode("utf-8", errors="replace"))
    return Code(text=text, corners=_corners(symbol), reader="pyzbar")


def _corners(symbol: Any) -> Corners:
    points = [(float(point.x), float(point.y)) for point in symbol.polygon]
    if len(points) != 4:
        left, top, width, height = symbol.rect
        right, bottom = left + width, top + height
        points = [(left, top), (right, top), (right, bottom), (left, bottom)]
    a, b, c, d = points
    return (a, b, c, d)
