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
    """Remembers when codes that led nowhere were seen until it is known where they hang; each for 90 s at most."""

    def __init__(self) -> None:
        self._seen_ms: dict[str, int] = {}

    def see(self, kind: str, at_ms: int) -> None:
        """Take note of a code of ``kind`` (``foreign``, ``forged`` or ``unreadable``; others place nothing)."""
        if kind in _GRAVITY:
            self._seen_ms[kind] = at_ms

    def place(self, by: str, at_ms: int) -> str:
        """Return the gravest kind of the codes that hang at the stop opened now, "" for none; and forget them."""
        fresh = [kind for kind, seen_ms in self._seen_ms.items() if 0 <= at_ms - seen_ms <= PLACED_WITHIN_MS]
        self.forget()
        return max(fresh, key=_GRAVITY.__getitem__, default="") if by in PLACING else ""

    def forget(self) -> None:
        """Remember nothing: the visit is over, or a label was read."""
        self._seen_ms.clear()
