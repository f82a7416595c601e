"""One suggestion in ten is withheld at random, so that a report can tell what suggesting does.

Visitors find by themselves what is suggested to them: only beside suggestions that were worked out and not shown can
their effect be seen. It is drawn once for each visit and stop, and holds to the visit's end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kiosk.screens.journey import Journey
from kiosk.screens.rooms import Rooms

if TYPE_CHECKING:
    from kiosk.guide.moment import Moment
    from kiosk.guide.suggestion import Suggestion

WITHHELD_SHARE: Final = 0.1
COUNT: Final = 3


def choose_shown(rooms: Rooms, journey: Journey, moment: Moment) -> Sequence[Suggestion]:
    """Return what is shown at ``moment``, and log it, and what is withheld, each stop once a visit.

    Another takes the place of one that is withheld. The only one there is left is always shown: a visit goes on.
    """
    if rooms.guide is None:
        return ()
    # The next stop of a tour has a card of its own.
    moment = replace(moment, planned=(), seen_before=moment.seen_before.union(moment.planned[:1]))
    # Each turn withholds one more, so it comes to an end.
    while True:
        hidden = {stop for stop, withheld in journey.withheld.items() if withheld}
        asked = replace(moment, seen_before=moment.seen_before | hidden)
        found = [one for one in rooms.guide.suggest(asked, COUNT) if one.stop.id not in hidden]
        drawn = [_draw(rooms, journey, slot, one, len(found)) for slot, one in enumerate(found, 1)]
        if not any(drawn):
            return found


def _draw(rooms: Rooms, journey: Journey, slot: int, suggestion: Suggestion, count: int) -> bool:
    """Draw for a stop that comes up for the first time, and log it; tell whether it is now withheld."""
    stop_id = suggestion.stop.id
    if stop_id in journey.withheld:
        return False
    withheld = count > 1 and rooms.chance() < WITHHELD_SHARE
    journey.withheld[stop_id] = withheld
    if withheld:
        rooms.visit.suggestion_withheld(stop_id, slot)
    else:
        rooms.visit.suggestion_shown(stop_id, slot)
    return withheld
