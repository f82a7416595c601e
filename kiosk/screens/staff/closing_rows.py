"""A stop or a way that staff may close, as their page shows it: the values QML binds to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.guide.closures import ClosedKind, Closure
from kiosk.model.content import StopCard, Way

NOTHING: dict[str, Any] = {"key": ""}


def make_closing_row(
    closure: Closure, cards: Mapping[str, StopCard], ways: Mapping[str, Way], *, closed: bool
) -> dict[str, Any]:
    """Return what is shown of one; ``until`` is an ISO 8601 day, "" for none. What is not in the pack any more has its id."""
    row: dict[str, Any] = {
        "key": f"{closure.kind}-{closure.id}",
        "kind": str(closure.kind),
        "title": closure.id,
        "number": "",
        "where": "",
        "way": "",
        "from": "",
        "to": "",
        "closed": closed,
        "until": closure.until.isoformat() if closure.until else "",
        "by_pack": False,
    }
    if closure.kind is ClosedKind.STOP:
        return row | _tell_stop(cards.get(closure.id))
    return row | _tell_way(ways.get(closure.id), cards)


def _tell_stop(card: StopCard | None) -> dict[str, Any]:
    if card is None:
        return {}
    return {"title": card.title, "number": card.number, "where": card.where, "by_pack": card.closed}


def _tell_way(way: Way | None, cards: Mapping[str, StopCard]) -> dict[str, Any]:
    if way is None:
        return {}
    ends = [cards[end].title if end in cards else end for end in (way.from_stop, way.to_stop)]
    return {"title": way.name, "way": str(way.kind), "from": ends[0], "to": ends[1], "by_pack": way.closed}
