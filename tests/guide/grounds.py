"""Sites to suggest on, drawn in a few words."""

from __future__ import annotations

from typing import Any

from kiosk.guide.moment import Moment
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.suggestion import Suggestion
from kiosk.model.content import Site, StopCard

SITE = Site("site", "pack", "Site", "", 28.5, 77.2, "", "Asia/Kolkata", "Q", "#808080", "en", ("en",))


def card(
    name: str, order: int = 0, lat: float | None = None, lon: float | None = None, **words: Any
) -> StopCard:
    """Return a stop's card."""
    fields: dict[str, Any] = {
        "number": str(order),
        "title": name,
        "where": "",
        "floor_id": "ground",
        "plan_x": None,
        "plan_y": None,
        "tags": (),
        "thumbnail": "",
    }
    return StopCard(id=f"site/{name}", site_id="site", order=order, lat=lat, lon=lon, **{**fields, **words})


def ground(*cards: StopCard, **words: Any) -> SiteGround:
    """Return a site with these stops."""
    return SiteGround(SITE, cards, **words)


def moment(here: str = "", *seen: str, **words: Any) -> Moment:
    """Return a moment at a stop, by the stops' short names; where a visitor is they have been."""
    been = [*seen, here] if here else list(seen)
    at = f"site/{here}" if here else ""
    return Moment("site", "en", at, tuple(f"site/{name}" for name in been), **words)


def names(suggestions: tuple[Suggestion, ...]) -> list[str]:
    """Return the short names of suggested stops."""
    return [suggestion.stop.title for suggestion in suggestions]
