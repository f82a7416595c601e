"""What gives positions: the system's service, a receiver at a serial port, a file, or a fake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from kiosk.place.events import ReceiverEvent

Tell: TypeAlias = Callable[[ReceiverEvent], None]


class Receiver(Protocol):
    """Tells positions between ``start`` and ``stop``.

    All calls come from the interface thread. ``tell`` is called on one thread: that one, out of its event loop, or one
    of the receiver's own. Nothing is told before ``start`` returns on the same thread, nor after ``stop``.
    """

    def start(self, tell: Tell) -> None:
        """Begin to tell; a receiver that was started before begins anew."""
        ...

    def stop(self) -> None:
        """Tell nothing any more and let go of the device. Harmless when nothing was started."""
        ...
