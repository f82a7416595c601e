"""Which page is shown, and the way from one to the next. Seen from QML as ``VisitFlow``."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.screens.engine import get_models
from kiosk.screens.journey import Journey
from kiosk.screens.languages import merge_languages, own_name
from kiosk.screens.look import Look
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Rooms

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

OUTSIDE_VISIT = frozenset({"attract", "empty", "end"})
"""Pages on which no visit is under way."""

WISH_PAGES = ("wish-company", "wish-interests", "wish-minutes")
"""The questions that make the guide one's own, in their order."""

PLAIN_PAGES = frozenset(
    {
        "home",
        "number",
        "choose",
        "browse",
        "map",
        "stop",
        "film",
        "language",
        "site",
        "pass",
        "ticket",
        "talk",
        "voices",
    }
    | {"tour", "nearby", *WISH_PAGES}
)

ASKING_PAGES = frozenset({"number", "choose"})
# Whoever comes from the staff's pages tries what they have changed there; a visitor is given the device later.
STAFF_TRIES_MS = 120_000
"""Whoever has answered one of these does not want it back."""


@QmlElement
@QmlSingleton
class VisitFlow(QObject):
    """The visit's pages: attract, language, site, ticket, home, number, choose, browse, nearby, map, stop, film, tour, voices, end; or empty with no pack.

    Attributes:
        journey: Where this visitor is and has been; None while nobody visits.
    """

    changed = Signal()
    language_chosen = Signal(str)
    stop_opened = Signal(str)
    """A stop's page is to be filled: its id."""
    ended = Signal(str)
    """The visit is over: why ("leave" or "idle"). The journey can still be read."""

    def __init__(self, rooms: Rooms, look: Look, media: MediaIndex, default_language: str) -> None:
        super().__init__()
        self._media = media
        self._rooms = rooms
        self._look = look
        self._default_language = default_language
        self._back: list[str] = []
        self._asks_to_end = False
        self._found_by = ""
        self._staff_until_ms = 0
        self.journey: Journey | None = None
        self._page = "attract" if rooms.library.sites(default_language) else "empty"

    @staticmethod
    def create(engine: QQmlEngine) -> VisitFlow:
        """Hand QML the one object the shell made."""
        return get_models(engine).flow

    @property
    def shown(self) -> str:
        """The page that is shown, for Python; QML binds to ``page``."""
        return self._page

    @property
    def is_visiting(self) -> bool:
        """Whether somebody is there."""
        return self.journey is not None

    @property
    def is_at_site(self) -> bool:
        """Whether a visit is under way and recorded: its site is chosen."""
        return bool(self.journey and self.journey.site_id)

    @property
    def is_asking(self) -> bool:
        """Whether the visitor is asked if the visit is to end."""
        return self._asks_to_end

    @Slot()
    def begin(self) -> None:
        """Start a visit: the first touch."""
        if self._page in ("attract", "end"):
            self._rooms.visit.end("leave")
            self.journey = Journey(self._default_language, self._now_ms())
            self._back = []
            self._go("language")

    @Slot(str)
    def choose_language(self, tag: str) -> None:
        """Speak ``tag`` from now on, and go on: to the choice of site where there are several, else home."""
        if self.journey is None or tag not in self.tags():
            return
        self.journey.language = tag
        self.language_chosen.emit(tag)
        sites = self._rooms.library.sites(tag)
        if self.journey.site_id:
            self.choose_site(self.journey.site_id)
        elif len(sites) > 1:
            self._go("site", remember=True)
        else:
            self.choose_site(sites[0].id)

    @Slot(str)
    def choose_site(self, site_id: str) -> None:
        """Visit this site, or ask for the ticket first where it wants one."""
        if self.journey is None:
            return
        tickets = self._rooms.tickets
        asks = tickets is not None and tickets.find_asking(site_id) != "off"
        if asks and site_id not in self.journey.admitted:
            self.journey.wanted_site = site_id
            self._go("ticket", remember=self._page != "ticket")
        else:
            self.enter(site_id)

    def enter(self, site_id: str) -> None:
        """Begin at a site: the visit is under way, and recorded, from here."""
        if self.journey is None:
            return
        self.journey.wanted_site = ""
        library = self._rooms.library
        first_time = self.journey.site_id != site_id
        self.journey.site_id = site_id
        site = library.get_site(site_id, self.journey.language)
        self._look.set_accent(site.accent)
        if first_time:
            on_offer = len(library.stop_cards(site_id, self.journey.language))
            staff = self._now_ms() < self._staff_until_ms
            self._rooms.visit.start(
                site_id,
                self.journey.language,
                stops_on_offer=on_offer,
                staff=staff,
                timezone=site.timezone,
            )
        self._note_preferences()
        self._back = ["language"]
        self._go("home")
        if first_time and self._rooms.wishes_first and self._rooms.guide is not None:
            self._go(WISH_PAGES[0], remember=True)

    @Slot(str)
    def show(self, page: str) -> None:
        """Go to one of the visit's pages; the way back leads here."""
        if self.journey is not None and page in PLAIN_PAGES and page != self._page:
            self._go(page, remember=True)

    @Slot()
    def back(self) -> None:
        """Go back one page; from the first one to the attract page."""
        if self.journey is None:
            return
        if self._back:
            self._go(self._back.pop())
        elif not self.journey.site_id:
            self.journey = None
            self._go("attract")

    @Slot(str, str)
    def open_stop(self, stop_id: str, by: str) -> None:
        """Open a stop's page. ``by`` says how it was found: code, picture, number, list, place or suggestion."""
        if self.journey is None:
            return
        if by == "suggestion":
            self._rooms.visit.suggestion_taken(stop_id)
        self._rooms.visit.open_stop(stop_id, by)
        if self._rooms.labels is not None:
            self._rooms.labels.stop_opened(stop_id, by)
        self._found_by = by
        self.journey.open(stop_id)
        self.stop_opened.emit(stop_id)
        if self._page == "stop":
            self.changed.emit()
        else:
            self._go("stop", remember=self._page not in ASKING_PAGES)

    def expect_staff(self) -> None:
        """Staff have just left their own pages: a visit that begins now is one of theirs, and not counted."""
        self._staff_until_ms = self._now_ms() + STAFF_TRIES_MS

    @Slot()
    def return_to_stop(self) -> None:
        """Go to the stop that is being told."""
        if self.journey is not None and self.journey.here:
            self.show("stop")

    @Slot()
    def ask_to_end(self) -> None:
        """Ask whether the visit is to end; one that has seen nothing yet ends at once."""
        if self.journey is None:
            return
        if self.journey.seen:
            self._asks_to_end = True
            self.changed.emit()
        else:
            self.end("leave")

    @Slot()
    def stay(self) -> None:
        """Take back the wish to end."""
        self._asks_to_end = False
        self.changed.emit()

    @Slot(str)
    def end(self, reason: str = "leave") -> None:
        """End the visit; whoever leaves by choice sees what they saw, an abandoned device goes to attract.

        On that last page they may still say how it was: the log's visit ends when the page is left.
        """
        if self.journey is None:
            return
        self._asks_to_end = False
        has_left = self._page == "end"
        says_goodbye = reason == "leave" and bool(self.journey.seen) and self.is_at_site and not has_left
        if says_goodbye:
            self._rooms.visit.close_stop("ended")
        else:
            self._rooms.visit.end("leave" if has_left else reason)
        self.ended.emit(reason)
        self._back = []
        if says_goodbye:
            self._go("end")
        else:
            self.finish()

    @Slot()
    def finish(self) -> None:
        """Leave the last page: nothing of the visit is left on the screens."""
        self._rooms.visit.end("leave")
        self.journey = None
        self._back = []
        self._look.forget()
        self.language_chosen.emit(self._default_language)
        self._go("attract" if self._rooms.library.sites(self._default_language) else "empty")

    @Slot()
    def refresh(self) -> None:
        """Look again whether there is content: after a pack was installed."""
        if self.journey is None:
            self.finish()

    @Slot()
    def change_text_size(self) -> None:
        """Make all text larger, and after the largest its usual size again: on any page, as often as one likes."""
        scale = self._look.next_text_scale()
        self._look.choose_text_scale(scale)
        if self.journey is not None:
            self._rooms.visit.set_preference("text-size", f"{scale:g}")

    def _note_preferences(self) -> None:
        """Log what the visitor needs otherwise than the site has set."""
        for preference, value in self._look.list_wishes():
            self._rooms.visit.set_preference(preference, value)

    def _go(self, page: str, *, remember: bool = False) -> None:
        if remember:
            self._back.append(self._page)
        if page in self._back:  # going back by another way: what lay between is done with
            del self._back[self._back.index(page) :]
        self._page = page
        self.changed.emit()

    def _now_ms(self) -> int:
        return self._rooms.clock.read().boot_ms

    def tags(self) -> tuple[str, ...]:
        """Return the languages (BCP 47) that some site here is told in."""
        library = self._rooms.library
        return merge_languages(library.languages(site.id) for site in library.sites(self._default_language))

    def _languages(self) -> list[dict[str, Any]]:
        return [{"tag": tag, "name": own_name(tag)} for tag in self.tags()]

    def _sites(self) -> list[dict[str, Any]]:
        language = self.journey.language if self.journey else self._default_language
        return [
            {
                "id": site.id,
                "name": site.name,
                "summary": site.summary,
                "picture": self._find_picture(site.id),
            }
            for site in self._rooms.library.sites(language)
        ]

    def _find_picture(self, site_id: str) -> str:
        pictures = self._rooms.library.attract_images(site_id, self._default_language)
        return self._media.make_url(pictures[0]) if pictures else ""

    def _site_name(self) -> str:
        if self.journey is None or not self.journey.site_id:
            return ""
        return self._rooms.library.get_site(self.journey.site_id, self.journey.language).name

    page = Property(str, lambda self: self._page, notify=changed)
    visiting = Property(bool, lambda self: self.journey is not None, notify=changed)
    at_site = Property(bool, lambda self: self.is_at_site, notify=changed)
    asks_to_end = Property(bool, lambda self: self._asks_to_end, notify=changed)
    found_by = Property(str, lambda self: self._found_by, notify=changed)
    can_go_back = Property(bool, lambda self: bool(self._back), notify=changed)
    site_name = Property(str, _site_name, notify=changed)
    languages = Property(list, _languages, notify=changed)
    sites = Property(list, _sites, notify=changed)
