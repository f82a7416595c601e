"""A sheet of labels to print: A4 as PDF, four labels a page, cutting marks, every code read back.

The one file of authoring that knows Qt, which shapes Devanagari and Arabic.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtPdf import QPdfDocument

from kiosk.authoring.label_code import MODULE_MM, QUIET_MODULES, LabelCode, make_label_code
from kiosk.authoring.labels import Label
from kiosk.model.errors import KioskError
from kiosk.model.language import primary

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

PAGE_MM = QSizeF(210, 297)
CARD_MM = QSizeF(95, 135)
COLUMNS, ROWS = 2, 2
LEFT_MM = (PAGE_MM.width() - COLUMNS * CARD_MM.width()) / 2
TOP_MM = (PAGE_MM.height() - ROWS * CARD_MM.height()) / 2
MARK_MM = 4.0
EDGE_MM = 5.0
CODE_TOP_MM = 3.0
NUMBER_MM = 13.0
FOOT_MM = 8.0
RESOLUTION_DPI = 1200
READ_BACK_DPI = 150
TITLE_GAP_MM = 0.8
CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
LARGEST_TITLE_MM, SMALLEST_TITLE_MM = 5.2, 1.6
MOST_IN_ONE_COLUMN = 4
FAMILY = "Noto Sans"
# The script's own family first: Qt warns of, and sometimes misplaces, what it has to look for elsewhere.
SCRIPT_FAMILIES = {
    "Devanagari": ("hi", "mr", "ne", "sa", "kok"),
    "Arabic": ("ar", "fa", "ur", "ps", "sd"),
    "Bengali": ("bn", "as"),
    "Tamil": ("ta",),
    "Telugu": ("te",),
    "Kannada": ("kn",),
    "Malayalam": ("ml",),
    "Gujarati": ("gu",),
    "Gurmukhi": ("pa",),
    "Hebrew": ("he", "yi"),
}


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """What was written. ``module_mm`` is the side of a code's module in millimetres."""

    pages: int
    module_mm: float
    codes_read_back: int


def write_label_sheet(labels: Sequence[Label], out: Path) -> LabelSheet:
    """Write the labels to the PDF ``out``, once each code has been read from its pages.

    Raises:
        KioskError: ``authoring.no-labels``, ``authoring.label-unreadable`` or ``authoring.sheet-not-written``.
    """
    if not labels:
        raise KioskError(
            "No sheet was written",
            found="no stop",
            remedy="name a pack with stops",
            code="authoring.no-labels",
        )
    application = QGuiApplication.instance() or QGuiApplication(["kiosk", "-platform", "offscreen"])
    codes = [make_label_code(label.text) for label in labels]
    partial = out.with_name(f".{out.name}.{os.getpid()}.partial")
    try:
        partial.touch(exist_ok=False)
        pages = _Sheet(partial, out.stem).draw(labels, codes)
        _check_readable(partial, {label.text: label.number for label in labels})
        partial.replace(out)
    except OSError as error:
        raise _not_written(out, error.strerror or str(error)) from error
    finally:
        partial.unlink(missing_ok=True)
        del application  # it had to live until the last font was drawn
    return LabelSheet(pages, MODULE_MM, len(labels))


class _Sheet:
    """Draws one document. All sizes are millimetres, turned into dots only to draw."""

    def __init__(self, path: Path, title: str) -> None:
        self._path = path
        self._writer = QPdfWriter(str(path))
        self._writer.setTitle(title)
        self._writer.setCreator("kiosk pack labels")
        self._writer.setResolution(RESOLUTION_DPI)
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._dots = RESOLUTION_DPI / 25.4

    def draw(self, labels: Sequence[Label], codes: Sequence[LabelCode]) -> int:
        """Draw every label; return the number of pages."""
        painter = QPainter()
        if not painter.begin(self._writer):
            raise _not_written(self._path, "the file cannot be opened for writing")
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        a_page = COLUMNS * ROWS
        for position, (label, code) in enumerate(zip(labels, codes, strict=True)):
            row, column = divmod(position % a_page, COLUMNS)
            if row == column == 0:
                if position:
                    self._writer.newPage()
                self._draw_cutting_marks(painter)
            corner = QPointF(LEFT_MM + column * CARD_MM.width(), TOP_MM + row * CARD_MM.height())
            self._draw_label(painter, corner, label, code)
        if not painter.end():
            raise _not_written(self._path, "the disk may be full")
        return -(-len(labels) // a_page)

    def _draw_cutting_marks(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#808080"), 0.15 * self._dots))
        for column in range(COLUMNS + 1):
            x = LEFT_MM + column * CARD_MM.width()
            for row in range(ROWS + 1):
                y = TOP_MM + row * CARD_MM.height()
                painter.drawLine(self._point(x - MARK_MM / 2, y), self._point(x + MARK_MM / 2, y))
                painter.drawLine(self._point(x, y - MARK_MM / 2), self._point(x, y + MARK_MM / 2))

    def _draw_label(self, painter: QPainter, corner: QPointF, label: Label, code: LabelCode) -> None:
        self._draw_code(painter, corner, code)
        painter.setPen(QColor("black"))
        top = CODE_TOP_MM + code.side_mm
        self._write(painter, self._line(corner, top, NUMBER_MM), label.number, NUMBER_MM * 0.72, bold=True)
        top += NUMBER_MM
        room = QRectF(
            corner.x() + EDGE_MM,
            corner.y() + top,
            CARD_MM.width() - 2 * EDGE_MM,
            CARD_MM.height() - top - FOOT_MM,
        )
        self._write_titles(painter, room, label.titles)
        painter.setPen(QColor("#505050"))
        foot = self._line(corner, CARD_MM.height() - FOOT_MM, FOOT_MM / 2)
        self._write(painter, foot, label.site_name, 2.4, label.site_language)
        size = f"{label.text.removeprefix('HTTPS://')}  ·  module {MODULE_MM:.2f} mm  ·  correction {code.correction}"
        self._write(painter, self._line(corner, CARD_MM.height() - FOOT_MM / 2, FOOT_MM / 2), size, 1.9)

    def _draw_code(self, painter: QPainter, corner: QPointF, code: LabelCode) -> None:
        # Whole dots: a printer that has to round modules makes them uneven.
        dots = int(MODULE_MM * self._dots)
        left = round((corner.x() + CARD_MM.width() / 2) * self._dots) - dots * len(code.modules) // 2
        top = round((corner.y() + CODE_TOP_MM) * self._dots) + dots * QUIET_MODULES
        for row, modules in enumerate(code.modules):
            for start, length in _dark_runs(modules):
                painter.fillRect(left + start * dots, top + row * dots, length * dots, dots, QColor("black"))

    def _write_titles(self, painter: QPainter, room: QRectF, titles: Sequence[tuple[str, str]]) -> None:
        """Write the titles below one another, many of them two in a row, as large as they all fit."""
        columns = 1 if len(titles) <= MOST_IN_ONE_COLUMN else 2
        rows = [titles[start : start + columns] for start in range(0, len(titles), columns)]
        width = room.width() / columns
        text_mm = LARGEST_TITLE_MM
        heights = [self._measure(painter, row, width, text_mm) for row in rows]
        while sum(heights) > room.height() and text_mm > SMALLEST_TITLE_MM:
            text_mm *= 0.93
            heights = [self._measure(painter, row, width, text_mm) for row in rows]
        top = room.top()
        for row, height in zip(rows, heights, strict=True):
            for column, (language, title) in enumerate(row):
                self._write(
                    painter,
                    QRectF(room.left() + column * width, top, width, height),
                    title,
                    text_mm,
                    language,
                )
            top += height

    def _measure(
        self, painter: QPainter, row: Sequence[tuple[str, str]], width_mm: float, text_mm: float
    ) -> float:
        """Return the height of a row of titles in millimetres."""
        tallest = 0.0
        for language, title in row:
            painter.setFont(self._font(text_mm, language))
            bounds = painter.boundingRect(
                self._rect(QRectF(0, 0, width_mm, CARD_MM.height())), CENTRED, title
            )
            tallest = max(tallest, bounds.height() / self._dots + TITLE_GAP_MM)
        return tallest

    def _write(
        self,
        painter: QPainter,
        where: QRectF,
        text: str,
        text_mm: float,
        language: str = "",
        *,
        bold: bool = False,
    ) -> None:
        painter.setFont(self._font(text_mm, language, bold=bold))
        painter.drawText(self._rect(where), CENTRED, text)

    def _font(self, text_mm: float, language: str, *, bold: bool = False) -> QFont:
        scripts = [name for name, tags in SCRIPT_FAMILIES.items() if primary(language) in tags]
        font = QFont()
        font.setFamilies([f"{FAMILY} {name}" for name in scripts] + [FAMILY])
        font.setPixelSize(round(text_mm * self._dots))
        font.setBold(bold)
        return font

    def _line(self, corner: QPointF, top_mm: float, height_mm: float) -> QRectF:
        return QRectF(corner.x() + EDGE_MM, corner.y() + top_mm, CARD_MM.width() - 2 * EDGE_MM, height_mm)

    def _rect(self, mm: QRectF) -> QRectF:
        return QRectF(
            mm.x() * self._dots, mm.y() * self._dots, mm.width() * self._dots, mm.height() * self._dots
        )

    def _point(self, x_mm: float, y_mm: float) -> QPointF:
        return QPointF(x_mm * self._dots, y_mm * self._dots)


def _dark_runs(modules: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield start and length of each run of dark modules: one bar leaves no hairline between modules."""
    start = None
    for position, dark in enumerate((*modules, False)):
        if dark and start is None:
            start = position
        elif not dark and start is not None:
            yield start, position - start
            start = None


def _check_readable(pdf: Path, expected: dict[str, str]) -> None:
    """Render the pages as a screen or a printer would and read them with the guide's own reader."""
    from kiosk.scanning.zxing_reader import ZxingReader

    reader = ZxingReader()
    read = {code.text for page in _render_pages(pdf) for code in reader.read(page)}
    unread = [number for text, number in expected.items() if text not in read]
    if unread:
        raise KioskError(
            "The sheet was not written",
            thing=f"stop {unread[0]}",
            expected="every code to be read back from the page",
            found=f"{len(unread)} of {len(expected)} unreadable",
            remedy="shorten label_host in the pack: a shorter code has larger modules",
            code="authoring.label-unreadable",
        )


def _render_pages(pdf: Path) -> Iterator[Plane]:
    import numpy as np

    document = QPdfDocument()
    try:
        if document.load(str(pdf)) != QPdfDocument.Error.None_:
            raise _not_written(pdf, "what was written cannot be read again")
        for number in range(document.pageCount()):
            size = document.pagePointSize(number) * (READ_BACK_DPI / 72)
            drawn = document.render(number, size.toSize())
            page = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
            page.fill(QColor("white"))
            painter = QPainter(page)
            painter.drawImage(0, 0, drawn)
            painter.end()
            rows = np.frombuffer(page.constBits(), np.uint8).reshape(page.height(), page.bytesPerLine())
            yield rows[:, : page.width()].copy()
    finally:
        document.close()


def _not_written(out: Path, found: str) -> KioskError:
    return KioskError(
        "The sheet was not written",
        thing=out.name,
        found=found,
        remedy="choose a folder that can be written to and has room",
        code="authoring.sheet-not-written",
    )
