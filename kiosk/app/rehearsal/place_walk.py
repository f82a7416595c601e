"""A walk outdoors: the way to a stop is offered, then the stop itself, and it opens by a touch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kiosk.app.rehearsal.report import Details, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import StopCard
from kiosk.place.ground import Ground
from kiosk.place.walk import Pause, format_walk

DRAWN_PACE, RECORDED_PACE = 15.0, 5.0
"""So many times as quick as visitors walk; on a recording they stay at a stop for as long as they did, and not for ever."""

WAY_M = 60.0
_STAY_S = 3_000  # for as long as the step takes, and some
TIMEOUT_S = 30.0
RECORDED_TIMEOUT_S = 240.0
"""Twenty minutes of a recording, until the first stop that one stands at."""

WALK_FILE = "walk.nmea"


class PlaceWalk:
    """Walks to an outdoor stop that was not seen yet, or along a recording; on the home page, in a visit."""

    def __init__(self, stage: Stage, cards: Sequence[StopCard], recording: Path | None) -> None:
        """Walk among ``cards``, the stops of the visit's site; ``recording`` None draws a walk from the west."""
        self._stage = stage
        self._recording = recording
        seen = stage.shell.models.flow.journey.seen if stage.shell.models.flow.journey else ()
        self._stops = [card for card in cards if card.lat is not None and card.id not in seen]
        self.is_possible = bool(self._stops or recording)
        """Whether there is an outdoor stop to walk to."""

    def make(self) -> Details:
        """Walk, see the offers, and open the stop one stands at."""
        stage = self._stage
        timeout_s = TIMEOUT_S if self._recording is None else RECORDED_TIMEOUT_S
        if self._recording is None:
            stage.receiver.walk(self._draw(), DRAWN_PACE)
        else:
            stage.receiver.walk(self._recording, RECORDED_PACE)
        stage.wait(lambda: bool(self._offers()), timeout_s, "a way to an outdoor stop")
        first, near = self._offers()[0], stage.shoot("place-near")
        pictures = [near]
        if stage.shell.find("map") is not None:
            stage.tap("map", page="map")
            pictures.append(stage.shoot("place-map"))
            stage.tap("back", page="home")
        stage.wait(
            lambda: self._is_open() or bool(self._here()), timeout_s, "an outdoor stop that one stands at"
        )
        pictures.append(stage.shoot("place-here"))
        if not self._is_open():  # its author may let it open by itself
            stage.tap(f"place-{self._here()[0]['id']}", page="stop")
        stage.receiver.stand_still()
        found_by = stage.read("flow", "found_by")
        expect(found_by == "place", "how the stop was found", "place", found_by)
        return {
            "offered": first["title"],
            "metres": first["metres"],
            "stop": stage.read("stop", "number"),
            "title": stage.read("stop", "title"),
            "on_plan": bool(stage.read("plan", "visitor")),
            "pictures": pictures,
        }

    def _draw(self) -> Path:
        goal = self._stops[0]
        assert goal.lat is not None and goal.lon is not None
        start = Ground(goal.lat, goal.lon).to_degrees(-WAY_M, 0.0)
        path = self._stage.out / WALK_FILE
        sentences = format_walk([Pause(*start), Pause(goal.lat, goal.lon, _STAY_S)])
        path.write_text("".join(f"{sentence}\r\n" for sentence in sentences), "ascii")
        return path

    def _is_open(self) -> bool:
        return self._stage.shell.page == "stop"

    def _offers(self) -> list[dict[str, Any]]:
        offers: list[dict[str, Any]] = self._stage.read("place", "offers")
        return offers

    def _here(self) -> list[dict[str, Any]]:
        return [offer for offer in self._offers() if offer["is_here"]]
