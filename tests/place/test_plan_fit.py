from __future__ import annotations

from cmath import exp, pi
from dataclasses import replace

import pytest

from kiosk.model.content import Floor, StopCard
from kiosk.place.plan_fit import PlanFit, find_fit
from tests.fakes.fake_library import FakeLibrary
from tests.place.cards import GROUND, make_card

FLOOR = Floor("ground", 0, "Ground", "", 1000, 800)
SPOTS = {"a": (10, 10), "b": (110, 20), "c": (60, 90), "d": (20, 70), "e": (90, 60)}


def place(
    *names: str,
    turn_deg: float = 0.0,
    scale: float = 5.0,
    stretch: float = 1.0,
    slips: dict[str, float] | None = None,
) -> list[StopCard]:
    """Return stops on a plan that is turned, scaled and stretched; ``slips`` are errors of single ones, in pixels."""
    cards = []
    for name in names:
        east, north = SPOTS[name]
        pixel = exp(1j * turn_deg / 180 * pi) * complex(east * stretch, north) * scale
        x = (pixel.real + 150 + (slips or {}).get(name, 0)) / FLOOR.width_px
        cards.append(
            replace(
                make_card(name, east, north),
                floor_id="ground",
                plan_x=x,
                plan_y=(600 - pixel.imag) / FLOOR.height_px,
            )
        )
    return cards


def check(fit: PlanFit | None, cards: list[StopCard], slack: float = 1e-3) -> None:
    assert fit is not None
    for card in cards:
        spot = fit.find_spot(card.lat or 0, card.lon or 0, 5.0)
        assert spot is not None
        assert (spot.x, spot.y) == pytest.approx((card.plan_x, card.plan_y), abs=slack)


@pytest.mark.parametrize("turn", [0, 10, -20])
def test_three_stops_lay_a_plan_over_the_ground(turn: float) -> None:
    cards = place("a", "b", "c", turn_deg=turn)
    check(find_fit(FLOOR, cards), cards)


def test_the_circle_has_the_plans_scale() -> None:
    fit = find_fit(FLOOR, place("a", "b", "c"))
    assert fit is not None
    spot = fit.find_spot(*GROUND.to_degrees(50, 50), 10.0)
    assert spot is not None and spot.radius == pytest.approx(10 * 5 / 1000, rel=0.01)


def test_a_stretched_plan_needs_five_stops_to_be_sure() -> None:
    stretched = {"turn_deg": 5.0, "scale": 3.0, "stretch": 2.0}
    assert find_fit(FLOOR, place("a", "b", "c", "d", **stretched)) is None  # type: ignore[arg-type]  # numbers all
    cards = place(*SPOTS, **stretched)  # type: ignore[arg-type]  # numbers all
    check(find_fit(FLOOR, cards), cards)


def test_a_drawing_that_is_no_map_is_left_alone() -> None:
    assert find_fit(FLOOR, place(*SPOTS, slips={"a": 150, "b": -200, "e": 120})) is None


def test_a_drawing_that_is_a_little_off_tells_a_wider_circle() -> None:
    exact, sloppy = find_fit(FLOOR, place(*SPOTS)), find_fit(FLOOR, place(*SPOTS, slips={"a": 25, "b": -25}))
    assert exact is not None and sloppy is not None
    at = GROUND.to_degrees(50, 50)
    one, other = exact.find_spot(*at, 3.0), sloppy.find_spot(*at, 3.0)
    assert one is not None and other is not None and other.radius > one.radius


def test_beside_the_plan_nobody_is_drawn() -> None:
    fit = find_fit(FLOOR, place("a", "b", "c"))
    assert fit is not None
    assert fit.find_spot(*GROUND.to_degrees(-40, 0), 5.0) is None
    assert fit.find_spot(*GROUND.to_degrees(0, 400), 5.0) is None


def test_too_few_stops_or_all_in_one_spot_say_nothing() -> None:
    assert find_fit(FLOOR, place("a", "b")) is None
    assert find_fit(FLOOR, []) is None
    spot = place("a")[0]
    assert find_fit(FLOOR, [replace(spot, id=name) for name in "xyz"]) is None
    assert find_fit(replace(FLOOR, width_px=0), place("a", "b", "c")) is None


def test_stops_of_another_floor_do_not_count() -> None:
    cards = place("a", "b", "c")
    assert find_fit(FLOOR, [cards[0], cards[1], replace(cards[2], floor_id="tower")]) is None


def test_the_demonstrations_plan_lies_on_the_ground() -> None:
    library = FakeLibrary()
    (floor,) = library.floors("qutb", "en")
    cards = list(library.stop_cards("qutb", "en"))
    fit = find_fit(floor, cards)
    check(fit, cards, slack=0.002)
    assert fit is not None and fit.error_m < 0.5
