"""The one door off the interface thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Background(Protocol):
    """Runs blocking work elsewhere and brings the outcome back to the interface thread."""

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run ``work`` off the interface thread, then call ``done`` or ``failed`` on it."""
        ...
