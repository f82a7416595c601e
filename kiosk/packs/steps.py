"""The steps of work that may be cut short at any moment, told as they are reached, so that tests can cut there."""

from __future__ import annotations

from collections.abc import Callable

OnStep = Callable[[str], None]
"""Told the name of the step that begins, say ``"switch"``. What it raises breaks the work off there."""


def ignore_step(name: str) -> None:
    """Take the name of a step and do nothing: the default where nobody watches."""
