"""The letters that our own keys offer. From QML: ``Letters``; the keys themselves are ``LetterPad.qml``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.letter_layouts import (
    LATIN,
    TAGS,
    find_script,
    get_face,
    get_own_name,
    get_rows,
    list_ways,
    show_key,
)
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Letters(QObject):
    """What stands on the keys, by language: its own script first, then Latin, then those of the site's other languages."""

    def __init__(self, flow: VisitFlow) -> None:
        super().__init__()
        self._flow = flow

    @staticmethod
    def create(engine: QQmlEngine) -> Letters:
        """Hand QML the one object the shell made."""
        return get_models(engine).letters

    @Slot(str, result=list)
    def scripts(self, language: str) -> list[str]:
        """Return the scripts one can write with, the language's own first."""
        others = (find_script(tag) for tag in self._flow.tags())
        return list(dict.fromkeys((find_script(language), LATIN, *others)))

    @Slot(str, str, result=list)
    def rows(self, script: str, layer: str) -> list[list[dict[str, Any]]]:
        """Return the keys of a layer, row by row: what each writes (``sign``), what stands on it (``face``), in which font (``tag``)."""
        tag = TAGS[script]
        return [
            [{"sign": sign, "face": show_key(sign), "tag": tag} for sign in row]
            for row in get_rows(script, layer)
        ]

    @Slot(str, str, result=list)
    def layers(self, script: str, shown: str) -> list[dict[str, str]]:
        """Return the layers to go to from the one that is shown: ``layer`` and what stands on its key (``face``)."""
        return [
            {"layer": layer, "face": get_face(script, layer), "tag": TAGS[script]}
            for layer in list_ways(script, shown)
        ]

    @Slot(str, result="QVariantMap")
    def own_name(self, script: str) -> dict[str, str]:
        """Return what stands on the key that leads to a script (``face``), and in which font (``tag``)."""
        return {"face": get_own_name(script), "tag": TAGS[script]}
