"""Sites to simulate, made up here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.app.simulate.sites import Telling, VisitedSite, VisitedStop
from kiosk.model.content import Depth

MakeSite = Callable[..., VisitedSite]


def _make_site(stops: int = 8, opening_hours: str = "", name: str = "mill") -> VisitedSite:
    """Return a site along a way of 30 m a stop; the first stop draws most."""
    tellings = {
        ("en", Depth.STORY): Telling("en", "recording", 60_000),
        ("en", Depth.GLANCE): Telling("en", "recording", 20_000),
        ("hi", Depth.STORY): Telling("hi", "speech", 70_000),
    }
    made = [
        VisitedStop(f"{name}/s{one}", 2 / (one + 1) ** 0.5, 1.0, one * 30.0, 0.0, tellings)
        for one in range(stops)
    ]
    return VisitedSite(name, "Europe/Stockholm", opening_hours, ("en", "hi"), "en", made)


@pytest.fixture
def make_site() -> MakeSite:
    return _make_site
