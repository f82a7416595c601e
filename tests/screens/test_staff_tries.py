"""What staff try right after their own pages is not counted among the visits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_staff import FakeDesk
from tests.screens.conftest import OpenShell


def is_staff(shell: Shell, fakes: FakeRooms, settle: Callable[[], None]) -> bool:
    for name in ("attract", "language-en"):
        shell.tap(name)
        settle()
    (body,) = fakes.log.submit(
        lambda connection: connection.execute(
            "SELECT body FROM events WHERE name = 'VisitStarted'"
        ).fetchone()
    ).result(10)
    return '"staff":true' in body


@pytest.mark.parametrize(("later_ms", "theirs"), [(0, True), (119_000, True), (121_000, False)])
def test_a_visit_soon_after_the_staff_s_pages_is_theirs(
    open_guide: OpenShell, settle: Callable[[], None], later_ms: int, theirs: bool
) -> None:
    shell, fakes = open_guide(staff=FakeDesk())
    shell.models.door.ask()
    shell.models.door.let_in()
    shell.models.door.leave()
    settle()
    fakes.clock.step(later_ms)
    assert is_staff(shell, fakes, settle) == theirs


def test_who_only_found_the_door_is_a_visitor(open_guide: OpenShell, settle: Callable[[], None]) -> None:
    shell, fakes = open_guide(staff=FakeDesk())
    shell.models.door.ask()
    shell.models.door.leave()
    settle()
    assert not is_staff(shell, fakes, settle)
