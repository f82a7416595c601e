"""The round of the labels: the camera on a staff page, each label scanned once. From QML: ``StaffRound``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.label_state import LabelRound
from kiosk.scanning.events import ScannerEvent, Settled
from kiosk.scanning.frame import Frame
from kiosk.screens.engine import get_staff
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Rooms
from kiosk.screens.staff.code_camera import CodeCamera
from kiosk.screens.staff.label_rows import NOTHING, make_stop_row
from kiosk.screens.staff.labels import StaffLabels

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "round"
MISSING_SHOWN = 12


@QmlElement
@QmlSingleton
class StaffRound(QObject):
    """Leads a round. The camera runs while its page is shown, and only then.

    ``camera`` is absent, off, starting, seeing or lost; ``problem`` is "" or why the last scan confirmed nothing, as
    :class:`LabelRound` has it, or ``several``.
    """

    changed = Signal()
    began = Signal()
    """A round is to be made: its page is to be shown."""
    scanned = Signal()
    """Somebody holds the camera to something: they are there, though nothing is touched."""

    def __init__(self, rooms: Rooms, labels: StaffLabels, media: MediaIndex) -> None:
        super().__init__()
        self._rounds = rooms.rounds
        self._camera = CodeCamera(rooms.make_scanner)
        self._labels = labels
        self._media = media
        self._sees_several = False
        self._ended: LabelRound | None = None
        self._camera.seen.connect(self._take)
        self._camera.changed.connect(self.changed)
        labels.changed.connect(self.changed)

    @staticmethod
    def create(engine: QQmlEngine) -> StaffRound:
        """Hand QML the one object the shell made."""
        return get_staff(engine).round

    def latest_frame(self) -> Frame | None:
        """Return the newest frame, or None where there is none."""
        return self._camera.latest_frame()

    def forget(self) -> None:
        """Switch the camera off, and forget how the last round ended; one under way goes on the next time."""
        self._ended = None
        self.close()

    def close(self) -> None:
        """Stop the scanner; its thread is gone afterwards."""
        self._camera.close()
        self._sees_several = False

    @Slot(str)
    def follow(self, page: str) -> None:
        """Have the camera on while the round's page is shown and a round is under way."""
        if page == PAGE and self._now is not None:
            self._camera.open()
        elif self._camera.is_on:
            self.close()
            self.changed.emit()

    @Slot()
    def begin(self) -> None:
        """Begin a round, or go on with the one under way."""
        if self._rounds is None or not self._labels.site_id:
            return
        self._ended = None
        self._rounds.begin_round(self._labels.site_id)
        self.began.emit()

    @Slot()
    def undo(self) -> None:
        """Take the last scan back: it is not the label that should hang here."""
        if self._rounds is not None:
            self._rounds.undo_scan()

    @Slot()
    def end(self) -> None:
        """End the round and show what came of it."""
        now = self._now
        if self._rounds is not None and now is not None:
            self._ended = now
            self.close()
            self._rounds.end_round()
            self.changed.emit()

    @property
    def _now(self) -> LabelRound | None:
        return self._rounds.current_round if self._rounds else None

    @Slot(object)
    def _take(self, event: ScannerEvent) -> None:
        if self._rounds is None:
            return
        self._sees_several = not isinstance(event, Settled)
        if isinstance(event, Settled):
            self._rounds.take_scan(event.code.text, event.code.label_spare)
            self.scanned.emit()

    def _find_state(self) -> str:
        return "ended" if self._ended else "under-way" if self._now else ""

    def _find_problem(self) -> str:
        now = self._now
        return "several" if self._sees_several else now.problem if now else ""

    def _make_last(self) -> dict[str, Any]:
        now = self._now
        return (
            make_stop_row(now.last, self._labels.list_cards(), self._media) if now and now.last else NOTHING
        )

    def _make_missing(self) -> list[dict[str, Any]]:
        now = self._ended or self._now
        if now is None:
            return []
        cards = self._labels.list_cards()
        return [make_stop_row(stop_id, cards, self._media) for stop_id in now.missing[:MISSING_SHOWN]]

    def _count(self, what: str) -> int:
        now = self._ended or self._now
        return len(getattr(now, what)) if now else 0

    state = Property(str, _find_state, notify=changed)
    camera = Property(str, lambda self: self._camera.state, notify=changed)
    mirrored = Property(bool, lambda self: self._camera.is_mirrored, notify=changed)
    problem = Property(str, _find_problem, notify=changed)
    last = Property(dict, _make_last, notify=changed)
    missing = Property(list, _make_missing, notify=changed)
    missing_count = Property(int, lambda self: self._count("missing"), notify=changed)
    confirmed_count = Property(int, lambda self: self._count("confirmed"), notify=changed)
