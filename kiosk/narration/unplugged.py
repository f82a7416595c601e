"""Knows whether headphones that came out are in again."""

from __future__ import annotations

from collections.abc import Set as AbstractSet


class Unplugged:
    """Remembers which devices were left when one was lost: whatever comes after that is what is put in again."""

    def __init__(self) -> None:
        self._left: frozenset[bytes] | None = None

    def lose(self, left: AbstractSet[bytes]) -> None:
        """A device is lost; these are ``left``."""
        self._left = frozenset(left)

    def forget(self) -> None:
        """It does not matter any more: whoever listened goes on, or has gone."""
        self._left = None

    def is_back(self, there: AbstractSet[bytes]) -> bool:
        """Tell, once, whether one of the devices that are ``there`` has come since one was lost."""
        if self._left is None:
            return False
        if there - self._left:
            self._left = None
            return True
        self._left &= there  # one that goes now and comes later has come
        return False
