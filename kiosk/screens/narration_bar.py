"""The voice, which stays while the visitor wanders to other pages. From QML: ``NarrationBar``."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.narration.choose import Narration, choose_narration
from kiosk.narration.cues import Cue
from kiosk.narration.listening import EndReason, NarrationListener, NarrationState
from kiosk.narration.performance import Place
from kiosk.screens.bookmarks import Bookmarks
from kiosk.screens.engine import get_models
from kiosk.screens.heard_notes import HeardNotes
from kiosk.screens.languages import own_name
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.voice_wishes import VoiceWishes

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

LEAP_MS = 10_000
RESUMED_FOR_MS = 15_000
"""How long it is said that a story goes on where it was left, and its beginning offered."""

SHOW_EVERY_MS = 200
"""How far the voice goes on before the line that shows its place is drawn anew."""


@QmlElement
@QmlSingleton
class NarrationBar(QObject, NarrationListener):
    """Has told what the stop page shows, follows the voice, and lets the visit's log know what was heard.

    ``state`` is the narrator's: idle, preparing, playing, paused, ended or failed. ``remark`` is "" or what is out of
    the ordinary: ``no-sound`` (the device has none) or ``unplugged`` (the headphones are out, and it stands still).
    """

    changed = Signal()
    moved = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage, wishes: VoiceWishes) -> None:
        super().__init__()
        self._rooms = rooms
        self._narrator = rooms.narrator
        self._flow = flow
        self._stop = stop
        self._narration: Narration | None = None
        self._state = NarrationState.IDLE
        self._duration_ms = 0
        self._rate = wishes.rate
        self._bookmarks = Bookmarks()
        self._resumed_ms = -1
        self._remark = ""
        self._shown_ms = 0
        self._notes = HeardNotes(rooms.visit, rooms.narrator)
        rooms.narrator.add_listener(self)
        stop.to_be_told.connect(self._tell)
        wishes.rate_chosen.connect(self._take_rate)
        wishes.volume_chosen.connect(self._take_volume)
        self._take_volume(wishes.volume)

    @staticmethod
    def create(engine: QQmlEngine) -> NarrationBar:
        """Hand QML the one object the shell made."""
        return get_models(engine).bar

    @property
    def is_heard(self) -> bool:
        """Whether a narration is being told: nobody who listens is ever interrupted."""
        return self._state in (NarrationState.PLAYING, NarrationState.PREPARING)

    @property
    def is_paused(self) -> bool:
        """Whether a narration stands still and can go on."""
        return self._state is NarrationState.PAUSED

    def hush(self) -> None:
        """Stand still where something is told: another sound begins."""
        if self.is_heard:
            self._narrator.pause()

    def silence(self) -> None:
        """Stop, and forget what was told."""
        self._report()
        self._narrator.stop()
        self._bookmarks.clear()
        self._notes.forget()
        self._narration = None
        self._remark, self._resumed_ms = "", -1
        self.changed.emit()

    def close(self) -> None:
        """Fall silent and listen no more."""
        self.silence()
        self._narrator.remove_listener(self)

    def lapse(self) -> None:
        """Take it that the log has closed the stop: what is heard from here on is told to it anew."""
        self._notes.lapse()

    @Slot()
    def expect_tick(self) -> None:
        """Let the tick be heard now: the camera has recognised a stop, and its story waits for what is left of it."""
        if self._rooms.asides is not None:
            self._rooms.asides.tick()

    @Slot()
    def toggle(self) -> None:
        """Pause, go on, or tell it again from the beginning."""
        if self.is_heard:
            self._narrator.pause()
        elif self._state in (NarrationState.PAUSED, NarrationState.ENDED):
            self._plug_in()
            self._narrator.resume()
        else:
            self._tell()

    @Slot()
    def back(self) -> None:
        """Go back ten seconds."""
        self.go_to(self._narrator.position_ms - LEAP_MS)

    @Slot()
    def forward(self) -> None:
        """Go on by ten seconds; at the end of it, to the end."""
        self.go_to(self._narrator.position_ms + LEAP_MS)

    @Slot()
    def begin_again(self) -> None:
        """Tell it from its beginning: it went on from where it was left, and that is not wanted."""
        if self._narration is not None:
            self._bookmarks.take_out(self._narration)
        self._forget_resuming()
        self.go_to(0)
        if self._state is NarrationState.PAUSED:
            self.toggle()

    @Slot(float)
    def seek(self, share: float) -> None:
        """Go to a place, 0 the beginning to 1 the end."""
        self.go_to(round(min(1.0, max(0.0, share)) * self._narrator.duration_ms))

    def go_to(self, position_ms: int) -> None:
        """Go to a moment of the story; whether it goes on or stands still stays as it is."""
        self._report()
        self._narrator.seek_ms(position_ms)
        self._report()

    def narration_state(self, state: NarrationState) -> None:
        """Show what the voice does, and tell the log at which moment it went on or stood still."""
        self._state = state
        if state is NarrationState.PLAYING:
            self._notes.begin_again()
        self._report()
        self.changed.emit()

    def narration_told(self, narration: Narration) -> None:
        """Show who speaks now: it may be another voice than the one chosen first."""
        self._narration = narration
        self._notes.begin(narration, self._find_version(narration))
        self.changed.emit()

    def narration_moved(self, position_ms: int, duration_ms: int) -> None:
        """Show how far it is, five times a second at most."""
        if abs(position_ms - self._shown_ms) >= SHOW_EVERY_MS or position_ms == 0:
            self._shown_ms, self._duration_ms = position_ms, duration_ms
            self._report()
            self.moved.emit()
            if self._resumed_ms >= 0 and abs(position_ms - self._resumed_ms) > RESUMED_FOR_MS:
                self._forget_resuming()

    def narration_cues(self, cues: tuple[Cue, ...]) -> None:
        """Show the length, now better known."""
        del cues
        self._duration_ms = self._narrator.duration_ms
        self.moved.emit()

    def narration_ended(self, reason: EndReason, heard_ms: int) -> None:
        """Let the log know; it counts by itself how much was heard."""
        del heard_ms
        if reason is EndReason.FINISHED and self._narration is not None:
            self._bookmarks.take_out(self._narration)
            self._forget_resuming()
        self._notes.end(reason)

    def narration_no_sound(self) -> None:
        """Say that the words run without sound."""
        self._remark = "no-sound"
        self.changed.emit()

    def narration_sound_back(self) -> None:
        """Say no longer that there is no sound."""
        self._remark = ""
        self.changed.emit()

    def narration_output_lost(self) -> None:
        """Say why it stands still."""
        self._remark = "unplugged"
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        stop, text, journey = self._stop.stop, self._stop.text, self._flow.journey
        if stop is None or text is None or journey is None:
            return
        library, site_id = self._rooms.library, stop.card.site_id
        site = library.get_site(site_id, journey.language)
        self._leave()
        told = choose_narration(
            stop,
            journey.language,
            text.depth,
            site.fallback_language,
            self._rooms.can_speak,
            library.pronunciations(site_id, journey.language),
        )
        asides = self._rooms.asides
        start = self._bookmarks.find(told)
        self._shown_ms, self._resumed_ms = start.ms, -1
        after_ms = asides.tick_left_ms if asides is not None else 0
        self._narrator.tell(told, after_ms=after_ms, start=start)
        if start != Place():
            self._resumed_ms = self._narrator.position_ms
            self._report()  # what lies before it was heard another time
            self.changed.emit()

    def _find_version(self, narration: Narration) -> str:
        """Return which of two versions on trial is told; "" where none is, or not in the visitor's own language."""
        return "" if narration.is_fallback else self._stop.find_version(narration.stop_id, narration.depth)

    def _leave(self) -> None:
        """Remember where the story that is being told is left for another."""
        self._report()
        told, place = self._narration, self._narrator.place
        # What has not begun to be heard is left where it was left before.
        has_begun = self._state is not NarrationState.PREPARING or place != Place()
        if told is not None and has_begun and (self.is_heard or self.is_paused):
            self._bookmarks.put(told, place, self._narrator.duration_ms)
        self._remark = ""

    def _plug_in(self) -> None:
        """Take it that whoever goes on has seen that the headphones are out."""
        if self._remark == "unplugged":
            self._remark = ""

    def _forget_resuming(self) -> None:
        if self._resumed_ms >= 0:
            self._resumed_ms = -1
            self.changed.emit()

    @Slot(float)
    def _take_rate(self, rate: float) -> None:
        self._report()
        self._rate = rate
        self._narrator.set_rate(rate)
        self.changed.emit()

    @Slot(float)
    def _take_volume(self, volume: float) -> None:
        self._narrator.set_volume(volume)

    def _report(self) -> None:
        """Say where the voice is: dwell counts what was really heard."""
        self._notes.report(self._rate)

    def _say_voice(self) -> str:
        """Return in which language the voice speaks, where it is not the visitor's; "" where it is."""
        told = self._narration
        return own_name(told.language) if told and told.is_fallback and told.recording else ""

    state = Property(str, lambda self: str(self._state), notify=changed)
    playing = Property(bool, lambda self: self.is_heard, notify=changed)
    rate = Property(float, lambda self: self._rate, notify=changed)
    kind = Property(str, lambda self: str(self._narration.kind) if self._narration else "", notify=changed)
    language = Property(str, lambda self: self._narration.language if self._narration else "", notify=changed)
    other_language = Property(str, _say_voice, notify=changed)
    speaker = Property(
        str, lambda self: str(self._narration.speaker) if self._narration else "", notify=changed
    )
    """Whose voice it is: person, computer or nobody."""
    credit = Property(str, lambda self: self._narration.credit if self._narration else "", notify=changed)
    resumed = Property(bool, lambda self: self._resumed_ms >= 0, notify=changed)
    """Whether it was told just now from where it was left."""
    remark = Property(str, lambda self: self._remark, notify=changed)
    position_ms = Property(int, lambda self: self._narrator.position_ms, notify=moved)
    duration_ms = Property(int, lambda self: self._duration_ms, notify=moved)
