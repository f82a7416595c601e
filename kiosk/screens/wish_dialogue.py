"""Three questions that make the guide one's own: who is with you, what draws you, how much time. From QML: ``WishDialogue``."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton, QQmlEngine

from kiosk.guide.wishes import LEAST_MINUTES, MOST_MINUTES, NO_WISHES, Company, Pace, Wishes
from kiosk.model.content import Depth, StopCard
from kiosk.screens.engine import get_models
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Rooms
from kiosk.screens.stop_page import StopPage
from kiosk.screens.visit_flow import WISH_PAGES, VisitFlow

QML_IMPORT_NAME = "HeritageKiosk"
QML_IMPORT_MAJOR_VERSION = 1

COMPANY_PAGE, INTERESTS_PAGE, MINUTES_PAGE = WISH_PAGES
TOUR_PAGE = "tour"
PICTURES_TRIED = 3


@QmlElement
@QmlSingleton
class WishDialogue(QObject):
    """What the visitor says they want: one question a page, each may be skipped, each can be asked again at any time.

    Begun from the start, one question leads to the next and the last to the tour. Asked for alone, a question leads back
    to where it was asked.
    """

    changed = Signal()
    offered = Signal()
    """What there is to choose from may be another."""
    said = Signal()
    """Something else is wished than before."""
    tour_wanted = Signal()
    """The tour that fits is to be shown."""

    def __init__(self, rooms: Rooms, flow: VisitFlow, media: MediaIndex, stop: StopPage) -> None:
        super().__init__()
        self._rooms = rooms
        self._flow = flow
        self._media = media
        self._stop = stop
        self._is_alone = False
        self._before = NO_WISHES
        self._themes: dict[str, str] = {}
        self._themes_of = ("", "")
        flow.changed.connect(self._follow)

    @staticmethod
    def create(engine: QQmlEngine) -> WishDialogue:
        """Hand QML the one object the shell made."""
        return get_models(engine).dialogue

    @property
    def wishes(self) -> Wishes:
        """What this visitor wants as far as they have said; nothing where nobody visits."""
        journey = self._flow.journey
        return journey.wishes if journey else NO_WISHES

    @Slot()
    def begin(self) -> None:
        """Ask all questions, one after the other."""
        self._is_alone = False
        self._flow.show(COMPANY_PAGE)

    @Slot(str)
    def ask(self, page: str) -> None:
        """Ask one question alone: by its page."""
        if page in WISH_PAGES:
            self._is_alone = True
            self._before = self.wishes
            self._flow.show(page)

    @Slot(str)
    def choose_company(self, company: str) -> None:
        """Take who is with the visitor; with children, stories are told for children where they are."""
        chosen = Company(company)
        depth = Depth.CHILDREN if chosen is Company.CHILDREN else self._depth_without_children()
        if depth is not self._stop.wanted_depth:
            self._stop.prefer_depth(depth)
        self._say(replace(self.wishes, company=chosen, depth=depth))
        self._go_on()

    @Slot(str)
    def toggle_interest(self, tag: str) -> None:
        """Take that something draws the visitor, or that it does no longer."""
        if tag in self._tags():
            self._say(replace(self.wishes, interests=self.wishes.interests ^ {tag}))

    @Slot(int)
    def choose_minutes(self, minutes: int) -> None:
        """Take how long the visitor has, brought into 5 to 600 minutes; 0 for as long as they like."""
        journey = self._flow.journey
        if journey is None:
            return
        journey.timed_ms = self._rooms.clock.read().boot_ms
        taken = min(MOST_MINUTES, max(LEAST_MINUTES, minutes)) if minutes > 0 else None
        self._say(replace(self.wishes, minutes=taken))
        self._go_on()

    @Slot(str)
    def choose_pace(self, pace: str) -> None:
        """Take how the visitor goes and looks: calm, usual or brisk."""
        self._say(replace(self.wishes, pace=Pace(pace)))

    @Slot(bool)
    def choose_step_free(self, step_free: bool) -> None:
        """Take whether there may be stairs on the way."""
        self._say(replace(self.wishes, step_free=step_free))

    @Slot()
    def go_on(self) -> None:
        """Go on with what was chosen."""
        self._go_on()

    @Slot()
    def skip(self) -> None:
        """Leave this question open, or as it was answered before, and go on."""
        self._go_on()

    def _say(self, wishes: Wishes) -> None:
        journey = self._flow.journey
        if journey is None or journey.wishes == wishes:
            return
        journey.wishes = wishes
        self.said.emit()
        self.changed.emit()

    def _go_on(self) -> None:
        page = self._flow.shown
        if page not in WISH_PAGES:
            return
        if self._is_alone:
            self._return()
            return
        following = WISH_PAGES[WISH_PAGES.index(page) + 1 :]
        open_to_ask = [one for one in following if one != INTERESTS_PAGE or self._tags()]
        if open_to_ask:
            self._flow.show(open_to_ask[0])
        else:
            self.tour_wanted.emit()

    def _return(self) -> None:
        """Go back to where the question was asked; who follows a tour of their own sees what becomes of it."""
        self._flow.back()
        journey = self._flow.journey
        if journey is not None and journey.planned and not journey.tour_id and journey.wishes != self._before:
            self.tour_wanted.emit()

    def _depth_without_children(self) -> Depth:
        """Return how much the visitor wants to be told when no children are with them."""
        wanted = self._stop.wanted_depth
        return Depth.STORY if wanted is Depth.CHILDREN else wanted

    @Slot()
    def _follow(self) -> None:
        if not self._flow.is_visiting:
            self._themes, self._themes_of = {}, ("", "")  # other packs may be there for the next visitor
        if self._flow.shown in (*WISH_PAGES, "home", TOUR_PAGE):
            self.offered.emit()
            self.changed.emit()

    def _tags(self) -> dict[str, str]:
        """Return the names of the tags that some stop of the site has, by their ids; read once for a site in a language."""
        journey = self._flow.journey
        asked = (journey.site_id, journey.language) if journey else ("", "")
        if self._themes_of != asked:
            used = {tag for card in self._cards() for tag in card.tags}
            named = self._rooms.library.tags(*asked) if used else {}
            self._themes = {tag: name for tag, name in named.items() if tag in used}
            self._themes_of = asked
        return self._themes

    def _cards(self) -> list[StopCard]:
        journey = self._flow.journey
        if journey is None or not journey.site_id:
            return []
        return list(self._rooms.library.stop_cards(journey.site_id, journey.language))

    def _interests(self) -> list[dict[str, Any]]:
        pictures = self._choose_pictures() if self._flow.shown == INTERESTS_PAGE else {}
        return [
            {"id": tag, "name": name, **pictures.get(tag, _NO_PICTURE)} for tag, name in self._tags().items()
        ]

    def _choose_pictures(self) -> dict[str, dict[str, Any]]:
        """Return a picture of one stop for each tag; each stop stands for one tag while there are others."""
        pictured = [card for card in self._cards() if card.thumbnail]
        pictures: dict[str, dict[str, Any]] = {}
        taken: set[str] = set()
        for tag in self._tags():
            of_tag = [card for card in pictured if tag in card.tags]
            ranked = sorted(of_tag, key=lambda card: card.id in taken)[:PICTURES_TRIED]
            # Whether there is a picture is read from the disk: not of every stop of a large site.
            card = next((one for one in ranked if self._media.make_url(one.thumbnail)), None)
            if card is not None:
                taken.add(card.id)
                pictures[tag] = {
                    "picture": self._media.make_url(card.thumbnail),
                    "focus_x": card.focus_x,
                    "focus_y": card.focus_y,
                }
        return pictures

    def _names(self) -> list[str]:
        return [name for tag, name in self._tags().items() if tag in self.wishes.interests]

    available = Property(
        bool, lambda self: self._rooms.guide is not None and bool(self._cards()), notify=offered
    )
    """Whether tours can be made here."""
    stated = Property(bool, lambda self: self.wishes != NO_WISHES, notify=changed)
    alone = Property(bool, lambda self: self._is_alone, notify=changed)
    company = Property(str, lambda self: str(self.wishes.company or ""), notify=changed)
    interests = Property(list, _interests, notify=offered)
    chosen_interests = Property(list, lambda self: sorted(self.wishes.interests), notify=changed)
    interest_names = Property(list, _names, notify=changed)
    minutes = Property(int, lambda self: self.wishes.minutes or 0, notify=changed)
    """How long the visitor has; 0 where they did not say, or as long as they like."""
    timed = Property(
        bool,
        lambda self: bool(self._flow.journey and self._flow.journey.timed_ms is not None),
        notify=changed,
    )
    pace = Property(str, lambda self: str(self.wishes.pace), notify=changed)
    step_free = Property(bool, lambda self: self.wishes.step_free, notify=changed)


_NO_PICTURE: dict[str, Any] = {"picture": "", "focus_x": 0.5, "focus_y": 0.5}
