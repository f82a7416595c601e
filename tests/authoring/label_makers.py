"""Labels for the tests of their sheets, and what a finished PDF says."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPdf import QPdfDocument

from kiosk.authoring.labels import Label
from kiosk.model.marker import format_marker

KEY = bytes(16)
TITLES = (("en", "The iron pillar"), ("hi", "लौह स्तंभ"), ("ar", "العمود الحديدي"))


def make_labels(
    count: int, host: str = "QUTB.EXAMPLE", titles: tuple[tuple[str, str], ...] = TITLES
) -> list[Label]:
    return [
        Label(
            format_marker(host, f"{number:08}", KEY),
            str(number + 1),
            titles,
            "The Qutb complex",
            "en",
            f"s{number}",
        )
        for number in range(count)
    ]


def read_pages(pdf: Path) -> list[str]:
    """Return the text of each page."""
    document = QPdfDocument()
    document.load(str(pdf))
    texts = [document.getAllText(page).text() for page in range(document.pageCount())]
    document.close()
    return texts


def measure_pages(pdf: Path) -> list[tuple[float, float]]:
    """Return each page's width and height in millimetres."""
    document = QPdfDocument()
    document.load(str(pdf))
    sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
    document.close()
    return [(size.width() * 25.4 / 72, size.height() * 25.4 / 72) for size in sizes]
