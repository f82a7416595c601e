"""The camera's picture on the screen: painted, since Qt's video item draws nothing in the software renderer."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import Property, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.scanning.frame import Frame

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

FRAME_EVERY_MS = 66
PREVIEW_WIDTH_PX = 640
"""Wide enough to aim by, small enough to be scaled and painted 15 times a second on any tablet."""


class ShowsFrames(Protocol):
    """A view-model with a camera behind it: the visitor's, or the staff's on a round."""

    def latest_frame(self) -> Frame | None: ...


@QmlElement
class CameraPreview(QQuickPaintedItem):
    """Shows the newest frame, filling the item, while it is visible. It asks; the scanner is never held up."""

    source_changed = Signal()
    mirror_changed = Signal()
    seen = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._view: ShowsFrames | None = None
        self._image = QImage()
        self._seq = -1
        self._is_mirrored = False
        self.setOpaquePainting(True)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.visibleChanged.connect(self._follow)

    def paint(self, painter: QPainter) -> None:
        """Paint the newest frame so that it covers the item; mirrored for whoever looks into the camera."""
        if self._image.isNull():
            painter.fillRect(self.boundingRect(), Qt.GlobalColor.black)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._is_mirrored:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.drawImage(self._target(), self._image)

    def _target(self) -> QRectF:
        zoom = max(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * zoom, self._image.height() * zoom
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    @Slot()
    def _look(self) -> None:
        frame = self._view.latest_frame() if self._view else None
        if frame is None or frame.seq == self._seq:
            return
        self._seq = frame.seq
        self._image = make_image(frame)
        self.update()
        self.seen.emit()

    @Slot()
    def _follow(self) -> None:
        if self.isVisible() and self._view is not None:
            self._timer.start()
            self._look()
        else:
            self._timer.stop()
            # Nobody who comes after sees it; and the page's end frees the item but not this object of Python's.
            self._image, self._seq = QImage(), -1
            self.seen.emit()

    def _set_view(self, view: QObject) -> None:
        self._view = cast("ShowsFrames", view)
        self.source_changed.emit()
        self._follow()

    def _set_mirrored(self, mirrored: bool) -> None:
        if mirrored != self._is_mirrored:
            self._is_mirrored = mirrored
            self.mirror_changed.emit()
            self.update()

    mirrored = Property(bool, lambda self: self._is_mirrored, _set_mirrored, notify=mirror_changed)
    view = Property(QObject, lambda self: self._view, _set_view, notify=source_changed)
    has_picture = Property(bool, lambda self: not self._image.isNull(), notify=seen)


def make_image(frame: Frame) -> QImage:
    """Return a frame as a small picture in colour that owns its memory."""
    rgb = frame.rgb(PREVIEW_WIDTH_PX)
    height, width = rgb.shape[:2]
    return QImage(rgb.data, width, height, width * 3, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
