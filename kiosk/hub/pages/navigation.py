"""Which pages there are, in the order in which the navigation shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kiosk.hub.accounts import Role
from kiosk.hub.pages.viewer import Viewer

EVERYBODY: Final = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the navigation and who sees it there."""

    path: str
    label: str
    roles: frozenset[Role] = EVERYBODY


ENTRIES: Final = (
    Entry("/", "Overview"),
    Entry("/stops", "Stops"),
    Entry("/moves", "Moves"),
    Entry("/suggestions", "Suggestions"),
    Entry("/messages", "Messages", frozenset({Role.OPERATOR, Role.SITE})),
    Entry("/fleet", "Fleet"),
    Entry("/packs", "Packs"),
    Entry("/tickets", "Tickets"),
    Entry("/help", "Help"),
)


def list_entries(viewer: Viewer | None) -> list[Entry]:
    """Return the pages of somebody's navigation; none for who is not logged in."""
    return [] if viewer is None else [entry for entry in ENTRIES if viewer.role in entry.roles]
