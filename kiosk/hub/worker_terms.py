"""What the hub's parent process and its workers agree on: words, times, and the order that all are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

READY: Final = b"ready"
"""A worker's word: requests are answered. Anything else that it says is why it will not live."""

END: Final = b"end"
"""The parent's word: give the answers under way, and end."""

GRACE_S: Final = 5
"""So long answers under way may take when the hub ends."""

ORPHAN_GRACE_S: Final = 1
"""The same for a worker whose parent was killed: nobody looks after it, and the next hub wants the port."""

LEFT_S: Final = 0.5
"""What does not end by itself (a thread that hangs in the database) is ended so long after its grace."""


@dataclass(frozen=True, slots=True)
class Order:
    """What all workers are told: the database's address, whether the hub is open, and how many workers there are."""

    database: str
    is_open: bool
    workers: int
