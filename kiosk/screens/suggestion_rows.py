"""A suggestion as a card: what QML binds to, and what its reason names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kiosk.guide.suggestion import Reason, Suggestion
from kiosk.screens.journey import Journey
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.rooms import Library
from kiosk.screens.stop_rows import make_row

NAMES_A_STOP = frozenset({Reason.BECAUSE_STAYED, Reason.MORE_LIKE})


def make_cards(
    suggestions: Iterable[Suggestion], journey: Journey, library: Library, media: MediaIndex
) -> list[dict[str, Any]]:
    """Return a card for each suggestion, in the visitor's language.

    Beside what a stop's row has: ``reason``, ``because`` (what the reason names), ``since`` (ISO 8601, of a new stop),
    ``metres`` on foot (-1 unknown) and ``floor``, the floor's name where it is another than the visitor's.
    """
    cards = {card.id: card for card in library.stop_cards(journey.site_id, journey.language)}
    floors = {floor.id: floor.name for floor in library.floors(journey.site_id, journey.language)}
    tags = library.tags(journey.site_id, journey.language)
    here = cards.get(journey.here)
    made = []
    for one in suggestions:
        named = cards[one.because].title if one.because in cards else ""
        if one.reason not in NAMES_A_STOP:
            named = tags.get(one.because, "")
        is_elsewhere = here is not None and one.floor_id != here.floor_id
        made.append(
            make_row(one.stop, media)
            | {
                "reason": str(one.reason),
                "because": named,
                "since": one.stop.added_on if one.reason is Reason.NEW else "",
                "metres": -1 if one.walk_m is None else round(one.walk_m),
                "floor": floors.get(one.floor_id, "") if is_elsewhere else "",
            }
        )
    return made
