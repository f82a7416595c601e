"""A few painted things and what they are known by, made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.made_looks import MadeLooks, make_looks, paint_thing

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

THINGS = 6


@pytest.fixture(scope="session")
def things() -> dict[str, Plane]:
    return {f"mill/thing-{seed}": paint_thing(seed) for seed in range(THINGS)}


@pytest.fixture(scope="session")
def looks(things: dict[str, Plane]) -> MadeLooks:
    """Nobody may change it."""
    return make_looks(things)
