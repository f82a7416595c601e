"""Where a code that led nowhere hangs: at the stop that is opened another way soon after. Pure: times come in.

A sticker over a label says nothing of the stop it covers. But who scanned it and learned that it leads nowhere
types the stop's number, or finds it in the list: that stop is where they stand.
"""

from __future__ import annotations

PLACED_WITHIN_MS = 90_000
PLACING = frozenset({"number", "picture", "list", "place"})
"""Ways to open a stop that say where the visitor stands; a suggestion leads away from there."""

_GRAVITY = {"unreadable": 0, "foreign": 1, "forged": 2}


class ForeignWatch:
    """Remembers the last code that led nowhere until it is known where it hangs; for 90 s at most."""

    def __init__(self) -> None:
        self._kind = ""
        self._seen_ms = 0

    def see(self, kind: str, at_ms: int) -> None:
        """Take note of a code of ``kind`` (``foreign``, ``forged`` or ``unreadable``; others place nothing)."""
        if kind not in _GRAVITY:
            return
        if self._is_over(at_ms) or _GRAVITY[kind] >= _GRAVITY[self._kind]:
            self._kind = kind
        self._seen_ms = at_ms

    def place(self, by: str, at_ms: int) -> str:
        """Return the kind of the code that hangs at the stop opened now, "" for none; and forget it."""
        kind = "" if self._is_over(at_ms) or by not in PLACING else self._kind
        self.forget()
        return kind

    def forget(self) -> None:
        """Remember nothing: the visit is over, or a label was read."""
        self._kind = ""

    def _is_over(self, at_ms: int) -> bool:
        return not self._kind or not 0 <= at_ms - self._seen_ms <= PLACED_WITHIN_MS
