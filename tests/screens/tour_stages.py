"""The pages of a tour of one's own, as a visitor comes to see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.qt_loop import spin_until


def walk_tour(shell: Shell, fakes: FakeRooms, settle: Callable[[], None]) -> Iterator[str]:
    """Lead from the home page through the three questions to a tour, and begin it; ends on the home page."""

    def touch(*names: str) -> None:
        for name in names:
            shell.tap(name)
            settle()

    def wait_for(*, expected: bool = False) -> None:
        model = shell.models.expectations if expected else shell.models.tour
        spin_until(lambda: model.property("known") if expected else model.property("state") == "ready")
        settle()

    fakes.guide.closed = {"qutb/iron-pillar"}
    fakes.guide.stairs = {"qutb/great-screen"}
    touch("own-tour")
    yield "wish-company"
    touch("company-friends")
    touch("interest-calligraphy", "interest-kings", "interest-gardens")
    yield "wish-interests"
    touch("go-on")
    wait_for(expected=True)
    yield "wish-minutes"
    touch("minutes-40")
    wait_for()
    first = shell.models.tour.property("stops")[0]["id"]
    touch(f"take-out-{first}")
    spin_until(lambda: shell.models.tour.property("stops")[0]["id"] != first)
    touch("choice-calm", "step-free")
    spin_until(lambda: any(row["why"] == "stairs" for row in shell.models.tour.property("left_out")))
    settle()
    yield "tour-own"
    touch("tour-go")
    yield "home-following"
    fakes.clock.step(20 * 60_000)
    shell.models.attention.touched()  # there all the time: the watch's next second must not take them for gone
    shell.models.followed.refresh()
    settle()
    yield "home-behind"
    touch("drift-keep", "map")
    yield "map-tour"
    touch("back")
