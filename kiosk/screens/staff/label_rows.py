"""A label as the staff's pages show it: the values QML binds to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.model.content import StopCard
from kiosk.model.label_state import LabelState
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.stop_rows import make_row

NOTHING: dict[str, Any] = {"id": ""}


def make_label_row(state: LabelState, cards: Mapping[str, StopCard], media: MediaIndex) -> dict[str, Any]:
    """Return what is shown of one label; ``kind`` is the gravest of what is known of it."""
    return make_stop_row(state.stop_id, cards, media) | {
        "kind": find_kind(state),
        "foreign": state.foreign,
        "foreign_today": state.foreign_today,
        "foreign_on": state.foreign_on,
        "forged": state.forged,
        "failed": state.failed,
        "reads": state.reads,
        "read_on": state.read_on,
        "confirmed_on": state.confirmed_on,
        "spare_percent": _as_percent(state.spare),
        "spare_before_percent": _as_percent(state.spare_before),
    }


def make_stop_row(stop_id: str, cards: Mapping[str, StopCard], media: MediaIndex) -> dict[str, Any]:
    """Return what tells a label's stop: its number, title and picture. A stop that is gone has its id."""
    card = cards.get(stop_id)
    if card is None:
        return {"id": stop_id, "number": "", "title": stop_id, "where": "", "picture": "", "focus_x": 0.5, "focus_y": 0.5, "seen": False}  # fmt: skip
    return make_row(card, media)


def find_kind(state: LabelState) -> str:
    """Return covered, forged, unread, wearing, foreign, fine, or new for a label never read nor found."""
    kinds = (
        ("covered", state.is_covered),
        ("forged", state.forged > 0),
        ("unread", state.is_unread),
        ("wearing", state.is_wearing),
        ("foreign", state.foreign > 0),
        ("fine", bool(state.read_on or state.confirmed_on)),
    )
    return next((kind for kind, is_so in kinds if is_so), "new")


def _as_percent(share: float | None) -> int:
    """Return a share in percent; -1 where it is not known."""
    return -1 if share is None else round(100 * share)
