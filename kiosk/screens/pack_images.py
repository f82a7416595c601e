"""Pictures of content packs for QML: ``image://pack/<sha256>``, decoded off the interface thread."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

MAX_SIDE_PX = 2048
"""No picture is decoded larger than this on its longer side: a tablet's screen has no use for more."""

MAX_DECODED_MB = 128

_SHA256 = re.compile(r"[0-9a-f]{64}")


class PackImages(QQuickImageProvider):
    """Finds media by hash through ``find``, which is called on the thread that decodes (see :class:`MediaIndex`)."""

    def __init__(self, find: Callable[[str], Path | bytes | None]) -> None:
        super().__init__(
            QQmlImageProviderBase.ImageType.Image,
            QQmlImageProviderBase.Flag.ForceAsynchronousImageLoading,
        )
        self._find = find

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:  # Qt's name
        """Return the decoded picture, or an empty image where there is none; ``size`` is set to its own size."""
        image = QImage()
        if _SHA256.fullmatch(name):
            image = decode(self._find(name), requested)
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image


def decode(source: Path | bytes | None, requested: QSize) -> QImage:
    """Decode a picture no larger than needed to cover ``requested`` (an invalid size asks for its own size)."""
    if source is None:
        return QImage()
    if isinstance(source, Path):
        return _read(QImageReader(str(source)), requested)
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return _read(QImageReader(buffer), requested)


def _read(reader: QImageReader, requested: QSize) -> QImage:
    # The content decides the format, not the name; the cap keeps a hostile picture from eating the memory.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    QImageReader.setAllocationLimit(MAX_DECODED_MB)
    own = reader.size()
    if not own.isValid():
        return QImage()
    wanted = _fit(own, requested, vector=_is_vector(reader))
    if wanted != own:
        reader.setScaledSize(wanted)
    return reader.read()


def _is_vector(reader: QImageReader) -> bool:
    return bytes(reader.format().data()).startswith(b"svg")


def _fit(own: QSize, requested: QSize, *, vector: bool) -> QSize:
    cap = QSize(MAX_SIDE_PX, MAX_SIDE_PX)
    fitted = own
    if requested.width() > 0 and requested.height() > 0:
        fitted = own.scaled(requested, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        if not vector and fitted.width() > own.width():
            fitted = own
    if fitted.width() > cap.width() or fitted.height() > cap.height():
        fitted = fitted.scaled(cap, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted
