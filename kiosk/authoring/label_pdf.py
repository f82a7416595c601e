"""Draws on the pages of a PDF in millimetres, and renders them again to be read.

The one file of authoring that knows Qt, which shapes Devanagari and Arabic.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QLoggingCategory, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextLayout,
)

from kiosk.authoring.label_box import Box
from kiosk.authoring.label_lettering import Lettering, Side
from kiosk.model.errors import KioskError
from kiosk.model.language import primary

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

RESOLUTION_DPI = 1200
PARTIAL = ".partial"
_DOTS_A_MM = RESOLUTION_DPI / 25.4
_SIDES = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.MIDDLE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
}
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
    "Oriya": ("or",),
    "Sinhala": ("si",),
    "Thai": ("th",),
    "Lao": ("lo",),
    "Khmer": ("km",),
    "Myanmar": ("my",),
    "Ethiopic": ("am", "ti"),
    "Georgian": ("ka",),
    "Armenian": ("hy",),
    "Thaana": ("dv",),
    "CJK SC": ("zh",),
    "CJK JP": ("ja",),
    "CJK KR": ("ko",),
}


class PdfCanvas:
    """Pages of one PDF. Every measure is in millimetres from the page's top left corner.

    A context: leaving it finishes the file.
    """

    def __init__(self, path: Path | QBuffer, title: str, page_mm: tuple[float, float]) -> None:
        # Shaping needs an application; it has to live as long as the fonts are drawn.
        self._application = QGuiApplication.instance() or QGuiApplication(["kiosk", "-platform", "offscreen"])
        # Qt warns of each font that lacks a script while it looks for one that has it; can_set tells what came of it.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
        self._path = path if isinstance(path, Path) else Path(title)
        self._page_mm = page_mm
        self._writer = QPdfWriter(str(path) if isinstance(path, Path) else path)
        self._writer.setTitle(title)
        self._writer.setCreator("kiosk pack labels")
        self._writer.setResolution(RESOLUTION_DPI)
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        self._writer.setPageSize(QPageSize(QSizeF(*page_mm), QPageSize.Unit.Millimeter, "", exact))
        self._writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self._painter = QPainter()
        self._has_page = False

    def __enter__(self) -> PdfCanvas:
        """Open the file.

        Raises:
            KioskError: ``authoring.sheet-not-written``.
        """
        if not self._painter.begin(self._writer):
            raise refuse_to_write(self._path, "the file cannot be opened for writing")
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Finish the file.

        Raises:
            KioskError: ``authoring.sheet-not-written``, where nothing else went wrong before.
        """
        is_whole = self._painter.end()
        # The file stays open as long as there is a writer, and an error's traceback would keep it.
        del self._painter, self._writer
        if not is_whole and kind is None:
            raise refuse_to_write(self._path, "the disk may be full")

    def new_page(self) -> None:
        """Begin a page; the first one, too."""
        if self._has_page:
            self._writer.newPage()
        self._has_page = True

    def fill(self, box: Box, grey: int = 0) -> None:
        """Fill a box whose edges are whole dots: what lies edge to edge leaves no hairline."""
        left, top, right, bottom = (
            round(edge * _DOTS_A_MM) for edge in (box.left, box.top, box.right, box.bottom)
        )
        self._painter.fillRect(left, top, right - left, bottom - top, QColor(grey, grey, grey))

    def line(
        self, begin: tuple[float, float], end: tuple[float, float], width_mm: float, grey: int = 0
    ) -> None:
        """Draw a straight line."""
        self._painter.setPen(QPen(QColor(grey, grey, grey), width_mm * _DOTS_A_MM))
        dots = [QPointF(x * _DOTS_A_MM, y * _DOTS_A_MM) for x, y in (begin, end)]
        self._painter.drawLine(*dots)

    def measure(self, text: str, width_mm: float, lettering: Lettering) -> tuple[float, float]:
        """Return the width and height that ``text`` takes, broken into lines of ``width_mm``."""
        self._painter.setFont(_make_font(lettering))
        room = _as_dots(Box(0, 0, width_mm, self._page_mm[1]))
        bounds = self._painter.boundingRect(room, _find_flags(lettering), text)
        return bounds.width() / _DOTS_A_MM, bounds.height() / _DOTS_A_MM

    def can_set(self, text: str, lettering: Lettering) -> bool:
        """Tell whether some font of this machine has each of the letters; others come out as empty boxes."""
        layout = QTextLayout("".join(filter(_is_seen, text)), _make_font(lettering))
        layout.beginLayout()
        while layout.createLine().isValid():
            pass
        layout.endLayout()
        return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())

    def write(self, text: str, box: Box, lettering: Lettering) -> None:
        """Write ``text`` into a box, in the middle of its height."""
        self._painter.setFont(_make_font(lettering))
        self._painter.setPen(QColor(lettering.grey, lettering.grey, lettering.grey))
        self._painter.drawText(_as_dots(box), _find_flags(lettering), text)


def draw_in_memory(title: str, page_mm: tuple[float, float], draw: Callable[[PdfCanvas], None]) -> bytes:
    """Return a PDF of one page that no disk has seen."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    with PdfCanvas(buffer, title, page_mm) as canvas:
        canvas.new_page()
        draw(canvas)
    return bytes(buffer.data().data())


def render_pages(pdf: Path, dots_per_inch: float) -> Iterator[Plane]:
    """Yield each page as a screen or a printer would show it: (height, width) bytes, white 255.

    Raises:
        KioskError: ``authoring.sheet-not-written`` where the file cannot be read again.
    """
    import numpy as np
    from PySide6.QtPdf import QPdfDocument  # not for those who only write: a running guide prints passes

    document = QPdfDocument()
    try:
        if document.load(str(pdf)) != QPdfDocument.Error.None_:
            raise refuse_to_write(pdf, "what was written cannot be read again; the disk may be full")
        for number in range(document.pageCount()):
            size = document.pagePointSize(number) * (dots_per_inch / 72)
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
        # What could not be loaded stays open as long as there is a document.
        del document


def refuse_to_write(out: Path, found: str) -> KioskError:
    """Return the refusal to write a sheet or a code's file."""
    name = out.name
    if name.endswith(PARTIAL):
        name = name.removeprefix(".").rsplit(".", 2)[0]  # what people know is the file that it was to become
    return KioskError(
        "The sheet was not written",
        thing=name,
        found=found,
        remedy="choose a folder that can be written to and has room",
        code="authoring.sheet-not-written",
    )


def _is_seen(letter: str) -> bool:
    """Tell whether a letter needs a shape of its own: marks of direction and of variation do not."""
    return (
        unicodedata.category(letter)[0] in "LMNPS" or "\ue000" <= letter <= "\uf8ff"
    ) and not 0xFE00 <= ord(letter) <= 0xFE0F


def _make_font(lettering: Lettering) -> QFont:
    scripts = [name for name, tags in SCRIPT_FAMILIES.items() if primary(lettering.language) in tags]
    font = QFont()
    font.setFamilies([f"{FAMILY} {name}" for name in scripts] + [FAMILY])
    font.setPixelSize(max(1, round(lettering.size_mm * _DOTS_A_MM)))
    font.setBold(lettering.is_bold)
    return font


def _find_flags(lettering: Lettering) -> int:
    # Without AlignAbsolute Arabic would exchange left and right.
    flags = _SIDES[lettering.side] | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    return flags.value | Qt.TextFlag.TextWordWrap.value


def _as_dots(box: Box) -> QRectF:
    return QRectF(*(side * _DOTS_A_MM for side in (box.left, box.top, box.width, box.height)))
