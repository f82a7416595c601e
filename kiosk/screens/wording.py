"""The interface's own words in other languages: Qt translations, switched while the app runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

from kiosk.model.language import primary

SOURCE_LANGUAGE = "en"


class Wording:
    """Holds the translations in ``folder`` (``kiosk_<language>.qm``); English needs none."""

    def __init__(self, folder: Path) -> None:
        self._translators = dict(_load(folder))
        self._installed: QTranslator | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the interface speaks."""
        return (SOURCE_LANGUAGE, *self._translators)

    def speaks(self, language: str) -> bool:
        """Tell whether the interface speaks a language."""
        return primary(language) in self.languages

    def switch(self, language: str) -> None:
        """Speak ``language`` from now on, English where it is not translated; the engine retranslates after this."""
        self.close()
        translator = self._translators.get(primary(language))
        if translator is not None:
            QCoreApplication.installTranslator(translator)
            self._installed = translator

    def say(self, language: str, context: str, words: str) -> str:
        """Return one sentence in ``language`` whatever is spoken now; in English where it is not translated."""
        translator = self._translators.get(primary(language))
        return (translator.translate(context, words) if translator else "") or words

    def close(self) -> None:
        """Take the translation out of the application."""
        if self._installed is not None:
            QCoreApplication.removeTranslator(self._installed)
            self._installed = None


def _load(folder: Path) -> list[tuple[str, QTranslator]]:
    found = []
    for path in sorted(folder.glob("kiosk_*.qm")):
        translator = QTranslator()
        if translator.load(str(path)):
            found.append((path.stem.removeprefix("kiosk_"), translator))
    return found
