"""A visit pass: taken at the end of a short visit, photographed, printed too, and held before the camera the next time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kiosk.app.rehearsal.held_picture import open_held_picture
from kiosk.app.rehearsal.pass_printed import PassPrinted
from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import Site, Stop

PAGE_TIMEOUT_S = 15.0
READ_TIMEOUT_S = 30.0
LANGUAGE = "hi"
OTHER_LANGUAGE = "en"
SEEN = 2


class PassCarried:
    """The steps of a visitor who comes again; the device has the operator's keys when they begin."""

    def __init__(self, stage: Stage, report: Report, data_folder: Path) -> None:
        self._stage = stage
        self._data_folder = data_folder
        self._report = report
        library = stage.device.library
        self._site: Site = library.sites(OTHER_LANGUAGE)[0]
        self._language = LANGUAGE if LANGUAGE in self._site.languages else OTHER_LANGUAGE
        cards = library.stop_cards(self._site.id, self._language)
        self._stops: Sequence[Stop] = [
            library.get_stop(card.id, self._language) for card in cards[:SEEN] if card.number
        ]
        self._photograph = b""

    def make(self) -> None:
        """Make both visits."""
        has_taken = self._report.step("pass", self._take)
        if has_taken:
            self._report.step("paper-pass", PassPrinted(self._stage, self._data_folder).make)
        if self._stage.shell.page == "end":
            self._stage.tap("pass-away")
            self._stage.tap("done", page="attract")
        if has_taken:
            self._report.step("pass-brought", self._bring)

    def _take(self) -> Details:
        """Visit in another language, with larger text, and take the pass."""
        stage = self._stage
        self._begin()
        stage.tap(f"language-{self._language}")
        self._reach_home()
        stage.tap("text-size")
        for stop in self._stops:
            stage.tap("type-number", page="number")
            for digit in stop.card.number:
                stage.tap(f"digit-{digit}")
            stage.tap("open-number", page="stop")
            stage.tap("back", page="home")
        stage.tap("end-visit")
        stage.tap("end-yes", page="end")
        stage.tap("take-pass")
        stage.wait(lambda: bool(stage.read("pass_to_take", "shown")), PAGE_TIMEOUT_S, "the pass")
        picture = stage.shoot("pass")
        self._photograph = (stage.out / picture).read_bytes()
        stops, language = stage.read("pass_to_take", "stops"), stage.read("pass_to_take", "language")
        expect(stops == len(self._stops), "the stops in the pass", len(self._stops), stops)
        return {"language": language, "stops": stops, "picture": picture}

    def _bring(self) -> Details:
        """Hold the photograph before the camera: the guide is set up, and nothing is asked."""
        stage = self._stage
        self._begin()
        stage.tap("bring-pass", page="pass")
        stage.camera.show(open_held_picture(self._photograph, "pass.png"))
        read_ms = stage.wait(lambda: stage.shell.page != "pass", READ_TIMEOUT_S, "the pass read")
        stage.camera.take_away()
        self._reach_home()
        picture = stage.shoot("pass-brought")
        seen = stage.read("pass_brought", "seen_before")
        language, scale = stage.read("look", "language"), stage.read("look", "text_scale")
        stage.tap("end-visit", page="attract")
        expect(language == self._language, "the language after the pass", self._language, language)
        expect(scale > 1, "the size of the text after the pass", "larger than usual", scale)
        expect(seen == len(self._stops), "the stops seen before", len(self._stops), seen)
        held = stage.shell.models.pass_brought.held
        expect(held is None, "what is kept of the pass after the visit", "nothing", "something")
        return {"read_ms": read_ms, "language": language, "seen_before": seen, "picture": picture}

    def _begin(self) -> None:
        stage = self._stage
        stage.wait(lambda: stage.shell.page == "attract", PAGE_TIMEOUT_S, "the first page")
        stage.tap("attract", page="language")

    def _reach_home(self) -> None:
        """Go past the choice of site and the ticket, where they are asked for."""
        stage = self._stage
        stage.wait(lambda: stage.shell.page not in ("language", "pass"), PAGE_TIMEOUT_S, "the page after it")
        if stage.shell.page == "site":
            stage.tap(f"site-{self._site.id}")
            stage.wait(lambda: stage.shell.page != "site", PAGE_TIMEOUT_S, "the page after the site")
        if stage.shell.page == "ticket":
            stage.tap("ticket-without", page="home")
