"""What is closed at the demonstration as staff come to see it: stages of the staff's walk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.screens.shell import Shell
from tests.fakes.fake_rooms import FakeRooms


def walk_closing(shell: Shell, fakes: FakeRooms, settle: Callable[[], None]) -> Iterator[str]:
    """Lead staff, who are behind the PIN, through closing and opening."""

    def touch(*names: str) -> None:
        for name in names:
            shell.tap(name)
            settle()

    if not fakes.closes:
        return
    stops = [card.id for card in fakes.library.stop_cards(fakes.library.site_id, "en")]
    touch("tab-closing")
    yield "closing-nothing"
    touch(f"close-today-stop-{stops[0]}", f"close-stop-{stops[3]}")
    yield "closing-some"
    touch(f"open-stop-{stops[0]}")
    yield "closing-open-again"
    touch("closing-undo")
    yield "closing-undone"
    (fakes.folder / "closures.json").write_text("{", "utf-8")
    touch(f"open-stop-{stops[3]}")
    yield "closing-refused"
    (fakes.folder / "closures.json").unlink()
    touch("tab-shelf")
