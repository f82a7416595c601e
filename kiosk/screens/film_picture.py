"""A film's picture on the screen: painted, since Qt's video item draws nothing in the software renderer."""

from __future__ import annotations

from PySide6.QtCore import Property, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.screens.moving_picture import MovingPicture

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FilmPicture(QQuickPaintedItem):
    """Shows the whole of the newest picture of what moves, as large as it fits."""

    show_changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._show: MovingPicture | None = None

    def paint(self, painter: QPainter) -> None:
        """Paint the newest picture, black around it."""
        painter.fillRect(self.boundingRect(), Qt.GlobalColor.black)
        picture = self._show.picture if self._show else QImage()
        if not picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._target(picture), picture)

    def _target(self, picture: QImage) -> QRectF:
        zoom = min(self.width() / picture.width(), self.height() / picture.height())
        width, height = picture.width() * zoom, picture.height() * zoom
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    @Slot()
    def _redraw(self) -> None:
        self.update()

    def _set_show(self, show: MovingPicture) -> None:
        self._show = show
        show.drawn.connect(self._redraw)
        self.show_changed.emit()
        self.update()

    show = Property(MovingPicture, lambda self: self._show, _set_show, notify=show_changed)
