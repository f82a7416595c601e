"""The list of all stops while something is looked for, and the page of places near here: one walk to measure and to see."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms

TYPED = {"en": "tomb", "hi": "मक़बरा", "ar": "ضريح"}
HOURS = ("00:01-23:59; PH off", "24/7", "Mo 10:00-12:00", "Th 10:00-11:00")
"""The longest lines first: other hours on holidays, open always, closed till another day, closed till tomorrow."""


def walk_search(shell: Shell, fakes: FakeRooms, language: str, settle: Callable[[], None]) -> Iterator[str]:
    """Lead from the list of all stops through a search and the places near here, and back to the list."""

    def touch(*names: str) -> None:
        for name in names:
            shell.tap(name)
            settle()

    def put(text: str) -> None:
        field = shell.find("search")
        assert field is not None
        field.setProperty("text", text)
        settle()

    fakes.library.hours_nearby = HOURS
    touch("search")
    put(TYPED[language])
    yield "browse-typing"
    touch("search-done")
    fakes.library.slips = {"xx": TYPED[language]}
    put("xx")
    yield "browse-near"
    touch("search-clear", "browse-nearby")
    yield "nearby"
    touch("back")
