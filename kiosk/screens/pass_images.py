"""The code of the pass that is shown, for QML: ``image://pass/<number>``; one pixel a module, black on white."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 4
_LIGHT = b"\xff"
# A module is 1 where it is dark.
_SHADES = bytes.maketrans(b"\x00\x01", b"\xff\x00")


class PassImages(QQuickImageProvider):
    """Draws what ``find`` gives at that moment, on the interface thread: some milliseconds."""

    def __init__(self, find: Callable[[], str]) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self._find = find

    def requestImage(self, _name: str, size: QSize, _requested: QSize) -> QImage:  # Qt's name
        """Return the code with its white border; a single white pixel where there is none."""
        text = self._find()
        image = draw_code(text) if text else QImage(1, 1, QImage.Format.Format_RGB32)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def draw_code(text: str) -> QImage:
    """Return the QR code of a text at correction M, one pixel a module, with its quiet zone of four."""
    import segno

    rows = segno.make_qr(text, error="m", boost_error=False).matrix
    side = len(rows) + 2 * QUIET_ZONE
    above, beside = _LIGHT * (side * QUIET_ZONE), _LIGHT * QUIET_ZONE
    # In one piece: a call for each module takes longer than the code itself.
    shades = b"".join([above, *(beside + bytes(row).translate(_SHADES) + beside for row in rows), above])
    grey = QImage(shades, side, side, side, QImage.Format.Format_Grayscale8)
    return grey.convertToFormat(QImage.Format.Format_RGB32)
