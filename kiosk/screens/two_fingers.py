"""Two fingers held still anywhere on the screen: a sign that needs no key and no sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QTouchEvent
from PySide6.QtQuick import QQuickWindow

HOLD_MS = 1_200
STILL_PX = 40
"""A finger that rests moves a little; one that has gone further draws a map apart, say."""

_TOUCHES = frozenset(
    {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}
)


class TwoFingers(QObject):
    """Watches a window's touches and lets all of them through, so that one finger works as ever.

    (QML's own area for several fingers keeps single touches from what lies below it.)
    """

    held = Signal()

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self._window = window
        self._began: dict[int, QPointF] = {}
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._tell)
        window.installEventFilter(self)

    def close(self) -> None:
        """Watch no more."""
        self._hold.stop()
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Count the fingers."""
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            down = sum(point.state() != point.State.Released for point in event.points())
            if event.type() is QEvent.Type.TouchCancel or down != 2:
                self._hold.stop()
                self._began.clear()
            elif not self._began:
                self._began = {point.id(): point.scenePosition() for point in event.points()}
                self._hold.start()
            elif self._has_moved(event):
                self._hold.stop()
        return super().eventFilter(watched, event)

    def _has_moved(self, event: QTouchEvent) -> bool:
        ways = (
            point.scenePosition() - self._began.get(point.id(), point.scenePosition())
            for point in event.points()
        )
        return any(way.manhattanLength() > STILL_PX for way in ways)

    def _tell(self) -> None:
        # What lies under the fingers is not touched when they are lifted.
        below = self._window.mouseGrabberItem()
        if below is not None:
            below.ungrabMouse()
        self.held.emit()
