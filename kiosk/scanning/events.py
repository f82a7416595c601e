"""What the scanner tells, delivered on its own thread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.abilities import CameraAbilities
    from kiosk.scanning.reader import Code
    from kiosk.scanning.recogniser import PictureMatch


@dataclass(frozen=True, slots=True)
class Located:
    """Codes are in view (read or not), or, with no codes, the last one has left it.

    ``width_px`` and ``height_px`` are of the frame in which the codes' corners are measured.
    """

    codes: tuple[Code, ...]
    width_px: int
    height_px: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Settled:
    """One code is meant: act on it. ``frame_at_ms`` is when the frame was taken."""

    code: Code
    width_px: int
    height_px: int
    frame_at_ms: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A code has been in view for a while and cannot be read: nearer, steadier or more light."""

    code: Code
    at_ms: int


class Hint(StrEnum):
    """What would help to read the code in view; one at a time, the most helpful."""

    NONE = ""
    CLOSER = "closer"
    FARTHER = "farther"
    HOLD_STILL = "hold-still"
    MORE_LIGHT = "more-light"
    LESS_GLARE = "less-glare"


@dataclass(frozen=True, slots=True)
class Guided:
    """Another hint helps from now on; ``NONE`` takes the last one away."""

    hint: Hint
    at_ms: int


@dataclass(frozen=True, slots=True)
class Struggling:
    """The visitor has been trying for a while (6 s) and nothing was read: offer another way. Said once until something settles."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class Several:
    """Several codes are held in view and none is clearly meant: ask. Nearest the middle first, each readable text once."""

    codes: tuple[Code, ...]
    width_px: int
    height_px: int
    at_ms: int


@dataclass(frozen=True, slots=True)
class Pictured:
    """The thing itself was recognised: one match is sure, two or three are to be chosen from (likeliest first)."""

    matches: tuple[PictureMatch, ...]
    at_ms: int


@dataclass(frozen=True, slots=True)
class CameraReady:
    """Frames come from a camera that was just started: what it can do."""

    abilities: CameraAbilities
    at_ms: int


@dataclass(frozen=True, slots=True)
class CameraLost:
    """No frames come any more; said once. The scanner goes on trying."""

    error: KioskError
    at_ms: int


@dataclass(frozen=True, slots=True)
class CameraBack:
    """Frames come again."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class SourceEnded:
    """A video or folder has been shown to its end. The scanner does not start it again."""

    at_ms: int


ScannerEvent: TypeAlias = (
    Located
    | Settled
    | Several
    | Pictured
    | Guided
    | Unreadable
    | Struggling
    | CameraReady
    | CameraLost
    | CameraBack
    | SourceEnded
)
