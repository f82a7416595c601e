"""A text that can be followed word by word, with even lines: QML's TextEdit has no line height of its own."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Property, QObject, QPoint, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickTextDocument

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

AT_ONCE = 4_000
"""Characters that are set before the page is shown: more than any screen holds. A hundred thousand would take a second."""

BASELINE = 0.65
"""How far down a line's slot its letters stand, as a share: the signs above them need more room than those below."""

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


@QmlElement
class Typesetting(QObject):
    """Sets ``text`` into a TextEdit's document with a line height and a space after each paragraph, in pixels.

    What does not fit on a screen follows piece by piece, while the interface goes on. The characters in
    ``marked`` are underlined: the sentence being told, where nobody knows its words' times. All places are units of
    UTF-16.
    """

    changed = Signal()
    grown = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document: QQuickTextDocument | None = None
        self._text = ""
        self._line_px = 0.0
        self._after_px = 0.0
        self._marked = (0, 0)
        self._to_come: deque[str] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._add_more)

    @Slot(int, int, result=QRectF)
    def find_place(self, start: int, end: int) -> QRectF:
        """Return the slot of a word, in the TextEdit's pixels; empty where it runs over two lines or is not set yet.

        It is as high as a line, and its baseline stands at :data:`BASELINE` of it: whatever letters reach, slots of
        two lines never overlap.

        The letters themselves are asked, not the cursor: where the direction of writing changes beside a word, the
        cursor before or after it stands elsewhere.
        """
        if self._document is None or not 0 <= start < end:
            return QRectF()
        document = self._document.textDocument()
        block = document.findBlock(start)
        within = start - block.position(), end - 1 - block.position()
        if not block.isValid() or within[1] >= block.length():
            return QRectF()
        lines = [block.layout().lineForTextPosition(place) for place in within]
        if not lines[0].isValid() or lines[0].lineNumber() != lines[1].lineNumber():
            return QRectF()
        letters = [run.boundingRect() for run in lines[0].glyphRuns(within[0], end - start)]
        if not letters:
            return QRectF()
        above = document.documentLayout().blockBoundingRect(block).topLeft()
        left, right = min(one.left() for one in letters), max(one.right() for one in letters)
        baseline = above.y() + lines[0].y() + lines[0].ascent()
        return QRectF(above.x() + left, baseline - BASELINE * self._line_px, right - left, self._line_px)

    def _set_document(self, document: QQuickTextDocument) -> None:
        self._document = document
        # Nobody takes anything back here, and each mark would be kept for it.
        document.textDocument().setUndoRedoEnabled(False)
        self._set()

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self._set()

    def _set_line_px(self, line_px: float) -> None:
        self._line_px = line_px
        self._reset()

    def _set_after_px(self, after_px: float) -> None:
        self._after_px = after_px
        self._reset()

    def _reset(self) -> None:
        """Set it anew where it was set otherwise before; else all of what it takes is not known yet."""
        if self._document is not None and not self._document.textDocument().isEmpty():
            self._format(0)
            self.changed.emit()
        else:
            self._set()

    def _set(self) -> None:
        if self._document is None or self._line_px <= 0 or self._after_px <= 0:
            return
        self._marked = (0, 0)
        self._to_come = deque(_cut(self._text))
        self._document.textDocument().clear()
        self._add(self._to_come.popleft())
        if self._to_come:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    @Slot()
    def _add_more(self) -> None:
        if self._to_come:
            self._add(self._to_come.popleft())
            self.grown.emit()
        if not self._to_come:
            self._timer.stop()

    def _add(self, piece: str) -> None:
        """Add a piece at the end as one change, so that it is laid out once."""
        assert self._document is not None
        change = QTextCursor(self._document.textDocument())
        change.movePosition(QTextCursor.MoveOperation.End)
        before = change.position()
        change.beginEditBlock()
        change.setCharFormat(QTextCharFormat())
        change.insertText(piece)
        self._format(before)
        change.endEditBlock()

    def _format(self, begin: int) -> None:
        """Give the lines from a place on their height.

        A blank line between paragraphs is the author's; on the page it is a space. Each keeps its one character, so that
        the places of words stay true.
        """
        assert self._document is not None
        text = self._document.textDocument()
        line, space = QTextBlockFormat(), QTextBlockFormat()
        line.setLineHeight(self._line_px, _FIXED)
        space.setLineHeight(self._after_px, _FIXED)
        change = QTextCursor(text)
        change.beginEditBlock()
        change.setPosition(begin)
        change.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        change.mergeBlockFormat(line)
        block = text.findBlock(begin)
        while block.isValid():
            if block.length() == 1:
                QTextCursor(block).mergeBlockFormat(space)
            block = block.next()
        change.endEditBlock()

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


def _cut(text: str) -> list[str]:
    """Return a text in pieces that end with a paragraph, or where that is too long with a word."""
    pieces, begun = [], 0
    while len(text) - begun > AT_ONCE:
        end = text.find("\n", begun + AT_ONCE // 2, begun + 2 * AT_ONCE) + 1
        end = end or text.rfind(" ", begun, begun + AT_ONCE) + 1 or begun + AT_ONCE
        pieces.append(text[begun:end])
        begun = end
    return [*pieces, text[begun:]]
