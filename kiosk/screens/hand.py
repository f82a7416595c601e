"""A finger for rehearsals and tests: finds an item by its name and touches it with real events."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow


def find_item(root: QQuickItem, object_name: str) -> QQuickItem | None:
    """Return the first visible item called ``object_name`` below ``root``, delegates included, or None."""
    for item in root.childItems():
        if not item.isVisible():
            continue
        if item.objectName() == object_name:
            return item
        found = find_item(item, object_name)
        if found is not None:
            return found
    return None


def lay_out(root: QQuickItem) -> None:
    """Do now what the next frame would: nobody touches what is not in its place yet."""
    for child in root.childItems():
        if child.isVisible():
            child.ensurePolished()
            lay_out(child)


def reveal(item: QQuickItem) -> None:
    """Scroll every area around ``item`` so that it can be seen, as a visitor would before touching it."""
    area = item.parentItem()
    while area is not None:
        if area.inherits("QQuickFlickable"):
            _scroll_to(area, item)
        area = area.parentItem()


def tap_item(window: QQuickWindow, item: QQuickItem) -> None:
    """Press and release in the middle of ``item``."""
    place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
    for kind, held in (
        (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
        (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
    ):
        event = QMouseEvent(
            kind,
            place,
            window.mapToGlobal(place),
            Qt.MouseButton.LeftButton,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QCoreApplication.sendEvent(window, event)


def _scroll_to(area: QQuickItem, item: QQuickItem) -> None:
    content = area.property("contentItem")
    top = item.mapToItem(content, QPointF(0, 0)).y()
    height, seen_from = area.height(), float(area.property("contentY"))
    if top < seen_from or top + item.height() > seen_from + height:
        lowest = max(0.0, float(area.property("contentHeight")) - height)
        area.setProperty("contentY", min(lowest, max(0.0, top - (height - item.height()) / 2)))
