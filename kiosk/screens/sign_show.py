"""A film in sign language in step with what is told, beside the stop's picture. From QML: ``SignShow``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.model.content import Film, FilmKind
from kiosk.narration.cues import Cue
from kiosk.narration.listening import NarrationListener, NarrationState
from kiosk.screens.engine import get_models
from kiosk.screens.film_captions import read_captions
from kiosk.screens.languages import own_name
from kiosk.screens.moving_picture import MovingPicture
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import VisitFlow

if TYPE_CHECKING:
    from kiosk.narration.choose import Narration
    from kiosk.screens.signed_story import SignedStory

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

LOOK_EVERY_MS = 33


@QmlElement
@QmlSingleton
class SignShow(MovingPicture, NarrationListener):
    """Follows the voice, and never holds it up. Who wants it has it at every stop of the visit that offers it.

    The film makes no sound, so that it runs with the voice, and with the words alone.
    """

    offers_changed = Signal()
    changed = Signal()

    def __init__(self, rooms: Rooms, flow: VisitFlow, stop: StopPage) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._stop = stop
        self._wanted = ""
        self._is_large = False
        self._offers: list[Film] = []
        self._told: Narration | None = None
        self._cues: tuple[Cue, ...] = ()
        self._placed: tuple[tuple[str, str], tuple[Cue, ...]] = (("", ""), ())
        self._signed: SignedStory | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        rooms.narrator.add_listener(self)
        stop.changed.connect(self._find_offers)
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> SignShow:
        """Hand QML the one object the shell made."""
        return get_models(engine).sign

    @property
    def is_shown(self) -> bool:
        """Whether a film runs beside the stop's picture."""
        return self._signed is not None

    @Slot(str)
    def toggle(self, language: str) -> None:
        """Have the visit's stops signed in a language, or no more; goes to the text that is signed where another is told."""
        self._wanted = "" if self._wanted == language and self.is_shown else language
        signed = [film for film in self._offers if film.language == self._wanted]
        depth = self._told.depth if self._told else None
        if signed and depth not in [film.depth for film in signed]:
            self._stop.choose_depth(str(signed[0].depth))  # its telling opens the film
        self._follow()
        self.changed.emit()

    @Slot()
    def change_size(self) -> None:
        """Show it over the whole picture, or in its corner again."""
        self._is_large = not self._is_large
        self.changed.emit()

    def forget(self) -> None:
        """Leave nothing of a visitor's wish."""
        self._wanted, self._is_large = "", False
        self._told, self._cues, self._placed = None, (), (("", ""), ())
        self._close()

    def close(self) -> None:
        """Let go of the film and listen no more."""
        self._close()
        self._rooms.narrator.remove_listener(self)

    def narration_told(self, narration: Narration) -> None:
        """Take the film of what is told from now on."""
        self._told, self._cues = narration, ()
        self._follow()
        self._fit()

    def narration_cues(self, cues: tuple[Cue, ...]) -> None:
        """Keep step with sentences whose times are better known now."""
        self._cues = cues
        self._fit()

    def narration_state(self, state: NarrationState) -> None:
        """Stand still with the voice and go on with it; after its end the hands end too."""
        if self._signed is None:
            return
        if state is NarrationState.ENDED:
            self._signed.finish()
        else:
            self._signed.set_moving(state is NarrationState.PLAYING)

    def narration_moved(self, position_ms: int, duration_ms: int) -> None:
        """Take the place to which a voice that stands still was moved."""
        del duration_ms
        still = (NarrationState.PAUSED, NarrationState.PREPARING)
        if self._signed is not None and self._rooms.narrator.state in still:
            self._signed.keep_step(position_ms, self._rooms.narrator.rate)

    @Slot()
    def _look(self) -> None:
        signed, narrator = self._signed, self._rooms.narrator
        if signed is None:
            return
        if narrator.state is NarrationState.PLAYING:
            signed.keep_step(narrator.position_ms, narrator.rate)
        picture = signed.take_picture()
        if picture is not None:
            self.draw(picture)

    @Slot()
    def _follow(self) -> None:
        """Open the film that is wanted on the stop's page, and close it where it does not belong."""
        film = self._find_film()
        if self._signed is not None and self._signed.film is film:
            return
        self._close()
        if film is not None:
            self._open(film)

    def _find_film(self) -> Film | None:
        told, stop = self._told, self._stop.stop
        if not self._wanted or told is None or stop is None or self._flow.shown != "stop":
            return None
        if told.stop_id != stop.card.id:
            return None
        films = (film for film in self._offers if film.depth is told.depth and film.language == self._wanted)
        return next(films, None)

    def _open(self, film: Film) -> None:
        path = self._rooms.library.media_path(film.sha256)
        if path is None:
            return
        from kiosk.screens.signed_story import SignedStory

        self._signed = SignedStory(path, film)
        # Later: whoever is told closes the player, and its own call must return first.
        self._signed.failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        self._fit()
        self._signed.set_moving(self._rooms.narrator.state is NarrationState.PLAYING)
        self._timer.start()
        self.changed.emit()

    def _fit(self) -> None:
        if self._signed is None or self._told is None:
            return
        key = (self._signed.film.sha256, self._told.text)
        if (
            key != self._placed[0]
        ):  # live speech knows its sentences better with each one: the film's stay the same
            self._placed = (key, read_captions(self._signed.film, self._told.text))
        self._signed.fit(self._cues, self._rooms.narrator.duration_ms, self._placed[1])

    @Slot(str)
    def _fail(self, sha256: str) -> None:
        """Take it away; the voice and the words go on as if there were none."""
        if all(film.sha256 != sha256 for film in self._offers):
            return  # another stop's, or told of already
        self._rooms.visit.incident("screens.film-unplayable")
        self._offers = [film for film in self._offers if film.sha256 != sha256]
        self._follow()
        self.offers_changed.emit()

    def _close(self) -> None:
        self._timer.stop()
        if self._signed is not None:
            self._signed.close()
            self._signed = None
            self.draw(QImage())
            self.changed.emit()

    @Slot()
    def _find_offers(self) -> None:
        """A film whose file is not here is not offered."""
        films = self._stop.stop.films if self._stop.stop else ()
        self._offers = [
            film
            for film in films
            if film.kind is FilmKind.SIGN and film.depth and self._rooms.library.media_path(film.sha256)
        ]
        self.offers_changed.emit()
        self._follow()

    def _list_offers(self) -> list[dict[str, Any]]:
        """Each sign language once, whatever the texts that are signed in it."""
        titles: dict[str, str] = {}
        for film in self._offers:
            titles.setdefault(film.language, film.title or own_name(film.language))
        # Which sign language it is matters only where there are several.
        return [{"language": tag, "title": title if len(titles) > 1 else ""} for tag, title in titles.items()]

    offers = Property(list, _list_offers, notify=offers_changed)
    shown = Property(bool, lambda self: self.is_shown, notify=changed)
    language = Property(str, lambda self: self._wanted if self.is_shown else "", notify=changed)
    """Which sign language is shown now; "" for none."""
    large = Property(bool, lambda self: self._is_large, notify=changed)
