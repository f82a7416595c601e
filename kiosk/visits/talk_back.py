"""What a visitor gave back, told apart from the visit: ratings, and messages that name nothing else of it."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.model.facts import Fact
from kiosk.visits.history import VisitHistory
from kiosk.visits.random_ids import new_id


def rating_facts(visit: VisitHistory, counted: bool) -> Iterator[Fact]:
    """Yield the last rating of the site and of each stop that was rated."""
    for stop, stars in visit.ratings.items():
        where = {"id": new_id(), "site": _find_site(visit, stop), "stop": stop}
        yield Fact("rating", {**where, "stars": stars, "day": visit.day, "counted": counted})


def message_facts(visit: VisitHistory) -> Iterator[Fact]:
    """Yield one fact for each message that was not taken back; nothing in two of them tells that one visitor sent both."""
    for said in visit.messages.values():
        stop = said.get("stop")
        where = {"id": new_id(), "site": _find_site(visit, stop), "stop": stop}
        told = {name: said.get(name) for name in ("kind", "text", "language", "sound")}
        yield Fact("message", {**where, **told, "day": visit.day})


def _find_site(visit: VisitHistory, stop: str | None) -> str:
    return stop.split("/", 1)[0] if stop else visit.site
