"""A dark screen holds nobody; a device put on its charger has been given back."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.screens.shell import Shell
from tests.fakes.fake_power import FakePower
from tests.fakes.fake_rooms import FakeRooms
from tests.screens.conftest import OpenShell


def begin(open_guide: OpenShell, settle: Callable[[], None], power: FakePower) -> tuple[Shell, FakeRooms]:
    shell, fakes = open_guide(power=power)
    for name in ("attract", "language-en"):
        shell.tap(name)
        settle()
    return shell, fakes


def pass_s(shell: Shell, fakes: FakeRooms, seconds: int) -> None:
    for _second in range(seconds):
        fakes.clock.step(1_000)
        shell.models.attention.tick()


def signs(fakes: FakeRooms) -> list[str]:
    return fakes.log.submit(
        lambda connection: [
            body
            for (body,) in connection.execute(
                "SELECT body FROM events WHERE body LIKE '%screen-o%' ORDER BY seq"
            )
        ]
    ).result(10)


def test_a_screen_that_goes_dark_and_light_is_noted_once_each(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    power = FakePower()
    shell, fakes = begin(open_guide, settle, power)
    pass_s(shell, fakes, 2)
    power.is_lit = False
    pass_s(shell, fakes, 3)
    power.is_lit = True
    pass_s(shell, fakes, 2)
    assert signs(fakes) == ['{"sign":"screen-off"}', '{"sign":"screen-on"}']


def test_put_on_the_charger_the_visit_ends(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    power = FakePower()
    shell, fakes = begin(open_guide, settle, power)
    pass_s(shell, fakes, 1)
    power.is_charging = True
    pass_s(shell, fakes, 1)
    assert shell.page == "home", "a plug that only touches ends nothing"
    pass_s(shell, fakes, 1)
    settle()
    assert (shell.page, fakes.visit.id) == ("attract", None)


def test_a_plug_that_lets_go_again_ends_nothing(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    power = FakePower()
    shell, fakes = begin(open_guide, settle, power)
    for is_charging in (False, True, False, True, False):
        power.is_charging = is_charging
        pass_s(shell, fakes, 1)
    assert shell.models.flow.is_visiting


def test_a_device_on_its_charger_all_along_serves_visits(
    open_guide: OpenShell, settle: Callable[[], None]
) -> None:
    shell, fakes = begin(open_guide, settle, FakePower(is_charging=True))
    pass_s(shell, fakes, 10)
    assert shell.models.flow.is_visiting
