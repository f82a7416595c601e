"""A tour of one's own, rehearsed: three questions, what time holds, the tour, another one, the plan, a quiz trail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import Tour, TourKind
from kiosk.model.errors import KioskError

# Only a failed step ever lasts this long; a busy machine needs some of it.
TIMEOUT_S = 25.0
MINUTES = 40
FEWER_MINUTES = 20
THEMES = 2
FEWEST_TO_SPARE = 2


class TourMade:
    """Makes a tour and follows it for a while. Begins and ends on the home page, with no tour followed."""

    def __init__(self, stage: Stage, report: Report, go_home: Callable[[], None]) -> None:
        self._stage = stage
        self._report = report
        self._go_home = go_home

    def make(self, *, has_plan: bool) -> None:
        """Make every step that this site's content allows."""
        if not self._report.step("wishes", self._answer_questions):
            self._go_home()
            return
        self._report.step("expect", self._read_what_time_holds)
        if self._report.step("plan", self._make_tour):
            if has_plan:
                self._report.step("tour-map", self._look_at_plan)
            self._report.step("replan", self._take_less_time)
        trail = self._find_quiz()
        if trail is not None:
            self._report.step("quiz", lambda: self._answer_quiz(trail))
        self._leave_tour()

    def _answer_questions(self) -> Details:
        """Say who is there and what draws them: the last question is answered in the next step."""
        stage = self._stage
        self._go_home()
        touch_ms = stage.tap("own-tour", page="wish-company")
        pictures = [stage.shoot("wish-company")]
        stage.tap("company-friends")
        stage.wait(lambda: stage.shell.page.startswith("wish-"), TIMEOUT_S, "the next question")
        themes = stage.read("dialogue", "interests")[:THEMES]
        for theme in themes:
            stage.tap(f"interest-{theme['id']}")
        if themes:
            pictures.append(stage.shoot("wish-interests"))
            stage.tap("go-on", page="wish-minutes")
        return {
            "touch_to_page_ms": touch_ms,
            "themes": [theme["name"] for theme in themes],
            "pictures": pictures,
        }

    def _read_what_time_holds(self) -> Details:
        stage = self._stage
        known_ms = stage.wait(
            lambda: stage.read("expectations", "known"), TIMEOUT_S, "what each span of time holds"
        )
        spans = stage.read("expectations", "spans")
        manies = [span["many"] for span in spans]
        expect(manies == sorted(manies), "stops in more and more time", "no fewer each time", str(manies))
        return {
            "known_ms": known_ms,
            "stops": {str(span["minutes"]): [span["few"], span["many"]] for span in spans},
            "measured": stage.read("expectations", "measured"),
            "closed": stage.read("expectations", "closed"),
            "picture": stage.shoot("expect"),
        }

    def _make_tour(self) -> Details:
        """Have a tour made, leave one of its stops out, and begin it."""
        stage = self._stage
        stage.tap(f"minutes-{MINUTES}", page="tour")
        made_ms = self._wait_for_tour()
        pictures = [stage.shoot("tour")]
        finish = stage.read("tour", "finish")
        expect(finish["most"] <= MINUTES, "the finish", f"within {MINUTES} min", f"{finish['most']} min")
        if len(self._read_stops()) > FEWEST_TO_SPARE:
            self._take_out_first()
        planned = self._read_stops()
        stage.tap("tour-go", page="home")
        pictures.append(stage.shoot("following"))
        expect(stage.read("followed", "on") is True, "the tour", "followed", "not")
        return {
            "made_ms": made_ms,
            "stops": len(planned),
            "minutes": [finish["least"], finish["most"]],
            "done_between": [finish["begin"], finish["end"]],
            "walk_m": stage.read("tour", "metres"),
            "left_out": len(stage.read("tour", "left_out")) + stage.read("tour", "left_out_more"),
            "pictures": pictures,
        }

    def _take_out_first(self) -> None:
        stage = self._stage
        first = self._read_stops()[0]
        stage.tap(f"take-out-{first}")
        stage.wait(lambda: first not in self._read_stops(), TIMEOUT_S, "a tour without its first stop")
        self._wait_for_tour()

    def _look_at_plan(self) -> Details:
        stage = self._stage
        stage.tap("map", page="map")
        lines = stage.read("plan", "tour_lines")
        planned = [spot for spot in stage.read("plan", "spots") if spot["planned"]]
        picture = stage.shoot("tour-map")
        # Stops on another floor, or without a place, may lie between those that are drawn.
        is_drawn = bool(lines or stage.read("plan", "tour_changes")) or len(planned) < 2
        expect(is_drawn, "the tour on the plan", "a line", "none")
        stage.tap("back", page="home")
        return {"points": sum(map(len, lines)), "picture": picture}

    def _take_less_time(self) -> Details:
        """Have less time after all: one touch from the first page, and a shorter tour in the same order."""
        stage = self._stage
        self._go_home()
        before = self._read_to_come()
        stage.tap("change-minutes", page="wish-minutes")
        stage.tap(f"minutes-{FEWER_MINUTES}", page="tour")
        made_ms = self._wait_for_tour()
        stops = self._read_stops()
        kept = [stop for stop in before if stop in stops]
        expect([stop for stop in stops if stop in before] == kept, "the shorter tour", str(kept), str(stops))
        picture = stage.shoot("replanned")
        stage.tap("tour-go", page="home")
        return {"made_ms": made_ms, "before": len(before), "after": len(stops), "picture": picture}

    def _answer_quiz(self, trail: Tour) -> Details:
        """Follow a quiz trail to its first question, and answer it wrongly: the right one is told, and why."""
        stage = self._stage
        self._go_home()
        stage.tap(f"tour-{trail.id}", page="tour")
        pictures = [stage.shoot("quiz-trail")]
        stage.tap("tour-go", page="home")
        stage.tap(f"stop-{stage.read('followed', 'next')['id']}", page="stop")
        questions: list[dict[str, Any]] = stage.read("quiz", "questions")
        expect(bool(questions), "the first stop of the trail", "a question", "none")
        asked = questions[0]
        stage.tap(f"answer-{asked['id']}-{len(asked['answers']) - 1}")
        given = stage.wait(
            lambda: asked["id"] in stage.read("quiz", "given"), TIMEOUT_S, "what becomes of the answer"
        )
        pictures.append(stage.shoot("quiz"))
        told = stage.read("quiz", "given")[asked["id"]]
        expect(bool(told["because"]), "the reason of the right answer", "a sentence", "none")
        return {
            "trail": trail.name,
            "answers": len(asked["answers"]),
            "told_ms": given,
            "right": stage.read("quiz", "right"),
            "pictures": pictures,
        }

    def _leave_tour(self) -> None:
        self._go_home()
        if self._stage.read("followed", "on"):
            self._stage.tap("show-tour", page="tour")
            self._stage.tap("tour-leave", page="home")

    def _find_quiz(self) -> Tour | None:
        """Return a quiz trail whose first stop has a question; None where the site has none."""
        library, journey = self._stage.device.library, self._stage.shell.models.flow.journey
        if journey is None:
            return None
        for tour in library.tours(journey.site_id, journey.language):
            stop = library.get_stop(tour.stop_ids[0], journey.language) if tour.stop_ids else None
            if tour.kind is TourKind.QUIZ and stop is not None and stop.questions:
                return tour
        return None

    def _wait_for_tour(self) -> int:
        """Wait until the tour that was asked for is there; return how many ms it took."""
        stage = self._stage
        took_ms = stage.wait(lambda: not stage.shell.models.tour.is_making, TIMEOUT_S, "a tour")
        state = stage.read("tour", "state")
        if state != "ready":
            raise KioskError(
                "The tour was not made",
                expected="one with some stops",
                found=state,
                remedy="Look at the last picture in the rehearsal's folder",
                code="app.rehearsal-stuck",
            )
        return took_ms

    def _read_stops(self) -> list[str]:
        return [row["id"] for row in self._stage.read("tour", "stops")]

    def _read_to_come(self) -> list[str]:
        return list(self._stage.shell.models.followed.list_to_come())
