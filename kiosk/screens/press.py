"""What the screens ask of whatever prints visit passes; see :mod:`kiosk.screens.rooms`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.model.errors import KioskError
    from kiosk.passes.media import Medium


class Press(Protocol):
    """Prints visit passes (``kiosk.app.pass_printing``); called on the interface thread, never waits.

    ``make`` draws the page for a paper, on another thread; ``done`` is called on the interface thread with None, or with what
    went wrong. ``let_go``: the visitor is gone, and what has not begun to print is taken back.
    """

    def print_out(
        self, make: Callable[[Medium], bytes], done: Callable[[KioskError | None], None]
    ) -> None: ...
    def let_go(self) -> None: ...
