"""One simulated visit, played through the real visit as the screens would report it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

from kiosk.app.simulate.memory_log import MemoryLog
from kiosk.app.simulate.sites import Telling, VisitedSite, VisitedStop
from kiosk.app.simulate.visitor import Visitor
from kiosk.app.simulate.walk import SHOWN, choose_next, suggest, walk_to
from kiosk.model.content import Depth
from kiosk.visits.visit import Visit

_REPORT_MS: Final = 5_000
_IDLE_MS: Final = 90_000
_STILL_THERE_MS: Final = 20_000
_WITHHELD: Final = 0.12
# How often a finger scrolls the words within a few seconds of listening.
_TOUCHED: Final = 0.07
_DEPTHS_BY_NEED: Final = (Depth.STORY, Depth.GLANCE, Depth.DESCRIBED)
_FAILED_SCANS: Final = ("unreadable", "foreign", "unknown", "newer")
_FAILED_ODDS: Final = (70, 15, 10, 5)


class VisitScript:
    """Plays one visit.

    Args:
        log: Where the visit is logged; its clock stands at the visit's start, and at its end afterwards.
        site: Where the visit is.
        visitor: Who makes it.
        rng: What chance decides.

    Attributes:
        seen: The stops that were opened, in order.
    """

    def __init__(self, log: MemoryLog, site: VisitedSite, visitor: Visitor, rng: Random) -> None:
        self._clock = log.clock
        self._visit = Visit(log)
        self._site = site
        self._visitor = visitor
        self._rng = rng
        self._started_ms = self._clock.wall_ms
        self._withheld: set[str] = set()
        self._shown: set[str] = set()
        self.seen: dict[str, None] = {}

    def play(self, admit: Callable[[Visit], object] = lambda _visit: None) -> None:
        """Play it from the first touch to the end; ``admit`` shows tickets, vouchers and passes once it has begun."""
        site, visitor, rng = self._site, self._visitor, self._rng
        self._visit.start(site.id, visitor.language, len(site.stops), timezone=site.timezone)
        self._pass_s(4, 12)
        admit(self._visit)
        for preference, value in visitor.wishes:
            self._pass_s(3, 10)
            self._visit.set_preference(preference, value)
        if visitor.has_left_at_once:
            self._pass_s(5, 30)
            self._visit.end("leave")
            return
        here: VisitedStop | None = None
        wanted, by = choose_next(site, None, self.seen, rng), visitor.finds_by
        while wanted is not None:
            self._visit_stop(here, wanted, by)
            here = wanted
            if self._is_tired():
                break
            wanted, by = self._choose(here)
        self._leave()

    @property
    def _tiredness(self) -> float:
        return min(1.5, (self._clock.wall_ms - self._started_ms) / self._visitor.stamina_ms)

    def _is_tired(self) -> bool:
        # Somebody leaves early, and hardly anybody goes on far beyond what they had in mind.
        return self._rng.random() < 0.05 + 0.6 * max(0.0, self._tiredness - 0.5)

    def _visit_stop(self, here: VisitedStop | None, stop: VisitedStop, by: str) -> None:
        self._clock.pass_ms(walk_to(here, stop, self._rng).walk_ms)
        self._fumble(by)
        self._visit.open_stop(stop.id, by)
        self.seen[stop.id] = None
        self._pass_s(1, 3)
        if self._rng.random() < 0.04 + 0.05 * self._tiredness:  # a glance, and on
            return
        self._listen(stop, self._choose_depth(stop))
        if self._rng.random() < 0.07 * (1.5 - self._tiredness):
            self._ask_for_more(stop)
        self._look_on(stop)

    def _fumble(self, by: str) -> None:
        """Fail to scan or to search, now and then, and try again."""
        while self._rng.random() < self._visitor.clumsiness:
            self._pass_s(2, 6)
            if by in ("code", "picture"):
                self._visit.scan_failed(self._rng.choices(_FAILED_SCANS, _FAILED_ODDS)[0])
            else:
                self._visit.search_failed("number" if by == "number" else "words")

    def _choose_depth(self, stop: VisitedStop) -> Depth | None:
        wish = Depth.GLANCE if self._tiredness > 0.8 and self._rng.random() < 0.4 else self._visitor.depth
        order = (wish, *_DEPTHS_BY_NEED)
        return next((depth for depth in order if (self._visitor.language, depth) in stop.tellings), None)

    def _ask_for_more(self, stop: VisitedStop) -> None:
        for depth in (Depth.STORY, Depth.GLANCE):
            if (self._visitor.language, depth) in stop.tellings:
                self._visit.change_depth(depth)
                self._listen(stop, depth)
                return

    def _listen(self, stop: VisitedStop, depth: Depth | None) -> None:
        if depth is None:
            self._pass_s(5, 40)
            return
        telling = stop.tellings[self._visitor.language, depth]
        self._visit.narration_started(telling.language, depth, telling.kind, telling.duration_ms)
        heard_ms = round(telling.duration_ms * self._draw_heard(stop))
        self._hear(telling, heard_ms)

    def _draw_heard(self, stop: VisitedStop) -> float:
        """Return how much of a narration is heard: all of it, or as far as patience goes."""
        keen = self._visitor.patience * stop.grip**0.5 * (1 - 0.45 * min(1.0, self._tiredness))
        return 1.0 if self._rng.random() < keen else self._rng.betavariate(1.6, 2.2)

    def _hear(self, telling: Telling, until_ms: int) -> None:
        position_ms = 0
        while position_ms < until_ms:
            step_ms = min(self._rng.randint(2_000, _REPORT_MS), until_ms - position_ms)
            self._clock.pass_ms(step_ms)
            position_ms += step_ms
            if self._rng.random() < _TOUCHED:
                self._visit.touch()
            self._visit.narration_progress(position_ms)
        self._visit.narration_ended("finished" if until_ms >= telling.duration_ms else "stopped", position_ms)

    def _look_on(self, stop: VisitedStop) -> None:
        """Look at the thing, with a touch or two of the screen: a picture made larger, the facts read."""
        pace = self._visitor.pace * stop.grip
        for _ in range(self._rng.choices((0, 1, 2, 4), (35, 35, 20, 10))[0]):
            self._clock.pass_ms(round(self._rng.expovariate(1 / 16_000) * pace))
            self._visit.touch()
        self._clock.pass_ms(round(self._rng.expovariate(1 / 6_000) * pace))

    def _choose(self, here: VisitedStop) -> tuple[VisitedStop | None, str]:
        shown = self._show(here)
        if shown and self._rng.random() < self._visitor.trust:
            taken = self._rng.choices(shown, (6, 3, 2)[: len(shown)])[0]
            self._visit.suggestion_taken(taken.id)
            return taken, "suggestion"
        return choose_next(self._site, here, self.seen, self._rng), self._visitor.finds_by

    def _show(self, here: VisitedStop) -> list[VisitedStop]:
        """Show what is suggested from here; one in so many is withheld, to compare with."""
        offered = [stop for stop in suggest(self._site, here, self.seen) if stop.id not in self._withheld]
        slot = self._rng.randint(1, SHOWN)
        if (
            len(offered) > SHOWN
            and self._rng.random() < _WITHHELD
            and offered[slot - 1].id not in self._shown
        ):
            stop = offered.pop(slot - 1)
            self._withheld.add(stop.id)
            self._visit.suggestion_withheld(stop.id, slot)
        for slot, stop in enumerate(offered[:SHOWN], 1):
            self._shown.add(stop.id)
            self._visit.suggestion_shown(stop.id, slot)
        return offered[:SHOWN]

    def _leave(self) -> None:
        """Give the guide back: by its own button, on its charger, or left lying until it asks and ends by itself."""
        how = self._rng.choices(("leave", "charger", "idle"), (62, 20, 18))[0]
        if how == "idle":
            self._clock.pass_ms(_IDLE_MS)
            self._visit.close_stop("idle")
            self._clock.pass_ms(_STILL_THERE_MS)
        else:
            self._pass_s(5, 40)
        self._visit.end(how)

    def _pass_s(self, least: int, most: int) -> None:
        self._clock.pass_ms(self._rng.randint(least * 1000, most * 1000))
