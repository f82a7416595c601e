"""The visit pass on paper, where the site has a printer. Seen from QML as ``PassPaper``."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Property, QLocale, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.errors import KioskError
from kiosk.passes.media import Medium
from kiosk.passes.visit_pass import VisitPass
from kiosk.screens.engine import get_models
from kiosk.screens.pass_to_take import PassToTake
from kiosk.screens.rooms import Rooms
from kiosk.screens.visit_flow import VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

MOST_PAPERS = 3
"""A visit's: for a family, and not for a game."""
MOST_TRIES = 6
"""With a printer that fails."""
REST_MS = 1_500
"""So soon after a wish another touch is the same wish."""


@QmlElement
@QmlSingleton
class PassPaper(QObject):
    """One paper for each wish, printed elsewhere. ``state`` is "", printing, printed or failed; nothing outlives the visit."""

    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, take: PassToTake) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._take = take
        self._state = ""
        self._printed, self._tried, self._visit = 0, 0, 0
        self._wished_ms = -REST_MS
        flow.changed.connect(self._follow)
        take.changed.connect(self.changed)

    @staticmethod
    def create(engine: QQmlEngine) -> PassPaper:
        """Hand QML the one object the shell made."""
        return get_models(engine).pass_paper

    @Slot("QVariantMap")
    def print_out(self, words: dict[str, Any]) -> None:
        """Print the pass that is shown, once for all touches of one wish.

        ``words`` are the paper's: ``title``, ``above``, ``heading``, ``contents`` (lines; %1 stands for how many stops were
        seen, since a narrow paper may hold fewer), ``below`` (lines).
        """
        now_ms = self._rooms.clock.read().boot_ms
        press, held, key = self._rooms.press, self._take.held, self._take.key
        if not self._may_print() or now_ms - self._wished_ms < REST_MS:
            return
        if press is None or held is None or key is None:
            return
        self._wished_ms = now_ms
        self._tried += 1
        self._state = "printing"
        self.changed.emit()
        make = partial(_make_page, held, key, dict(words))
        press.print_out(make, partial(self._note, self._visit))

    def _may_print(self) -> bool:
        left = self._printed < MOST_PAPERS and self._tried < MOST_TRIES
        return self._state != "printing" and left

    def _note(self, visit: int, problem: KioskError | None) -> None:
        """Say how it went, to the visitor who wished it."""
        if visit != self._visit:
            return
        self._state = "printed" if problem is None else "failed"
        self._printed += problem is None
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        if self._flow.journey is not None or not self._tried:
            return
        self._visit += 1
        self._state, self._printed, self._tried = "", 0, 0
        self._wished_ms = -REST_MS
        if self._rooms.press is not None:
            self._rooms.press.let_go()
        self.changed.emit()

    offered = Property(bool, lambda self: self._rooms.press is not None, notify=changed)
    state = Property(str, lambda self: self._state, notify=changed)
    ready = Property(bool, lambda self: self._may_print(), notify=changed)


def _make_page(held: VisitPass, key: tuple[int, bytes], words: dict[str, Any], medium: Medium) -> bytes:
    """Draw the page, on the press's thread."""
    from kiosk.authoring.pass_paper import PaperWords, draw_pass

    said = PaperWords(
        language=held.language,
        title=str(words["title"]),
        above=str(words["above"]),
        heading=str(words["heading"]),
        contents=partial(_say_contents, tuple(map(str, words["contents"]))),
        below=tuple(map(str, words["below"])),
    )
    return draw_pass(held, key, said, medium)


def _say_contents(lines: tuple[str, ...], held: VisitPass) -> tuple[str, ...]:
    locale = QLocale(held.language)
    stops = locale.toString(sum(len(site.stops) for site in held.sites))
    return tuple(line.replace("%1", stops) for line in lines)
