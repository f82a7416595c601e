"""Reads the screen aloud to visitors who do not see it. From QML: ``SelfVoice``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from shiboken6 import isValid

from kiosk.screens.accessible_things import Thing, find_thing_at, list_things, move, press
from kiosk.screens.engine import get_models
from kiosk.screens.hand import reveal
from kiosk.screens.last_input import LastInput
from kiosk.screens.look import Look
from kiosk.screens.rooms import Rooms
from kiosk.screens.two_fingers import TwoFingers
from kiosk.screens.visit_flow import VisitFlow
from kiosk.speech.sentences import split_sentences

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

SETTLE_MS = 400
"""How long a page may take to be laid out before it is read."""

ANSWER_MS = 250
"""When what came of a touch is looked at."""

WAIT_MS = 200
WAITS = 15
"""Right after the first touch the voices are still being looked for: so often is it tried again."""

PAGE_CHARACTERS = 500
"""Of a page no more than this is read unasked: whoever wants more goes through it thing by thing."""


@QmlElement
@QmlSingleton
class SelfVoice(QObject):
    """A cursor over the things of the page: each is said as it is met, and touching twice touches it.

    QML puts what was met into words (``met``, ``page_met``), since that is where words are translated, and has them said
    with :meth:`say`. The story stands still meanwhile (:class:`~kiosk.narration.asides.Asides`). Every choice is the
    visitor's own and forgotten with the visit.
    """

    changed = Signal()
    met = Signal(dict)
    """Something is under the cursor: role, name, description, language, chosen ("", "yes", "no"), enabled, share (-1: none), place, count."""
    page_met = Signal(dict)
    """Another page or question is there: its words, and how many things can be touched."""
    asked = Signal()
    """Two fingers were held still: toggle, unless staff are at work."""
    switched = Signal(bool)
    spoke = Signal()
    """Something is being said: somebody listens."""

    def __init__(self, rooms: Rooms, flow: VisitFlow, look: Look, mode: str = "offer") -> None:
        super().__init__()
        self._mode = mode if rooms.asides is not None else "off"
        self._fingers: TwoFingers | None = None
        self._last_input: LastInput | None = None
        self._is_noted = False
        self._was_visiting = False
        self._rooms = rooms
        self._flow = flow
        self._look = look
        self._window: QQuickWindow | None = None
        self._is_on = False
        self._was_active = False
        self._page = flow.shown
        self._item: QQuickItem | None = None
        self._said_of_item: tuple[str, bool | None] = ("", None)
        self._is_moving = False
        self._reads_after = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.read_page)
        self._answering = QTimer(self)
        self._answering.setSingleShot(True)
        self._answering.setInterval(ANSWER_MS)
        self._answering.timeout.connect(self._look_again)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAIT_MS)
        self._waiting.timeout.connect(self._try_again)
        self._waits_left = WAITS
        self._unsaid: tuple[list[str], str] = ([], "")
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> SelfVoice:
        """Hand QML the one object the shell made."""
        return get_models(engine).self_voice

    @property
    def is_on(self) -> bool:
        """Whether the screen is read aloud."""
        return self._is_on

    def watch(self, window: QQuickWindow) -> None:
        """Read this window when asked to."""
        self._window = window
        window.activeFocusItemChanged.connect(self._follow_focus)
        if self._mode != "off":
            self._fingers = TwoFingers(window)
            self._fingers.held.connect(self.asked)
            self._last_input = LastInput(window)

    @Slot()
    def toggle(self) -> None:
        """Read the screen aloud from now on, or no more. Before a visit it begins one."""
        if self._is_on:
            self._switch(False)
        elif self._mode != "off":
            self._flow.begin()
            if not self._is_on:  # where every visit begins so, this one just has
                self._switch(True)

    def forget(self) -> None:
        """Leave nothing of a visit: the next visitor's screen is silent."""
        if self._is_on:
            self._switch(False)

    def close(self) -> None:
        """Fall silent, and let go of the window."""
        self.forget()
        if self._fingers is not None:
            self._fingers.close()
            self._fingers = None
        if self._last_input is not None:
            self._last_input.close()
            self._last_input = None
        if self._window is not None:
            self._window.activeFocusItemChanged.disconnect(self._follow_focus)
            self._window = None

    @Slot()
    def read_page(self) -> None:
        """Say what the page is about, and how much there is to touch."""
        things = self._list()
        if not things:
            return
        words, left = [], PAGE_CHARACTERS
        titles = [thing for thing in things if thing.role == "heading"]
        for thing in (*titles, *(thing for thing in things if thing.role == "text")):
            if (left := left - len(thing.name)) >= 0:
                words.append(thing.name)
        count = sum(thing.is_touchable for thing in things)
        self.page_met.emit({"words": words, "count": count})

    @Slot(float, float)
    def touch_at(self, x: float, y: float) -> None:
        """Meet what lies under a finger (px of the window); the same thing is said once."""
        thing = find_thing_at(self._list(), QPointF(x, y))
        if thing is not None and thing.item is not self._item:
            self._meet(thing)

    @Slot(int)
    def step(self, by: int) -> None:
        """Meet the next thing (1) or the one before (-1); at either end the same again."""
        things = self._list()
        if not things:
            return
        here = self._find_place(things)
        last = len(things) - 1
        there = (0 if by > 0 else last) if here is None else min(last, max(0, here + by))
        self._meet(things[there], things)

    @Slot()
    def touch(self) -> None:
        """Do what touching the thing under the cursor does, and say what has become of it."""
        item = self._get_item()
        if item is not None and press(item):
            self._answering.start()

    @Slot(int)
    def adjust(self, by: int) -> None:
        """Move the slider under the cursor on (1) or back (-1); anything else is left as it is."""
        item = self._get_item()
        if item is not None and move(item, by):
            self._answering.start()

    @Slot(str)
    @Slot(str, str)
    def say(self, words: str, language: str = "") -> None:
        """Say some words, in the interface's language or another, in place of those said before."""
        if self._is_on and self._rooms.asides is not None and words.strip():
            pieces = [words[start:end] for start, end in split_sentences(words)]
            self._waits_left = WAITS
            self._say_rest(pieces, language or str(self._look.language))

    @Slot()
    def read_question(self) -> None:
        """Say the question that has come up over the page by itself."""
        if self._is_on:
            self._item = None
            self._settling.start(SETTLE_MS)

    @Slot(str)
    def introduce(self, words: str) -> None:
        """Say how all this works, and then what the page is about."""
        self._reads_after = True
        self.say(words)

    @Slot(str)
    def announce(self, words: str) -> None:
        """Say what has just come up on the screen by itself."""
        self.say(words)

    @Slot()
    def hush(self) -> None:
        """Fall silent for now; a story that stood still goes on."""
        if self._is_on and self._rooms.asides is not None:
            self._rooms.asides.hush()

    def _say_rest(self, pieces: list[str], language: str) -> None:
        asides = self._rooms.asides
        if not pieces and self._reads_after:
            self._reads_after = False
            self.read_page()
        if not pieces or not self._is_on or asides is None or self._is_listened_to():
            return
        self.spoke.emit()
        self._unsaid = (pieces, language)
        if self._waits_left and not self._rooms.can_speak(language):
            self._waits_left -= 1
            self._waiting.start()
            return
        self._waiting.stop()
        rest = pieces[1:]
        asides.say(pieces[0], language, lambda: self._say_rest(rest, language))

    def _is_listened_to(self) -> bool:
        """Tell whether the visitor speaks just now: words of the screen's would end the recording, and stand in it."""
        return self._rooms.recorder is not None and self._rooms.recorder.is_recording

    @Slot()
    def _try_again(self) -> None:
        self._say_rest(*self._unsaid)

    def _switch(self, is_on: bool) -> None:
        if is_on:
            self._was_active = QAccessible.isActive()
            # The names that are read are made for screen readers, and only while one is there.
            QAccessible.setActive(True)
        else:
            self.hush()
            for timer in (self._settling, self._answering, self._waiting):
                timer.stop()
            QAccessible.setActive(self._was_active)
        self._is_on = is_on
        self._item = None
        self.switched.emit(is_on)
        self._is_noted = False
        self._note_preference()
        self.changed.emit()

    def _note_preference(self) -> None:
        """Let the visit's log know once it is recorded, so that the site learns how many need this."""
        if self._is_on and not self._is_noted and self._flow.is_at_site:
            self._is_noted = True
            self._rooms.visit.set_preference("self-voicing", "on")

    def _list(self) -> list[Thing]:
        return list_things(self._window) if self._window is not None and self._is_on else []

    def _meet(self, thing: Thing, things: list[Thing] | None = None) -> None:
        self._reads_after = False
        self._item = thing.item
        self._said_of_item = (thing.name, thing.is_chosen)
        self._is_moving = True
        reveal(thing.item)
        if thing.is_touchable:
            thing.item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        self._is_moving = False
        self.changed.emit()
        if self._get_item() is not None:  # what the focus came to may have changed the page
            self.met.emit(_describe(thing, things if things is not None else self._list()))

    def _find_place(self, things: list[Thing]) -> int | None:
        return next((place for place, thing in enumerate(things) if thing.item is self._item), None)

    def _get_item(self) -> QQuickItem | None:
        """Return what is under the cursor; None where the page it was on has gone."""
        if self._item is not None and not isValid(self._item):
            self._item = None
        return self._item

    @Slot()
    def _look_again(self) -> None:
        """Say a thing anew that answers to another name than before, as Play and Pause do."""
        item = self._get_item()
        thing = next((thing for thing in self._list() if thing.item is item), None)
        if thing is None:
            return
        is_other = (thing.name, thing.is_chosen) != self._said_of_item
        if is_other or thing.role == "slider":
            self._meet(thing)

    @Slot()
    def _follow(self) -> None:
        is_visiting = self._flow.journey is not None
        if is_visiting and not self._was_visiting and self._mode == "on":
            self._switch(True)
        elif self._is_on and not is_visiting:
            self._switch(False)
        self._was_visiting = is_visiting
        self._note_preference()
        page = f"{self._flow.shown} {self._flow.asks_to_end}"
        if page != self._page:
            self._page = page
            self._item = None
            if self._is_on:
                self._settling.start(SETTLE_MS)

    @Slot()
    def _follow_focus(self) -> None:
        """Meet what the keyboard, or a switch, has come to."""
        if self._window is None or not self._is_on or self._is_moving:
            return
        item = self._window.activeFocusItem()
        thing = next((thing for thing in self._list() if thing.item is item), None)
        if thing is not None and thing.item is not self._item:
            self._meet(thing)

    available = Property(bool, lambda self: self._mode != "off", constant=True)
    on = Property(bool, lambda self: self._is_on, notify=changed)
    by_keys = Property(
        bool, lambda self: self._last_input is not None and self._last_input.is_key, notify=changed
    )
    """Whether a key was pressed last: hints then speak of keys."""
    item = Property(QQuickItem, lambda self: self._get_item(), notify=changed)
    """What is under the cursor, to be framed."""


def _describe(thing: Thing, things: list[Thing]) -> dict[str, Any]:
    touchable = [other.item for other in things if other.is_touchable]
    place = touchable.index(thing.item) + 1 if thing.item in touchable else 0
    return {
        "role": thing.role,
        "name": thing.name,
        "description": thing.description,
        "language": thing.language,
        "chosen": "" if thing.is_chosen is None else "yes" if thing.is_chosen else "no",
        "enabled": thing.is_enabled,
        "share": -1.0 if thing.share is None else thing.share,
        "place": place,
        "count": len(touchable),
    }
