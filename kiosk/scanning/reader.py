"""What a reader of codes gives, whatever decoder is behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

Corners: TypeAlias = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code in a picture.

    Attributes:
        text: What it says; "" for one that was located and could not be read.
        corners: Its four corners as (x, y) in pixels of the picture read, in order round the code.
        reader: Who read it: the decoder, and after a "+" how the picture was prepared for it.
        spare: Share of the error correction left unused (0 worn out, 1 untouched); None unknown.
    """

    text: str
    corners: Corners
    reader: str
    spare: float | None = None

    @property
    def is_read(self) -> bool:
        """Whether the code was read, and not only located."""
        return self.text != ""

    @property
    def label_spare(self) -> float | None:
        """``spare`` where it tells of the label: a picture that had to be prepared first tells of the light or the lens."""
        return self.spare if self.is_read and "+" not in self.reader else None

    @property
    def centre(self) -> tuple[float, float]:
        """The middle of the code as (x, y) in pixels."""
        return (sum(x for x, _ in self.corners) / 4, sum(y for _, y in self.corners) / 4)

    def as_dict(self) -> dict[str, object]:
        """Return what ``kiosk scan`` prints of a code: text, corners to a tenth of a pixel, reader."""
        corners = [[round(x, 1), round(y, 1)] for x, y in self.corners]
        return {"text": self.text, "corners": corners, "reader": self.reader}

    def moved_to(self, corners: Corners, preparation: str) -> Code:
        """Return the same code at ``corners`` of the original picture, its reader's name extended."""
        return replace(self, corners=corners, reader=f"{self.reader}+{preparation}")


class Reader(Protocol):
    """Reads the QR codes of a picture. Used from one thread at a time."""

    def read(self, luminance: Plane) -> list[Code]:
        """Return the codes in ``luminance`` ((height, width) bytes, rows may be strided).

        Never raises for what is in the picture. Codes located but not read have text "".
        """
        ...


class FrameReader(Protocol):
    """Reads one frame of a camera after another: what it saw of the last ones may help with the next."""

    def read(self, luminance: Plane, budget_ms: float | None = None) -> list[Code]:
        """Return what ``Reader`` returns, within the processor time there is.

        ``budget_ms`` is for what goes beyond the cheapest read, which every frame gets; 0 allows nothing more,
        None leaves it to the reader.
        """
        ...

    def let_go(self) -> None:
        """Keep no picture, and forget what was begun with one."""
        ...
