"""How long work says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build or an install is: ``words`` for people, ``done`` of ``total`` (bytes or files)."""

    words: str
    done: int
    total: int


OnProgress = Callable[[Progress], None]


def ignore_progress(progress: Progress) -> None:
    """Take a progress report and do nothing: the default where nobody watches."""
