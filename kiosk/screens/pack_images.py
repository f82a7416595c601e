"""Small pictures kept inside a catalogue, for QML: ``image://pack/<sha256>``.

Larger media are files, and QML reads those itself (see :class:`kiosk.screens.media_index.MediaIndex`): decoded on
Qt's own thread, in which no Python runs. A provider written in Python and called on that thread would wait for the
interpreter's lock while the interface thread, holding it, waits for the picture: both for ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

MAX_SIDE_PX = 2048
"""No picture is decoded larger than this on its longer side."""

MAX_DECODED_MB = 128

_FORMATS = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png"}
"""What packs hold, by its first bytes. Qt knows forty other kinds of picture; none of them is let near a decoder."""

HEAD_BYTES = max(map(len, _FORMATS))
_SHA256 = re.compile(r"[0-9a-f]{64}")


class PackImages(QQuickImageProvider):
    """Decodes on the interface thread what ``find`` gives for a hash: under 100 KB, about a millisecond."""

    def __init__(self, find: Callable[[str], bytes | None]) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        QImageReader.setAllocationLimit(MAX_DECODED_MB)
        self._find = find

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:  # Qt's name
        """Return the decoded picture, or an empty one where there is none; ``size`` is set to its own size."""
        data = self._find(name) if _SHA256.fullmatch(name) else None
        image = decode(data, requested) if data else QImage()
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def decode(data: bytes, requested: QSize) -> QImage:
    """Decode a picture no larger than needed to cover ``requested`` (an invalid size asks for its own)."""
    form = find_format(data)
    if form is None:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, form)
    own = reader.size()
    if not own.isValid():
        return QImage()
    wanted = _fit(own, requested)
    if wanted != own:
        reader.setScaledSize(wanted)
    return reader.read()


def find_format(head: bytes) -> bytes | None:
    """Return Qt's name of the format that a picture's first bytes tell, or None where it is none of a pack's."""
    return next((form for magic, form in _FORMATS.items() if head.startswith(magic)), None)


def _fit(own: QSize, requested: QSize) -> QSize:
    fitted = own
    if requested.width() > 0 and requested.height() > 0:
        covering = own.scaled(requested, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        fitted = covering if covering.width() < own.width() else own
    if max(fitted.width(), fitted.height()) > MAX_SIDE_PX:
        fitted = fitted.scaled(MAX_SIDE_PX, MAX_SIDE_PX, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted
