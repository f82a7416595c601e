"""A tour of one's own, on the whole guide: three touches, an honest finish, and another tour in one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.guide.wishes import Pace
from kiosk.screens.accessible_things import list_things
from kiosk.screens.shell import Shell
from kiosk.visits.clock import Reading
from tests.fakes.composed_guide import DIARY, ComposedGuide, data, pack
from tests.fakes.fake_rooms import SteppedClock
from tests.fakes.qt_loop import spin_until
from tests.features.test_by_keys import go_to
from tests.screens.conftest import OpenShell, open_guide, settle, translations

__all__ = ["data", "open_guide", "pack", "settle", "translations"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_log(DIARY),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
]
TEN_IN_DELHI_MS = 1_794_976_200_000  # 2026-11-18 10:00 in Asia/Kolkata, a Wednesday


class ForenoonClock(SteppedClock):
    """Stands at ten o'clock in the mill's forenoon."""

    def read(self) -> Reading:
        return replace(super().read(), wall_ms=TEN_IN_DELHI_MS + self.now_ms)

    def correct(self, server_ms: int) -> None:
        """Take no other time."""


def tour(guide: ComposedGuide, name: str) -> object:
    return guide.shell.models.tour.property(name)


def test_from_the_first_page_to_a_tour_in_three_touches(data: Path) -> None:
    with ComposedGuide(data, has_camera=False, clock=ForenoonClock()) as guide:
        guide.begin()
        guide.tap("own-tour", "wish-company")
        guide.tap("company-friends", "wish-interests")  # one
        guide.tap("go-on", "wish-minutes")  # two
        guide.wait(lambda: guide.shell.models.expectations.property("known"))
        assert guide.shows("expect-how")
        guide.tap("minutes-40", "tour")  # three
        guide.wait(lambda: tour(guide, "state") == "ready")
        assert guide.words("tour-finish").startswith("Done by 10:"), "so short that it may be over at once"
        guide.tap("tour-go", "home")
        assert guide.shows("tour-next")
        following = guide.shell.models.followed.property("next")
        guide.tap(f"stop-{following['id']}", "stop")
        guide.wait(lambda: guide.words("stop-title") == following["title"])
        guide.leave()
        guide.begin()
        assert not guide.shows("tour-next"), "the next visitor has no tour"
        assert not guide.shows("change-minutes")


def test_less_time_after_all_is_one_touch_from_the_first_page(data: Path) -> None:
    with ComposedGuide(data, has_camera=False, clock=ForenoonClock()) as guide:
        guide.begin()
        guide.tap("own-tour", "wish-company")
        for page in ("wish-interests", "wish-minutes", "tour"):
            guide.tap("skip", page)
        guide.wait(lambda: tour(guide, "state") == "ready")
        guide.tap("tour-go", "home")
        planned = guide.shell.models.followed.list_to_come()
        guide.tap("change-minutes", "wish-minutes")
        guide.tap("minutes-20", "tour")
        guide.wait(lambda: not guide.shell.models.tour.is_making)
        assert guide.shell.models.followed.list_to_come() == planned, "nothing changes by itself"
        assert not tour(guide, "followed")


def test_whoever_dawdles_is_offered_a_shorter_tour(data: Path) -> None:
    clock = ForenoonClock()
    with ComposedGuide(data, has_camera=False, clock=clock) as guide:
        guide.begin()
        guide.tap("own-tour", "wish-company")
        guide.tap("skip", "wish-interests")
        guide.tap("skip", "wish-minutes")
        guide.tap("minutes-40", "tour")
        guide.wait(lambda: tour(guide, "state") == "ready")
        guide.tap("tour-go", "home")
        assert not guide.shows("tour-drift")
        clock.step(25 * 60_000)
        guide.shell.models.attention.touched()  # there all the time
        guide.tap("browse", "browse")
        guide.tap("back", "home")
        assert guide.shows("tour-drift")
        guide.tap("drift-fit", "tour")
        guide.wait(lambda: not guide.shell.models.tour.is_making)
        guide.tap("tour-go")
        guide.wait(lambda: guide.page != "tour")
        assert not guide.shows("tour-drift")


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_by_keys_alone(open_guide: OpenShell, settle: Callable[[], None], enter: Qt.Key) -> None:
    shell, _ = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")

    def press(*names: str) -> None:
        for name in names:
            settle()
            go_to(shell, name, settle)
            QTest.keyClick(shell.window, enter)

    press("own-tour", "company-alone", "interest-kings", "interest-metal", "go-on", "minutes-60")
    spin_until(lambda: shell.models.tour.property("state") == "ready")
    press("step-free", "choice-brisk")
    spin_until(lambda: not shell.models.tour.is_making)
    wishes = shell.models.dialogue.wishes
    assert wishes.interests == {"kings", "metal"}
    assert (wishes.step_free, wishes.pace) == (True, Pace.BRISK)
    press("tour-go")
    settle()
    assert shell.page == "home"
    assert shell.models.followed.property("on")


def names_of(shell: Shell) -> list[str]:
    return [thing.name for thing in list_things(shell.window)]


def test_read_aloud_each_answer_says_what_it_is_and_whether_it_is_chosen(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    shell, _ = open_guide(camera=False)
    shell.models.flow.begin()
    shell.models.flow.choose_language("en")
    shell.models.dialogue.begin()
    shell.models.dialogue.choose_company("children")
    shell.models.dialogue.toggle_interest("kings")
    settle()
    things = {thing.name: thing for thing in list_things(shell.window)}
    assert (things["Kings and sultans"].role, things["Kings and sultans"].is_chosen) == ("switch", True)
    assert things["Metal"].is_chosen is False
    shell.models.dialogue.go_on()
    spin_until(lambda: shell.models.expectations.property("known"))
    settle()
    forty = next(thing for thing in list_things(shell.window) if thing.name == "40 min")
    assert forty.role == "choice"
    assert "stops" in forty.description
    shell.models.dialogue.choose_minutes(40)
    spin_until(lambda: shell.models.tour.property("state") == "ready")
    settle()
    heard = names_of(shell)
    title = shell.models.tour.property("stops")[0]["title"]
    assert f"Leave out {title}" in heard, "the button says which stop it leaves out"
    assert any(name.startswith("Done between") for name in heard)
