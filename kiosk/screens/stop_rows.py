"""A stop as one row of a list, a card or a dot on the plan: the values QML binds to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from kiosk.model.content import StopCard
from kiosk.screens.media_index import MediaIndex


def make_row(card: StopCard, media: MediaIndex, seen: Collection[str] = ()) -> dict[str, Any]:
    """Return what a row shows of a stop; ``seen`` are the ids of the stops this visitor opened."""
    return {
        "id": card.id,
        "number": card.number,
        "title": card.title,
        "where": card.where,
        "picture": media.make_url(card.thumbnail),
        "focus_x": card.focus_x,
        "focus_y": card.focus_y,
        "seen": card.id in seen,
    }
