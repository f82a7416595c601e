"""The words of what is told: which is being said, the way to each, how large they are wanted. From QML: ``Captions``."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Property, QObject, QPoint, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.narration.choose import Narration
from kiosk.narration.cues import Cue
from kiosk.narration.listening import NarrationListener, NarrationState
from kiosk.screens.engine import get_models
from kiosk.screens.followed_text import FollowedText, Marked
from kiosk.screens.narration_bar import NarrationBar
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

RETURN_WITHIN_MS = 15_000
"""How far the voice goes on after a leap before the way back to where it was is no longer offered."""

LONGEST_STEP_MS = 2_000
"""A voice tells its position several times a second; what is longer was leapt over."""


class CaptionMode(StrEnum):
    """How a visitor wants captions: not at all, below a page that does not show the words, or before all else."""

    OFF = "off"
    STRIP = "strip"
    LARGE = "large"


@QmlElement
@QmlSingleton
class Captions(QObject, NarrationListener):
    """Follows the voice through the text that the page shows, and leads to any sentence of it.

    ``word`` and ``sentence`` are places in the page's text, x the first unit of UTF-16 and y the one after the last;
    both are empty while the voice tells another text (a recording in another language than the page's).
    """

    told_changed = Signal()
    """Another text is told, or its sentences are better known."""
    word_changed = Signal()
    sight_changed = Signal()
    mode_changed = Signal()
    leapt = Signal()
    came_forward = Signal()
    """The words take over from the sound: the page is to show where they are."""

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage, bar: NarrationBar) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._stop = stop
        self._bar = bar
        self._narration: Narration | None = None
        self._text = FollowedText()
        self._marked = Marked()
        self._in_sight = True
        self._mode = self._logged_mode = CaptionMode.STRIP
        self._left_ms = -1
        self._at_ms = 0
        self._told_since_ms = 0
        rooms.narrator.add_listener(self)
        stop.depth_changed.connect(self._compare)
        flow.changed.connect(self._log_mode)

    @staticmethod
    def create(engine: QQmlEngine) -> Captions:
        """Hand QML the one object the shell made."""
        return get_models(engine).captions

    def forget(self) -> None:
        """Go back to captions as they are at first: the next visitor has not chosen any."""
        self._mode = self._logged_mode = CaptionMode.STRIP
        self._clear()
        self.mode_changed.emit()

    def close(self) -> None:
        """Listen no more."""
        self._rooms.narrator.remove_listener(self)

    @property
    def mode_now(self) -> CaptionMode:
        """How the visitor wants captions."""
        return self._mode

    @Slot(str)
    def choose(self, mode: str) -> None:
        """Take another form of captions, for the whole visit: off, strip or large."""
        if CaptionMode(mode) is not self._mode:
            self._mode = CaptionMode(mode)
            self._log_mode()
            self.mode_changed.emit()

    @Slot(int, result=QPoint)
    def find_sentence(self, unit: int) -> QPoint:
        """Return the sentence that holds a unit of the page's text; an empty range where none is known."""
        return QPoint(*self._text.place(self._text.find_cue(unit)))

    @Slot(int, int, result=QPoint)
    def find_beside(self, unit: int, by: int) -> QPoint:
        """Return the sentence so many after (before, where negative) the one that holds a unit; empty beyond the ends."""
        return QPoint(*self._text.place(self._text.find_cue(unit, by)))

    @Slot(int, result=bool)
    def go_to(self, unit: int) -> bool:
        """Tell on from the sentence that holds a unit of the page's text. Returns whether there is one."""
        cue = self._text.find_cue(unit)
        if cue is None:
            return False
        self._left_ms, self._told_since_ms = self._rooms.narrator.position_ms, 0
        self._bar.go_to(cue.start_ms)
        self.leapt.emit()
        return True

    @Slot(result=bool)
    def take_back(self) -> bool:
        """Go back to where the visitor was before the last leap. Returns whether there was one."""
        if self._left_ms < 0:
            return False
        left_ms, self._left_ms = self._left_ms, -1
        self._bar.go_to(left_ms)
        self.leapt.emit()
        return True

    def narration_told(self, narration: Narration) -> None:
        """Follow another text."""
        self._clear()
        self._narration = narration
        self._text = FollowedText(narration.text)
        self._compare()

    def narration_cues(self, cues: tuple[Cue, ...]) -> None:
        """Know its sentences better."""
        self._text.caption(cues)
        self.told_changed.emit()

    def narration_state(self, state: NarrationState) -> None:
        """Forget what is told no more."""
        if state is NarrationState.IDLE:
            self._clear()

    def narration_moved(self, position_ms: int, duration_ms: int) -> None:
        """Offer the way back from a leap for a while only."""
        del duration_ms
        step_ms, self._at_ms = position_ms - self._at_ms, position_ms
        if self._left_ms < 0:
            return
        self._told_since_ms += step_ms if 0 < step_ms < LONGEST_STEP_MS else 0
        if self._told_since_ms > RETURN_WITHIN_MS:
            self._left_ms = -1
            self.leapt.emit()

    def narration_caption(self, cue: int, word: int) -> None:
        """Mark the sentence or word being said."""
        self._marked = self._text.mark(cue, word)
        self.word_changed.emit()

    def narration_no_sound(self) -> None:
        """Let the words take over: there is no sound."""
        self.came_forward.emit()

    def narration_output_lost(self) -> None:
        """Let the words take over: the headphones are out."""
        self.came_forward.emit()

    @Slot()
    def _compare(self) -> None:
        """See whether the voice tells the very text that the page shows."""
        shown = self._stop.text.text if self._stop.text else ""
        self._text.compare(shown)
        self.told_changed.emit()

    def _clear(self) -> None:
        self._narration, self._text, self._marked, self._left_ms = None, FollowedText(), Marked(), -1
        self.told_changed.emit()
        self.word_changed.emit()
        self.leapt.emit()

    @Slot()
    def _log_mode(self) -> None:
        """Note the wish once the visit is recorded: it may be older."""
        if self._flow.is_at_site and self._mode is not self._logged_mode:
            self._logged_mode = self._mode
            self._rooms.visit.set_preference("captions", str(self._mode))

    def _set_in_sight(self, in_sight: bool) -> None:
        if in_sight != self._in_sight:
            self._in_sight = in_sight
            self.sight_changed.emit()

    caption = Property(str, lambda self: self._marked.caption, notify=word_changed)
    caption_word = Property(QPoint, lambda self: QPoint(*self._marked.caption_word), notify=word_changed)
    """The word within the caption."""
    word = Property(QPoint, lambda self: QPoint(*self._marked.word), notify=word_changed)
    sentence = Property(QPoint, lambda self: QPoint(*self._marked.sentence), notify=word_changed)
    """The sentence, where nobody knows its words' times."""
    follows = Property(bool, lambda self: self._text.is_shown, notify=told_changed)
    """Whether the voice tells the very text that the page shows."""
    language = Property(
        str, lambda self: self._narration.language if self._narration else "", notify=told_changed
    )
    mode = Property(str, lambda self: str(self._mode), notify=mode_changed)
    return_ms = Property(int, lambda self: self._left_ms, notify=leapt)
    """Where the visitor was before the last leap; -1 where none can be taken back."""
    in_sight = Property(bool, lambda self: self._in_sight, _set_in_sight, notify=sight_changed)
    """Whether the page shows the word being told: where it does not, a caption does."""
