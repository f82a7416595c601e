"""What the scanner tells, delivered on its own thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.reader import Code


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


ScannerEvent: TypeAlias = Located | Settled | Unreadable | CameraLost | CameraBack | SourceEnded
