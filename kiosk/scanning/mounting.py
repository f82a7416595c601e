"""How the camera is mounted: turned, before a mirror, towards whoever looks at the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.model.errors import KioskError
    from kiosk.scanning.abilities import CameraAbilities
    from kiosk.scanning.frame import Frame, Picture, Plane
    from kiosk.scanning.source import FrameSource

    Turn: TypeAlias = Callable[[Plane], Plane]

TURNS_DEG = (0, 90, 180, 270)


class Mirroring(StrEnum):
    """Whether visitors see their camera as a mirror; ``UNDO`` is of a camera that itself looks into one."""

    AUTO = "auto"
    YES = "yes"
    NO = "no"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Mounting:
    """How a camera stands in its device.

    Attributes:
        turn_deg: How far its pictures are turned clockwise to stand upright: 0, 90, 180 or 270.
        mirroring: ``auto`` shows a mirror where the camera faces the visitor, ``yes`` and ``no`` always
            and never; ``undo`` flips the pictures themselves, which were taken through a mirror.
    """

    turn_deg: int = 0
    mirroring: Mirroring = Mirroring.AUTO

    @property
    def is_plain(self) -> bool:
        """Whether frames and abilities stay as they come."""
        return self == Mounting()

    def turn(self, frame: Frame) -> Frame:
        """Return the frame upright, in new memory unless it stands so already."""
        turn = find_turn(self.turn_deg, is_flipped=self.mirroring is Mirroring.UNDO)
        return frame if turn is None else turn_frame(frame, turn, is_across=self.turn_deg in (90, 270))

    def judge(self, abilities: CameraAbilities) -> CameraAbilities:
        """Return what the camera can do, seen so mounted."""
        match self.mirroring:
            case Mirroring.AUTO:
                return abilities
            case mirroring:
                return replace(abilities, faces_user=mirroring is Mirroring.YES)


def find_turn(turn_deg: int, *, is_flipped: bool) -> Turn | None:
    """Return what flips a plane left to right and then turns it clockwise; None where that is nothing."""
    if turn_deg == 0 and not is_flipped:
        return None
    cv2 = load_cv2()
    rotations = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}

    def turn(plane: Plane) -> Plane:
        # 0.03 ms for half a turn at 720p, 0.08 for a quarter: views with odd strides cost every reader more.
        if is_flipped:
            plane = cv2.flip(plane, 1)
        return cv2.rotate(plane, rotations[turn_deg]) if turn_deg else plane

    return turn


def turn_frame(frame: Frame, turn: Turn, *, is_across: bool) -> Frame:
    """Return ``frame`` turned; its colours when they are asked for. ``is_across`` swaps width and height."""
    picture = None if frame.picture is None else TurnedPicture(frame.picture, turn, is_across)
    return replace(frame, luminance=turn(frame.luminance), picture=picture)


@dataclass(frozen=True, slots=True, eq=False)
class TurnedPicture:
    """The colours of a turned frame: turned at the small size they are shown in."""

    picture: Picture
    turn: Turn
    is_across: bool

    def rgb(self, width_px: int, height_px: int) -> Plane:
        """See Picture."""
        size_px = (height_px, width_px) if self.is_across else (width_px, height_px)
        return self.turn(self.picture.rgb(*size_px))


class MountedSource:
    """A frame source whose frames come upright."""

    def __init__(self, source: FrameSource, mounting: Mounting) -> None:
        self._source = source
        self._mounting = mounting

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """See FrameSource."""
        self._source.start(lambda frame: on_frame(self._mounting.turn(frame)), on_lost)

    def stop(self) -> None:
        """See FrameSource."""
        self._source.stop()

    @property
    def abilities(self) -> CameraAbilities:
        """See FrameSource."""
        return self._mounting.judge(self._source.abilities)

    def set_torch(self, is_on: bool) -> None:
        """See FrameSource."""
        self._source.set_torch(is_on)

    def await_return(self, on_return: Callable[[], None]) -> None:
        """See FrameSource."""
        self._source.await_return(on_return)
