"""A text that can be followed word by word, with even lines: QML's TextEdit has no line height of its own."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QPoint, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickTextDocument

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Typesetting(QObject):
    """Sets ``text`` into a TextEdit's document with a line height and a space after each paragraph, in pixels.

    The characters in ``marked`` are underlined: the sentence being told, where nobody knows its words' times.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: QQuickTextDocument | None = None
        self._text = ""
        self._line_px = 0.0
        self._after_px = 0.0
        self._marked = (0, 0)

    def _set_document(self, document: QQuickTextDocument) -> None:
        self._document = document
        self._set()

    def _set_text(self, text: str) -> None:
        # A blank line between paragraphs is the author's; on the page it is a space. Each keeps its one
        # character, so that the places of words stay true.
        self._text = text
        self._marked = (0, 0)
        self._set()

    def _set_line_px(self, line_px: float) -> None:
        self._line_px = line_px
        self._format()

    def _set_after_px(self, after_px: float) -> None:
        self._after_px = after_px
        self._format()

    def _set(self) -> None:
        if self._document is not None:
            self._document.textDocument().setPlainText(self._text)
            self._format()
        self.changed.emit()

    def _format(self) -> None:
        if self._document is None or self._line_px <= 0:
            return
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        text = self._document.textDocument()
        block = text.begin()
        while block.isValid():
            form = QTextBlockFormat()
            form.setLineHeight(self._line_px if block.length() > 1 else self._after_px, fixed)
            QTextCursor(block).mergeBlockFormat(form)
            block = block.next()

    def _get_marked(self) -> QPoint:
        return QPoint(*self._marked)

    def _set_marked(self, marked: QPoint) -> None:
        end_of_text = self._document.textDocument().characterCount() - 1 if self._document else 0
        start, end = min(marked.x(), end_of_text), min(marked.y(), end_of_text)
        if self._document is None or (start, end) == self._marked:
            return
        for place, underlined in ((self._marked, False), ((start, end), True)):
            cursor = QTextCursor(self._document.textDocument())
            cursor.setPosition(place[0])
            cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setFontUnderline(underlined)
            cursor.mergeCharFormat(form)
        self._marked = (start, end)
        self.changed.emit()

    document = Property(QQuickTextDocument, lambda self: self._document, _set_document, notify=changed)
    text = Property(str, lambda self: self._text, _set_text, notify=changed)
    line_px = Property(float, lambda self: self._line_px, _set_line_px, notify=changed)
    after_px = Property(float, lambda self: self._after_px, _set_after_px, notify=changed)
    marked = Property(QPoint, _get_marked, _set_marked, notify=changed)
    """The characters underlined: x the first, y the one after the last."""
