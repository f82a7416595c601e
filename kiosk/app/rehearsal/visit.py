"""The rehearsed visit, step by step, as a visitor would make it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.app.rehearsal.looked_for import search, see_nearby
from kiosk.app.rehearsal.next_suggested import ask_for_more, follow_card, see_keepsake
from kiosk.app.rehearsal.other_ways import OtherWays
from kiosk.app.rehearsal.place_walk import PlaceWalk
from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.sights import Sight, draw_foreign_sight, draw_sights
from kiosk.app.rehearsal.stage import Stage
from kiosk.app.rehearsal.study_asked import answer_study
from kiosk.app.rehearsal.talked_back import may_talk_back, talk_back
from kiosk.app.rehearsal.ticket_shown import prepare_tickets, show_ticket
from kiosk.app.rehearsal.told_story import ToldStory
from kiosk.app.rehearsal.tour_made import TourMade
from kiosk.model.content import Site, Stop
from kiosk.scanning.events import CameraBack, CameraLost, Settled

# Only a failed step ever lasts this long; a busy machine needs some of it.
READ_TIMEOUT_S = 25.0
SOUND_TIMEOUT_S = 20.0
PAGE_TIMEOUT_S = 20.0
GLIMPSE_S = 4.0
SHORT_STOPS = 3


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the rehearsed visitor wants.

    Attributes:
        language: The language chosen on the second page.
        sights: What is held before the camera; None draws the labels of the first stops.
        hear_all: Whether every narration is heard to its end, and not only the first.
        walk: A recording of positions to walk along; None draws one.
        depth: The depth to hear; "" takes the shortest recording for the first stop and then what the page offers.
    """

    language: str = "en"
    sights: Sequence[Sight] | None = None
    hear_all: bool = False
    depth: str = ""
    walk: Path | None = None


class RehearsedVisit:
    """Makes the visit on a stage and reports each step: of the site with the most stops, where there are several.

    Attributes:
        visit_id: The random mark of the visit in the log, which must be gone after its end; "" before it began.
    """

    def __init__(self, stage: Stage, report: Report, wishes: Wishes, data_folder: Path) -> None:
        self._stage = stage
        self._report = report
        self._wishes = wishes
        self._data_folder = data_folder
        library = stage.device.library
        self._site: Site = max(
            library.sites(wishes.language), key=lambda site: len(library.stop_cards(site.id, wishes.language))
        )
        cards = library.stop_cards(self._site.id, wishes.language)
        self._stops: list[Stop] = [library.get_stop(card.id, wishes.language) for card in cards]
        floors = library.floors(self._site.id, wishes.language)
        self._has_plan = any(floor.plan for floor in floors)
        self._heard_to_end: set[tuple[str, str]] = set()
        self.visit_id = ""

    def make(self) -> None:
        """Make every step of the visit, from the first touch to the keepsake."""
        self._report.step("attract", self._attract)
        self._report.step("language", self._choose_language)
        self._report.step("ticket", self._show_ticket)
        self._report.step("study", lambda: answer_study(self._stage))
        TourMade(self._stage, self._report, self._go_home).make(has_plan=self._has_plan)
        sights = self._wishes.sights
        if sights is None:
            sights = draw_sights(self._stage.device.library, self._site, self._stops[:SHORT_STOPS])
        for number, sight in enumerate(sights):
            self._see(sight)
            if number == 0 and self._stage.shell.page == "stop":
                self._report.step("more-like-this", lambda: ask_for_more(self._stage))
                self._report.step("suggested", lambda: follow_card(self._stage))
        if self._wishes.sights is None:
            self._report.step("foreign-code", self._show_foreign_code)
            self._report.step("camera-pulled", self._pull_camera)
            OtherWays(self._stage, self._report, self._site, self._stops, self._go_home).make()
            ToldStory(
                self._stage, self._report, self._stops, self._go_home, frozenset(self._heard_to_end)
            ).make()
        self._report.step("number", self._type_number)
        if self._stage.shell.page == "stop" and may_talk_back(self._stage):
            self._report.step("talk-back", lambda: talk_back(self._stage))
        self._report.step("browse", lambda: self._look_at("browse"))
        self._report.step("search", lambda: search(self._stage, self._stops))
        self._report.step("nearby", lambda: see_nearby(self._stage))
        if self._has_plan:
            self._report.step("map", lambda: self._look_at("map"))
        self._walk()
        self._report.step("end", self._end)
        if self._stage.shell.page == "end":
            self._report.step("keepsake", lambda: see_keepsake(self._stage))

    def _walk(self) -> None:
        """Walk to a stop outdoors, where the site has one."""
        cards = [stop.card for stop in self._stops]
        walk = PlaceWalk(self._stage, cards, self._wishes.walk)
        if walk.is_possible:
            self._go_home()
            self._report.step("place", walk.make)

    def _attract(self) -> Details:
        return {"first_frame_ms": self._stage.first_frame_ms, "picture": self._stage.shoot("attract")}

    def _choose_language(self) -> Details:
        stage = self._stage
        touch_ms = stage.tap("attract", page="language")
        picture = stage.shoot("language")
        stage.tap(f"language-{self._wishes.language}")
        stage.wait(
            lambda: stage.shell.page in ("site", "ticket"), PAGE_TIMEOUT_S, "the page after the language"
        )
        if stage.shell.page == "site":
            stage.shoot("site")
            stage.tap(f"site-{self._site.id}", page="ticket")
        return {
            "touch_to_page_ms": touch_ms,
            "site": self._site.name,
            "picture": picture,
        }

    def _show_ticket(self) -> Details:
        details = show_ticket(self._stage, prepare_tickets(self._data_folder, self._site.id))
        self.visit_id = self._stage.device.visit.id or ""
        return details

    def _see(self, sight: Sight) -> None:
        """Hold something before the camera; hear each stop it opens."""
        while True:
            found = self._report.step("scan", lambda: self._scan(sight))
            if not found:
                break
            self._report.step("hear", self._hear)
            if not sight.goes_on or self._stage.camera.is_over:
                break
        self._stage.camera.take_away()

    def _scan(self, sight: Sight) -> Details:
        stage = self._stage
        self._go_home()
        if stage.is_told:
            stage.tap("play")
            stage.let_run(0.3)  # what was on its way to the ear is still heard
        stage.look_afresh()
        stage.ears.listen()
        if stage.camera.is_over or not sight.goes_on:
            stage.camera.show(sight.open())
        stage.wait(lambda: stage.shell.page == "stop", READ_TIMEOUT_S, f"a stop opened by {sight.name}")
        settled = next(event for event in reversed(stage.events) if isinstance(event, Settled))
        if not sight.goes_on:
            stage.camera.take_away()
        stage.wait(lambda: stage.ears.first_sample_at_ms is not None, SOUND_TIMEOUT_S, "the first sound")
        assert stage.ears.first_sample_at_ms is not None
        return {
            "input": sight.name,
            "stop": stage.read("stop", "number"),
            "title": stage.read("stop", "title"),
            "reader": settled.code.reader,
            "frame_to_settled_ms": settled.at_ms - settled.frame_at_ms,
            "frame_to_sound_ms": stage.ears.first_sample_at_ms - settled.frame_at_ms,
            "picture": stage.shoot("stop"),
        }

    def _hear(self) -> Details:
        """Hear the open stop: to its end where that is asked for, else for a while."""
        stage = self._stage
        depth = self._wishes.depth or (
            "" if self._heard_to_end or self._wishes.hear_all else self._find_shortest()
        )
        if depth and stage.read("stop", "depth") != depth:
            stage.ears.listen()
            stage.tap(f"depth-{depth}")
        stage.wait(lambda: stage.is_told or stage.is_told_to_end, SOUND_TIMEOUT_S, "the narration playing")
        begun_ms = stage.ears.heard_ms
        to_end = self._wishes.hear_all or not self._heard_to_end
        if to_end:
            timeout_s = 30 + stage.narrator.duration_ms / 1000 * 1.2
            stage.wait(lambda: stage.is_told_to_end, timeout_s, "the end of the narration")
            self._heard_to_end.add((stage.read("stop", "stop_id"), stage.read("stop", "depth")))
        else:
            self._glimpse()
        details = {
            "stop": stage.read("stop", "number"),
            "voice": stage.read("bar", "kind"),
            "language": stage.read("bar", "language"),
            "depth": stage.read("stop", "depth"),
            "length_ms": stage.narrator.duration_ms,
            "heard_ms": round(stage.ears.heard_ms - begun_ms),
            "to_end": to_end,
            "words_marked": len(stage.words),
            "loudest": stage.ears.loudest,
            "picture": stage.shoot("told"),
        }
        expect(stage.ears.loudest > 0, "the sound", "something to be heard", "silence")
        expect(bool(stage.words), "the captions", "words marked while they are heard", "none")
        return details

    def _glimpse(self) -> None:
        """Stay for a moment; not beyond the end of what is told."""
        glimpsed_at = time.monotonic() + GLIMPSE_S
        stage = self._stage
        stage.wait(lambda: stage.is_told_to_end or time.monotonic() > glimpsed_at, 5 * GLIMPSE_S, "a moment")

    def _find_shortest(self) -> str:
        """Return the depth of the open stop's shortest recording in the visitor's language; "" for none."""
        stop = next(stop for stop in self._stops if stop.card.id == self._stage.read("stop", "stop_id"))
        recorded = [one for one in stop.recordings if one.language == self._wishes.language]
        return str(min(recorded, key=lambda one: one.duration_ms).depth) if recorded else ""

    def _show_foreign_code(self) -> Details:
        stage = self._stage
        self._go_home()
        stage.camera.show(draw_foreign_sight().open())
        stage.wait(lambda: bool(stage.read("scan", "answer")), READ_TIMEOUT_S, "an answer to a poster's code")
        stage.camera.take_away()
        answer = stage.read("scan", "answer")
        expect(answer == "foreign", "the answer to a poster's code", "foreign", answer)
        return {"answer": answer, "picture": stage.shoot("foreign-code")}

    def _pull_camera(self) -> Details:
        stage = self._stage
        self._go_home()
        stage.look_afresh()
        stage.camera.pull()
        stage.wait(
            lambda: any(isinstance(event, CameraLost) for event in stage.events),
            READ_TIMEOUT_S,
            "the camera missed",
        )
        picture = stage.shoot("camera-pulled")
        stage.camera.plug()
        back_ms = stage.wait(
            lambda: any(isinstance(event, CameraBack) for event in stage.events),
            READ_TIMEOUT_S,
            "the camera found again",
        )
        return {"back_ms": back_ms, "picture": picture}

    def _type_number(self) -> Details:
        stage = self._stage
        stop = self._stops[-1]
        self._go_home()
        stage.tap("type-number", page="number")
        for digit in stop.card.number:
            stage.tap(f"digit-{digit}")
        pad = stage.shoot("number")
        stage.tap("open-number", page="stop")
        expect(
            stage.read("stop", "stop_id") == stop.card.id,
            "the stop opened by its number",
            stop.card.id,
            stage.read("stop", "stop_id"),
        )
        self._glimpse()
        return {
            "stop": stop.card.number,
            "title": stop.card.title,
            "voice": stage.read("bar", "kind"),
            "pictures": [pad, stage.shoot("stop")],
        }

    def _look_at(self, page: str) -> Details:
        self._go_home()
        touch_ms = self._stage.tap(page, page=page)
        return {"touch_to_page_ms": touch_ms, "picture": self._stage.shoot(page)}

    def _end(self) -> Details:
        stage = self._stage
        self._go_home()
        stage.tap("end-visit")
        stage.let_run(0.3)
        question = stage.shoot("end-question")
        if stage.shell.page != "end":
            stage.tap("end-yes", page="end")
        return {"picture": question}

    def _go_home(self) -> None:
        stage = self._stage
        for _ in range(6):
            if stage.shell.page == "home":
                return
            stage.tap("back")
            stage.let_run(0.3)
        expect(stage.shell.page == "home", "the way back", "home", stage.shell.page)


def make_folder(path: Path) -> Path:
    """Make the rehearsal's folder, emptied of an earlier rehearsal's pictures, sound and diary."""
    path.mkdir(parents=True, exist_ok=True)
    for old in (*path.glob("[0-9][0-9]-*.png"), *path.glob("heard.wav"), *path.glob("diary.log*")):
        old.unlink()
    return path
