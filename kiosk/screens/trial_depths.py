"""At which depths two versions of a stop really differ: only there one is on trial against the other."""

from __future__ import annotations

from kiosk.model.content import Depth, Stop


def find_trial_depths(one: Stop, other: Stop) -> frozenset[Depth]:
    """Return the depths at which the texts or the recordings of two versions of a stop are not the same."""
    return frozenset(depth for depth in Depth if _list_told(one, depth) != _list_told(other, depth))


def _list_told(stop: Stop, depth: Depth) -> set[tuple[str, str]]:
    texts = {(text.language, text.text) for text in stop.texts if text.depth is depth}
    return texts | {(one.language, one.sha256) for one in stop.recordings if one.depth is depth}
