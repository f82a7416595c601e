"""Whether what a guide of one's own is made of holds together: ways, kinds of tours, trials of narration."""

from __future__ import annotations

import datetime

from kiosk.authoring.check_telling import Teller, find_text
from kiosk.authoring.check_ways import check_ways
from kiosk.model.content import Depth, TourKind
from kiosk.packs.pack_source import StopSource, TourSource


def check_guide(teller: Teller, today: datetime.date) -> None:
    """Check ways, what kinds of tours promise, since when stops are there, and whether two versions on trial are two."""
    check_ways(teller)
    stops = {stop.id: stop for stop in teller.source.stops}
    for tour in teller.source.tours:
        _check_tour(teller, tour, [stops[stop_id] for stop_id in tour.stops if stop_id in stops])
    for stop in stops.values():
        _check_trial(teller, stop)
        if stop.added_on and datetime.date.fromisoformat(stop.added_on) > today:
            what = f"it is said to be seen since {stop.added_on}, which is still to come"
            teller.warn(stop.origin, "added", what, "write closed = true until then", "date_to_come")


def _check_tour(teller: Teller, tour: TourSource, stops: list[StopSource]) -> None:
    where, language = f"tours {tour.id} stops", teller.source.fallback_language
    closed = [stop.id for stop in stops if stop.closed]
    if closed:
        what = f"it comes to {', '.join(closed)}, which is closed"
        teller.warn_of_pack(where, what, "take the stop out, or open it", "tour_unfit")
    texts = {stop.id: find_text(stop, language) for stop in stops}
    if tour.kind is TourKind.QUIZ and not any(text and text.questions for text in texts.values()):
        what = f"it is a quiz trail, and none of its stops has a question in {language}"
        teller.warn_of_pack(where, what, "write [[questions]], or take kind out", "tour_unfit")
    grown_up = [stop_id for stop_id, text in texts.items() if text and Depth.CHILDREN not in text.by_depth]
    if tour.kind is TourKind.CHILDREN and grown_up:
        what = f"it is for children, and {', '.join(grown_up)} is not told for them in {language}"
        teller.warn_of_pack(where, what, "write children, or take the stop out", "tour_unfit")


def _check_trial(teller: Teller, stop: StopSource) -> None:
    """Tell where two versions differ in nothing: half of the visits would be told the same for nothing."""
    recorded = {(one.language, one.depth) for one in stop.other_recordings}
    for other in stop.other_texts:
        first = find_text(stop, other.language)
        for depth, words in other.by_depth.items():
            is_same = first is not None and first.by_depth.get(depth) == words
            if is_same and (other.language, depth) not in recorded:
                what = "the other version says the same as the first"
                teller.warn(
                    other.origin, depth.value, what, "tell it otherwise, or take it away", "trial_same"
                )
