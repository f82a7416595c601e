"""Faults that can be measured on a page: clipped or elided words, small targets, things beyond the edge."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem

TARGET_PX = 56
TOLERANCE_PX = 1.5
MAY_BE_ELIDED = {"told-now"}


def find_faults(root: QQuickItem) -> list[str]:
    """Return what is wrong with what is shown below ``root``, in words."""
    window = QRectF(0, 0, root.width(), root.height())
    items = list(_walk(root, None))
    faults = [fault for item, area in items for fault in _judge(item, area, window)]
    return faults + _find_overlaps([item for item, _ in items])


def polish(root: QQuickItem) -> None:
    """Lay out what would wait for the next frame, without painting it."""
    for _ in range(2):
        for item, _area in _walk(root, None):
            item.ensurePolished()


def _walk(item: QQuickItem, area: QQuickItem | None) -> Iterator[tuple[QQuickItem, QQuickItem | None]]:
    """Yield visible items with the scrolling area each is in."""
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child, area
            yield from _walk(child, child if child.inherits("QQuickFlickable") else area)


def _judge(item: QQuickItem, area: QQuickItem | None, window: QRectF) -> Iterator[str]:
    rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    if item.inherits("QQuickText") and item.property("text"):
        yield from _judge_text(item, rect)
    elif _is_target(item):
        if min(rect.width(), rect.height()) < TARGET_PX:
            yield f"{_name(item)} is {rect.width():.0f} x {rect.height():.0f} px, too small to touch"
    else:
        return
    if rect.left() < -TOLERANCE_PX or rect.right() > window.right() + TOLERANCE_PX:
        yield f"{_name(item)} runs beyond the side: {rect.left():.0f} to {rect.right():.0f}"
    if area is None and (rect.top() < -TOLERANCE_PX or rect.bottom() > window.bottom() + TOLERANCE_PX):
        yield f"{_name(item)} runs beyond top or foot: {rect.top():.0f} to {rect.bottom():.0f}"


def _judge_text(item: QQuickItem, rect: QRectF) -> Iterator[str]:
    button = _button_of(item)
    name = button.objectName() if button else ""
    if item.property("truncated") and name not in MAY_BE_ELIDED:
        yield f"{_name(item)} is cut off"
    # A letter's tail may hang over by a tenth of its size, as some of Arabic's do; a word may not.
    overhang_px = max(TOLERANCE_PX, 0.1 * item.property("font").pixelSize())
    if item.property("contentWidth") > item.width() + overhang_px and not item.property("truncated"):
        yield f"{_name(item)} is wider than its place"
    if button is not None:
        within = button.mapRectToScene(QRectF(0, 0, button.width(), button.height()))
        grown = within.adjusted(-TOLERANCE_PX, -TOLERANCE_PX, TOLERANCE_PX, TOLERANCE_PX)
        if not grown.contains(rect):
            yield f"{_name(item)} stands out of its button {name!r}: {_say(rect)} in {_say(within)}"


def _find_overlaps(items: list[QQuickItem]) -> list[str]:
    targets = [item for item in items if _is_target(item) and not item.objectName().startswith("spot-")]
    faults = []
    for index, one in enumerate(targets):
        for other in targets[index + 1 :]:
            if _shared_area(one) is not _shared_area(other) or _pane_of(one) is not _pane_of(other):
                continue
            common = _scene(one).intersected(_scene(other))
            if common.width() > TOLERANCE_PX and common.height() > TOLERANCE_PX:
                faults.append(f"{_name(one)} and {_name(other)} lie over each other")
    return faults


def _is_target(item: QQuickItem) -> bool:
    kind = any(item.inherits(name) for name in ("QQuickAbstractButton", "QQuickSlider", "QQuickTextField"))
    return kind and item.isEnabled() and item.objectName() != "attract"


def _button_of(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and not parent.inherits("QQuickAbstractButton"):
        parent = parent.parentItem()
    return parent


def _shared_area(item: QQuickItem) -> QQuickItem | None:
    parent = item.parentItem()
    while parent is not None and not parent.inherits("QQuickFlickable"):
        parent = parent.parentItem()
    return parent


def _pane_of(item: QQuickItem) -> QQuickItem | None:
    """Return the pane over the page that an item is on: nothing below one can be touched through it."""
    parent = item.parentItem()
    while parent is not None and not parent.inherits("QQuickFocusScope"):
        parent = parent.parentItem()
    return parent


def _scene(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _name(item: QQuickItem) -> str:
    words = str(item.property("text") or "")[:40]
    return f"{item.objectName() or item.metaObject().className().split('_')[0]} {words!r}"


def _say(rect: QRectF) -> str:
    return f"{rect.width():.0f} x {rect.height():.0f} at {rect.x():.0f}, {rect.y():.0f}"
