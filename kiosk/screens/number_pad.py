"""Typing a stop's number. From QML: ``NumberPad``."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import StopCard
from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.number_match import MAX_NUMBER, answer_number, list_letters
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_rows import make_row
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

_BETWEEN = "-."
"""What may stand between the letters and digits of a number."""


@QmlElement
@QmlSingleton
class NumberPad(QObject):
    """What was typed so far (digits always 0 to 9 inside, shown in those of the language).

    ``choices`` are the stops that the number may mean; with ``unknown`` set, stops with a number much like it.
    """

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._typed = ""
        self._unknown = ""
        self._choices: list[dict[str, Any]] = []
        self._letters: tuple[str, list[str]] = ("", [])
        self._is_spoken = False
        self._page = flow.shown
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> NumberPad:
        """Hand QML the one object the shell made."""
        return get_models(engine).pad

    @Slot(str, result=bool)
    def press(self, sign: str) -> bool:
        """Type one sign, of a key on the screen or of a keyboard in any script; False where it is none of a number's."""
        plain = _find_sign(sign)
        if not plain:
            return False
        if len(self._typed) < MAX_NUMBER:
            self._typed += plain
            self._say(plain)
        self._unknown, self._choices = "", []
        self.changed.emit()
        return True

    @Slot(str, result=bool)
    def begin(self, sign: str) -> bool:
        """Go to the pad with a digit typed on a keyboard; False where it is none."""
        if not _find_sign(sign).isdigit():
            return False
        self._flow.show("number")
        return self.press(sign)

    @Slot()
    def erase(self) -> None:
        """Take back the last sign."""
        self._typed = self._typed[:-1]
        self._unknown = ""
        self._say(" ".join(self._typed))
        self.changed.emit()

    @Slot()
    def forget(self) -> None:
        """Begin anew."""
        self._typed, self._unknown, self._choices = "", "", []
        self.changed.emit()

    @Slot()
    def go(self) -> None:
        """Open the stop of this number; where it may mean several, offer them; where none, say so kindly."""
        journey = self._flow.journey
        if journey is None or not self._typed:
            return
        library, typed = self._rooms.library, self._typed
        exact = library.find_by_number(journey.site_id, typed)
        if len(exact) == 1:
            self.choose(exact[0])
            return
        answer = answer_number(typed, exact, library.stop_cards(journey.site_id, journey.language))
        if len(answer.meant) == 1:
            self.choose(answer.meant[0].id)
        elif answer.meant:
            self._offer(answer.meant, "")
        else:
            self._rooms.visit.search_failed("number")
            self._offer(answer.near, typed)

    @Slot(str)
    def choose(self, stop_id: str) -> None:
        """Open one of the stops that bear the number."""
        self.forget()
        self._flow.open_stop(stop_id, "number")

    @Slot()
    def toggle_spoken(self) -> None:
        """Have each key said aloud from now on, for those who cannot see it, or no more."""
        self.be_spoken(not self._is_spoken)

    def be_spoken(self, is_spoken: bool) -> None:
        """Have each key said aloud, or none."""
        if self._is_spoken and not is_spoken and self._rooms.asides is not None:
            self._rooms.asides.hush()
        self._is_spoken = is_spoken
        self.changed.emit()

    @Slot(str)
    def say(self, words: str) -> None:
        """Say what the screen answers, where keys are said aloud too."""
        self._say(words)

    def forget_visitor(self) -> None:
        """Leave nothing of a visit: the next visitor has a silent pad."""
        self._is_spoken = False
        self._letters = ("", [])
        self.forget()

    def _offer(self, cards: Sequence[StopCard], unknown: str) -> None:
        self._unknown, self._typed = unknown, ""
        self._choices = [make_row(card, self._media) for card in cards]
        if self._choices and self._page != "number":
            self._page = "number"  # what is to be chosen from has its place there
            self._flow.show("number")
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Begin anew on each page."""
        if self._flow.shown != self._page:
            self._page = self._flow.shown
            self.forget()

    def _list_letters(self) -> list[str]:
        """Return the letters of the site's numbers; looked for once, where there is a pad to show them."""
        journey = self._flow.journey
        if journey is not None and journey.site_id != self._letters[0]:
            cards = self._rooms.library.stop_cards(journey.site_id, journey.language)
            self._letters = (journey.site_id, list_letters(cards))
        return self._letters[1]

    def _say(self, words: str) -> None:
        journey = self._flow.journey
        if self._is_spoken and words and journey is not None and self._rooms.asides is not None:
            self._rooms.asides.say(words, journey.language)

    typed = Property(str, lambda self: self._typed, notify=changed)
    unknown = Property(str, lambda self: self._unknown, notify=changed)
    choices = Property(list, lambda self: self._choices, notify=changed)
    letters = Property(list, _list_letters, notify=changed)
    spoken = Property(bool, lambda self: self._is_spoken, notify=changed)
    can_speak = Property(bool, lambda self: self._rooms.asides is not None, notify=changed)


def _find_sign(sign: str) -> str:
    """Return a sign as numbers are compared: a plain digit, a letter or what stands between; "" for any other."""
    if len(sign) != 1:
        return ""
    if sign.isdigit():
        return str(unicodedata.digit(sign))
    return sign if sign.isalpha() or sign in _BETWEEN else ""
