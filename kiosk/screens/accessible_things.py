"""What of a window can be read aloud: its things in their reading order, from the names that screen readers are given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import isValid

MAX_THINGS = 1_000
"""More than any page has; a list of 20,000 stops makes only those of its rows that are in view."""

MAX_DEPTH = 60
_Role = QAccessible.Role
_ROLES = {
    _Role.Button: "button",
    _Role.Link: "button",
    _Role.ListItem: "button",
    _Role.PageTab: "choice",
    _Role.RadioButton: "choice",
    _Role.CheckBox: "switch",
    _Role.Slider: "slider",
    _Role.EditableText: "field",
    _Role.Heading: "heading",
    _Role.Graphic: "picture",
    _Role.StaticText: "text",
    _Role.ProgressBar: "text",
}
_READ_ONLY = frozenset({"heading", "picture", "text"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to read or to touch.

    Attributes:
        role: button, choice (one of several), switch, slider, field, heading, picture or text.
        name: What a screen reader calls it, never empty.
        description: More about it, "" for nothing.
        language: BCP 47 tag of the name, "" for the interface's.
        is_chosen: Of a choice or a switch whether it is; None of all else.
        is_enabled: Whether it can be touched now.
        share: Of a slider where it stands, 0 to 1; None of all else.
        item: The thing itself.
    """

    role: str
    name: str
    description: str
    language: str
    is_chosen: bool | None
    is_enabled: bool
    share: float | None
    item: QQuickItem

    @property
    def is_touchable(self) -> bool:
        """Tell whether something comes of touching it."""
        return self.role not in _READ_ONLY


def list_things(window: QQuickWindow) -> list[Thing]:
    """Return what can be read in ``window``, in reading order; of a question over the page only the question."""
    found = list(islice(_walk(_find_dialog(window, 0) or window, 0), MAX_THINGS))
    # A page may go while it is looked at, with whatever is asked of it.
    return [thing for thing in found if isValid(thing.item)]


def find_thing_at(things: list[Thing], place: QPointF) -> Thing | None:
    """Return the thing at a place of the window (scene coordinates, px), the smallest where several lie there."""
    under = [thing for thing in things if _holds(thing.item, place)]
    return min(under, key=lambda thing: thing.item.width() * thing.item.height(), default=None)


def press(item: QQuickItem) -> bool:
    """Do what a touch of ``item`` does; False where it takes none."""
    return _act(item, "Press") or _act(item, "Toggle")


def move(item: QQuickItem, by: int) -> bool:
    """Move a slider one step on (1) or back (-1); False where ``item`` is none."""
    return _act(item, "Increase" if by > 0 else "Decrease")


def _act(item: QQuickItem, action: str) -> bool:
    # The stub does not say that either may be missing.
    interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(item)
    actions = interface.actionInterface() if interface is not None else None
    if not actions or action not in actions.actionNames():
        return False
    actions.doAction(action)
    return True


def _walk(node: QObject, depth: int) -> Iterator[Thing]:
    # Qt deletes an interface with its thing: only things are kept, which tell when they are gone.
    interface = _ask(node)
    if interface is None or depth > MAX_DEPTH or interface.state().invisible:
        return
    children = _list_children(interface)
    role = _ROLES.get(interface.role())
    if role is not None:
        thing = _read(interface, role)
        if thing is not None:
            yield thing
        if role not in _READ_ONLY:
            return  # what a button consists of is said by its name
    for child in children:
        yield from _walk(child, depth + 1)


def _find_dialog(node: QObject, depth: int) -> QObject | None:
    interface = _ask(node)
    if interface is None or depth > MAX_DEPTH or interface.state().invisible:
        return None
    is_dialog = interface.role() == _Role.Dialog
    # The last one lies on top.
    for child in reversed(_list_children(interface)):
        found = _find_dialog(child, depth + 1)
        if found is not None:
            return found
    return node if is_dialog else None


def _ask(node: QObject) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(node) if isValid(node) else None


def _list_children(interface: QAccessibleInterface) -> list[QObject]:
    children = (interface.child(index) for index in range(interface.childCount()))
    things = (child.object() for child in children if child is not None)
    return [thing for thing in things if thing is not None]


def _read(interface: QAccessibleInterface, role: str) -> Thing | None:
    item, name = interface.object(), interface.text(QAccessible.Text.Name).strip()
    if not name or not isinstance(item, QQuickItem) or item.width() <= 0 or item.height() <= 0:
        return None
    state = interface.state()
    return Thing(
        role=role,
        name=name,
        description=interface.text(QAccessible.Text.Description).strip(),
        is_chosen=bool(state.checked) if role in ("choice", "switch") else None,
        is_enabled=not state.disabled,
        share=_read_share(item) if role == "slider" else None,
        language=str(item.property("tag") or ""),
        item=item,
    )


def _read_share(item: QQuickItem) -> float | None:
    position = item.property("position")
    return float(position) if isinstance(position, (int, float)) else None


def _holds(item: QQuickItem, place: QPointF) -> bool:
    if not item.mapRectToScene(QRectF(0, 0, item.width(), item.height())).contains(place):
        return False
    # What is scrolled out of its area is not there for a finger.
    return all(
        area.mapRectToScene(QRectF(0, 0, area.width(), area.height())).contains(place)
        for area in _areas_around(item)
    )


def _areas_around(item: QQuickItem) -> Iterator[QQuickItem]:
    area: QQuickItem | None = item.parentItem()
    while area is not None:
        if area.clip():
            yield area
        area = area.parentItem()
