"""The pictures and the one sentence, in each language in turn, that draw visitors near. From QML: ``Attract``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.languages import merge_languages
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Rooms
from kiosk.screens.wording import Wording

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

SENTENCE = str(QT_TRANSLATE_NOOP("Attract", "Everything here has a story"))
INVITATION = str(QT_TRANSLATE_NOOP("Attract", "Touch to begin"))


@QmlElement
@QmlSingleton
class Attract(QObject):
    """What is shown while nobody visits."""

    changed = Signal()

    def __init__(self, rooms: Rooms, media: MediaIndex, wording: Wording, default_language: str) -> None:
        super().__init__()
        self._rooms = rooms
        self._media = media
        self._wording = wording
        self._default_language = default_language

    @staticmethod
    def create(engine: QQmlEngine) -> Attract:
        """Hand QML the one object the shell made."""
        return get_models(engine).attract

    @Slot()
    def refresh(self) -> None:
        """Look again what there is: after a pack was installed."""
        self.changed.emit()

    def _pictures(self) -> list[str]:
        library = self._rooms.library
        urls = [
            self._media.make_url(sha256)
            for site in library.sites(self._default_language)
            for sha256 in library.attract_images(site.id, self._default_language)
        ]
        return [url for url in urls if url]

    def _sentences(self) -> list[dict[str, Any]]:
        """One entry a language that the interface speaks and some site tells in."""
        library = self._rooms.library
        tags = merge_languages(library.languages(site.id) for site in library.sites(self._default_language))
        spoken = [tag for tag in tags if self._wording.speaks(tag)] or [self._default_language]
        sites = {tag: library.sites(tag) for tag in spoken}
        return [
            {
                "tag": tag,
                "site": sites[tag][0].name if len(sites[tag]) == 1 else "",
                "sentence": self._wording.say(tag, "Attract", SENTENCE),
                "invitation": self._wording.say(tag, "Attract", INVITATION),
            }
            for tag in spoken
        ]

    pictures = Property(list, _pictures, notify=changed)
    sentences = Property(list, _sentences, notify=changed)
