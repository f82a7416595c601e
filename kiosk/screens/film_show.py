"""The films of the stop that is shown, and the one being watched. From QML: ``FilmShow``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import Film, FilmKind
from kiosk.model.language import primary
from kiosk.narration.cues import CueTrack
from kiosk.screens.credit_line import join_credit
from kiosk.screens.engine import get_models
from kiosk.screens.film_captions import name_speakers, read_captions
from kiosk.screens.languages import own_name
from kiosk.screens.moving_picture import MovingPicture
from kiosk.screens.narration_bar import NarrationBar
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.waiting_story import WaitingStory

if TYPE_CHECKING:
    from kiosk.screens.film_player import FilmPlayer

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

FILM_PAGE = "film"
LOOK_EVERY_MS = 33


@QmlElement
@QmlSingleton
class FilmShow(MovingPicture):
    """Shows a film on a page of its own. The voice is silent meanwhile, and goes on when the visitor comes back."""

    offers_changed = Signal()
    changed = Signal()
    moved = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage, bar: NarrationBar) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._stop = stop
        self._story = WaitingStory(bar)
        self._offers: list[Film] = []
        self._film: Film | None = None
        self._player: FilmPlayer | None = None
        self._track = CueTrack()
        self._caption = ""
        self._has_failed = False
        self._is_cut = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        stop.changed.connect(self._find_offers)
        flow.stop_opened.connect(self.close)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> FilmShow:
        """Hand QML the one object the shell made."""
        return get_models(engine).film

    @property
    def is_playing(self) -> bool:
        """Whether a film is being watched: nobody who watches is ever interrupted."""
        return self._player is not None and self._player.is_playing

    @Slot(int)
    def open(self, index: int) -> None:
        """Show one of the films on offer, from its beginning."""
        path = self._rooms.library.media_path(self._offers[index].sha256)
        if path is None:
            return
        from kiosk.screens.film_player import FilmPlayer

        self.close()
        self._story.interrupt(self._story.is_heard)
        self._film = self._offers[index]
        self._track = CueTrack(name_speakers(read_captions(self._film)))
        self._player = FilmPlayer(path, self._rooms.volume * self._rooms.narrator.volume)
        self._player.ended.connect(self._stand_still)
        self._player.failed.connect(self._fail)
        self._flow.show(FILM_PAGE)
        self._play()

    @Slot()
    def toggle(self) -> None:
        """Pause, go on, or show it again from the beginning."""
        if self.is_playing:
            self._stand_still()
        else:
            self._play()

    @Slot()
    def close(self) -> None:
        """Let go of the film; nothing of it is left."""
        self._story.forget()
        self._put_away()

    def fall_silent(self) -> None:
        """Stand still: something else is heard, the voice say."""
        if self.is_playing:
            self._stand_still()
            self._is_cut = True

    def go_on(self) -> None:
        """Go on after words that were said in between; not where the visitor paused it."""
        if self._is_cut:
            self._play()

    def _put_away(self) -> None:
        self._timer.stop()
        self._rooms.narrator.one_sound.give_back(self)
        if self._player is not None:
            self._player.close()
        self._player, self._film, self._track = None, None, CueTrack()
        self._caption, self._has_failed, self._is_cut = "", False, False
        self.draw(QImage())
        self.changed.emit()

    def _play(self) -> None:
        self._is_cut = False
        if self._player is not None and not self._has_failed:
            self._rooms.narrator.one_sound.take(self)
            self._player.play()
            self._timer.start()
            self.changed.emit()

    @Slot()
    def _stand_still(self) -> None:
        self._is_cut = False
        if self._player is not None:
            self._player.pause()
            self._timer.stop()
            self._look()
            self.changed.emit()

    @Slot()
    def _fail(self) -> None:
        if self._has_failed:
            return  # Qt tells twice: as an error and as a status
        self._has_failed = True
        self._rooms.visit.incident("screens.film-unplayable")
        self._timer.stop()
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Close with the page; whoever comes back to the stop hears its story go on."""
        if self._player is None or self._flow.shown == FILM_PAGE:
            return
        if self._flow.shown != "stop":
            self._story.forget()
        self._put_away()
        self._story.go_on()

    @Slot()
    def _look(self) -> None:
        if self._player is None:
            return
        picture = self._player.take_picture()
        if picture is not None:
            self.draw(picture)
        position_ms = self._player.position_ms
        cue = self._track.find_cue(position_ms)
        said = self._track.cues[cue] if cue >= 0 else None
        self._caption = said.text if said is not None and position_ms < said.end_ms else ""
        self.moved.emit()

    @Slot()
    def _find_offers(self) -> None:
        """A film whose file is not here is not offered, and one that is shown in step with the voice not here."""
        films = self._stop.stop.films if self._stop.stop else ()
        alone = [film for film in films if film.kind is FilmKind.VIDEO or film.depth is None]
        self._offers = [film for film in alone if self._rooms.library.media_path(film.sha256)]
        self.offers_changed.emit()

    def _list_offers(self) -> list[dict[str, Any]]:
        signs = sum(film.kind is FilmKind.SIGN for film in self._offers)
        return [
            {
                "kind": str(film.kind),
                # Which sign language it is matters only where there are several.
                "title": (film.title or own_name(film.language))
                if film.kind is FilmKind.SIGN and signs > 1
                else "",
            }
            for film in self._offers
        ]

    def _say_language(self) -> str:
        """Return what is spoken in the film, where it is not the visitor's language; "" where it is."""
        film, journey = self._film, self._flow.journey
        if film is None or journey is None or film.kind is FilmKind.SIGN:
            return ""
        return "" if primary(film.language) == primary(journey.language) else own_name(film.language)

    def _progress(self) -> float:
        if self._film is None or self._player is None:
            return 0.0
        return min(1.0, self._player.position_ms / self._film.duration_ms)

    offers = Property(list, _list_offers, notify=offers_changed)
    playing = Property(bool, lambda self: self.is_playing, notify=changed)
    failed = Property(bool, lambda self: self._has_failed, notify=changed)
    title = Property(str, lambda self: self._film.title if self._film else "", notify=changed)
    language = Property(str, lambda self: self._film.language if self._film else "", notify=changed)
    other_language = Property(str, _say_language, notify=changed)
    credit = Property(
        str,
        lambda self: join_credit(self._film.credit, self._film.rights) if self._film else "",
        notify=changed,
    )
    caption = Property(str, lambda self: self._caption, notify=moved)
    progress = Property(float, _progress, notify=moved)
    has_captions = Property(bool, lambda self: bool(self._track.cues), notify=changed)
