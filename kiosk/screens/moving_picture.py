"""What a :class:`~kiosk.screens.film_picture.FilmPicture` paints: the newest picture of something that moves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlAnonymous

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlAnonymous
class MovingPicture(QObject):
    """Tells of each new picture.

    Attributes:
        picture: The newest one; null before the first, and when nothing is shown.
    """

    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()

    def draw(self, picture: QImage) -> None:
        """Show another picture; a null one for none."""
        self.picture = picture
        self.drawn.emit()
