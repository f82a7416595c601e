"""What a visitor showed to like in this visit: by saying so, and by staying longer than others do. Gone at its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Taste:
    """Evidence of one visit.

    Attributes:
        more: Ids of the stops of which the visitor asked for more like them, in the order they did.
        less: The same for less.
        stayed: Stop id and relative interest (ln dwell - ln the stop's median - the visitor's own pace), in the order of the
            stays; above 0: longer than others.
    """

    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    stayed: tuple[tuple[str, float], ...] = field(default=())


NO_TASTE: Final = Taste()
