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

    Another takes the place of one that is withheld. Of those there are, one is always shown: a visit goes on.
    """
    if rooms.guide is None:
        return ()
    # The next stop of a tour has a card of its own.
    elsewhere = set(moment.planned[:1])
    moment = replace(moment, planned=())
    # Each turn withholds one more, so it comes to an end.
    while True:
        hidden = elsewhere.union(stop for stop, withheld in journey.withheld.items() if withheld)
        asked = replace(moment, seen_before=moment.seen_before | hidden)
        found = [one for one in rooms.guide.suggest(asked, COUNT) if one.stop.id not in hidden]
        if not _draw(rooms, journey, [one.stop.id for one in found]):
            return found


def _draw(rooms: Rooms, journey: Journey, stop_ids: Sequence[str]) -> bool:
    """Draw for stops that come up for the first time, in their order, and log them; tell whether one is withheld."""
    left = len(stop_ids)
    for slot, stop_id in enumerate(stop_ids, 1):
        if stop_id in journey.withheld:
            continue
        withheld = left > 1 and rooms.chance() < WITHHELD_SHARE
        left -= withheld
        journey.withheld[stop_id] = withheld
        if withheld:
            rooms.visit.suggestion_withheld(stop_id, slot)
        else:
            rooms.visit.suggestion_shown(stop_id, slot)
    return left < len(stop_ids)
