"""The app's own icons for QML in any colour: ``image://icon/<name>/<rrggbb>``."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QQmlImageProviderBase
from PySide6.QtQuick import QQuickImageProvider

_NAME = re.compile(r"(?P<name>[a-z0-9-]{1,40})/(?P<colour>[0-9a-fA-F]{6})")
_DRAWN_COLOUR = "#ffffff"
_PLAIN_PX = 48


class IconImages(QQuickImageProvider):
    """Draws an icon from ``folder`` with its white replaced by the colour asked for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(QQmlImageProviderBase.ImageType.Image)
        self._folder = folder

    def requestImage(self, name: str, size: QSize, requested: QSize) -> QImage:  # Qt's name
        """Return the icon; an unknown one is an empty picture, since its word stands beside it."""
        from PySide6.QtSvg import QSvgRenderer  # only now: the first page has no icon

        side = requested.width() if requested.width() > 0 else _PLAIN_PX
        image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        match = _NAME.fullmatch(name)
        path = self._folder / f"{match['name']}.svg" if match else None
        if match and path and path.is_file():
            drawn = path.read_text(encoding="utf-8").replace(_DRAWN_COLOUR, f"#{match['colour']}")
            painter = QPainter(image)
            QSvgRenderer(QByteArray(drawn.encode())).render(painter)
            painter.end()
        size.setWidth(side)
        size.setHeight(side)
        return image
