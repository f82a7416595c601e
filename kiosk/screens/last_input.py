"""Whether a key or a finger came last: hints speak of what somebody has under their hands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtQuick import QQuickWindow

# A key that belongs to a shortcut comes as the second only.
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride})
_FINGERS = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})


class LastInput(QObject):
    """Watches what comes to a window, and lets all of it through."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__()
        self._window = window
        self._is_key = False
        window.installEventFilter(self)

    @property
    def is_key(self) -> bool:
        """Whether it was a key; a finger is taken for granted."""
        return self._is_key

    def close(self) -> None:
        """Watch no more."""
        self._window.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Note what it is."""
        kind = event.type()
        if kind in _KEYS or kind in _FINGERS:
            self._is_key = kind in _KEYS
        return super().eventFilter(watched, event)
