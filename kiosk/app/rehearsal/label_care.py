"""A sticker over a label, and the staff who hear of it: three visitors are led astray, and a round is made."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.sights import draw_foreign_sight, draw_sights
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import Site, Stop

PIN = "2468"
TIMEOUT_S = 25.0
PAGE_TIMEOUT_S = 20.0
VISITORS = 3
SCANNED = 3


class LabelCareRound:
    """Comes after the visitors and the volunteer, who has chosen the PIN; of the site that visitors see now."""

    def __init__(self, stage: Stage, report: Report) -> None:
        self._stage = stage
        self._report = report
        library = stage.device.library
        self._site: Site = library.sites("en")[0]
        cards = library.stop_cards(self._site.id, "en")
        self._stops: Sequence[Stop] = [library.get_stop(card.id, "en") for card in cards[:SCANNED]]
        self._covered = self._stops[0]

    def make(self) -> None:
        """Make every step, from the sticker to the label that hangs alone again."""
        if self._report.step("sticker", self._lead_astray) and self._report.step("labels", self._hear_of_it):
            self._report.step("round", self._make_round)

    def _lead_astray(self) -> Details:
        """Visitors scan a sticker, learn that it leads nowhere, and type the stop's number instead."""
        stage = self._stage
        stage.wait(lambda: stage.shell.page == "attract", PAGE_TIMEOUT_S, "the first page")
        stage.tap("attract", page="language")
        stage.tap("language-en")
        stage.wait(lambda: stage.shell.page != "language", PAGE_TIMEOUT_S, "the page after the language")
        if stage.shell.page == "site":
            stage.tap(f"site-{self._site.id}")
            stage.wait(lambda: stage.shell.page != "site", PAGE_TIMEOUT_S, "the page after the site")
        if stage.shell.page == "ticket":
            stage.tap("ticket-without", page="home")
        for _ in range(VISITORS):
            stage.camera.show(draw_foreign_sight().open())
            stage.wait(lambda: bool(stage.read("scan", "answer")), TIMEOUT_S, "an answer to a sticker's code")
            stage.camera.take_away()
            stage.tap("type-number", page="number")
            for digit in self._covered.card.number:
                stage.tap(f"digit-{digit}")
            stage.tap("open-number", page="stop")
            stage.tap("back", page="home")
        stage.tap("end-visit")
        stage.tap("end-yes", page="end")
        stage.tap("done", page="attract")
        return {"stop": self._covered.card.number, "visitors": VISITORS}

    def _hear_of_it(self) -> Details:
        """See what staff are told."""
        stage = self._stage
        stage.shell.models.door.ask()
        self._wait_for("pin-title")
        for digit in PIN:
            stage.tap(f"digit-{digit}")
        stage.tap("pin-go")
        stage.tap("tab-labels")
        standing = f"label-{self._covered.card.id}-standing"
        self._wait_for(standing)
        picture = stage.shoot("staff-labels")
        expect(self._is_covered(), "what staff are told of the label", "that it seems covered", "nothing")
        item = stage.shell.find(standing)
        return {"told": str(item.property("text")) if item is not None else "", "picture": picture}

    def _make_round(self) -> Details:
        """Scan labels as they hang: each confirms its stop, and the one under the sticker is found again."""
        stage = self._stage
        stage.tap("round-begin")
        self._wait_for("round-camera")
        for number, sight in enumerate(draw_sights(stage.device.library, self._site, self._stops), 1):
            stage.camera.show(sight.open())
            self._wait_for_confirmed(number, sight.name)
            stage.camera.take_away()
        scanned = stage.shoot("staff-round")
        stage.tap("round-end")
        picture = stage.shoot("staff-round-over")
        expect(not self._is_covered(), "the label that was found", "that it is all right", "still covered")
        confirmed = self._count_confirmed()
        stage.tap("staff-leave")
        return {"confirmed": confirmed, "pictures": [scanned, picture]}

    def _is_covered(self) -> bool:
        rounds = self._stage.device.rooms.rounds
        states = rounds.states(self._site.id) if rounds is not None else ()
        return any(state.stop_id == self._covered.card.id and state.is_covered for state in states)

    def _wait_for_confirmed(self, number: int, name: str) -> None:
        self._stage.wait(lambda: self._count_confirmed() >= number, TIMEOUT_S, f"{name} confirmed")

    def _count_confirmed(self) -> int:
        staff = self._stage.shell.staff
        return int(staff.round.property("confirmed_count")) if staff is not None else 0

    def _wait_for(self, name: str) -> None:
        self._stage.wait(lambda: self._stage.shell.find(name) is not None, PAGE_TIMEOUT_S, name)
