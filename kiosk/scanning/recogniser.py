"""What recognises the thing itself, without a code; made of a pack's pictures (``kiosk.recognition``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kiosk.scanning.frame import Plane

MOST_MATCHES = 3


@dataclass(frozen=True, slots=True)
class PictureMatch:
    """A stop whose picture was recognised; ``certainty`` from 0 to 1, comparable within one answer only."""

    stop_id: str
    certainty: float


class PictureRecogniser(Protocol):
    """Recognises the stops' pictures in a frame. Used from one thread at a time."""

    def recognise(self, luminance: Plane) -> Sequence[PictureMatch]:
        """Return the stops it may be, the likeliest first: one where it is sure, at most three to choose from, none rather than a wrong one.

        Never raises for what is in the picture.
        """
        ...
