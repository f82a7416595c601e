"""Which cameras there are, and which of them a wish means, best first."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError, make_printable
from kiosk.scanning.camera_nodes import MAX_NAME_CHARACTERS, CameraNodes
from kiosk.scanning.opencv_capture import open_capture

if TYPE_CHECKING:
    from kiosk.scanning.qt_cameras import QtCameraInfo
    from kiosk.scanning.source import FrameSource

# Cameras are few; a larger number is a slip of the finger, and asking for it costs seconds.
MAX_CAMERA_NUMBER = 63
_FACES_USER = re.compile(r"\b(front|user|facetime)\b", re.IGNORECASE)
_FACES_WORLD = re.compile(r"\b(rear|back|world)\b", re.IGNORECASE)
# Cameras for recognising faces see heat and no colours, and their lamp glares on a label.
_INFRARED = re.compile(r"\b(ir|infrared|depth)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CameraEntry:
    """A camera that can be opened in one way.

    Attributes:
        key: What tells it from others while it is plugged in.
        name: What its maker calls it.
        way: ``Qt`` or ``OpenCV``.
        number: Its number in that way.
        open: Makes the source; nothing is touched before its start.
        faces_user: Whether it looks at whoever looks at the screen, as far as is told.
        faces_world: Whether it looks away from them, as far as is told.
        is_default: Whether the system prefers it.
        is_quick: Whether it has a format that is large and quick enough to read codes in.
        node: Its file, where it has one.
    """

    key: str
    name: str
    way: str
    number: int
    open: Callable[[], FrameSource]
    faces_user: bool = False
    faces_world: bool = False
    is_default: bool = False
    is_quick: bool = True
    node: Path | None = None

    @property
    def is_infrared(self) -> bool:
        """Whether it is named as one that sees no visible light."""
        return bool(_INFRARED.search(self.name))

    @property
    def why(self) -> str:
        """Why it is taken before others, in a few words."""
        if self.faces_world:
            return "looks away from the screen"
        if self.faces_user:
            return "faces the visitor"
        return "the system's own choice" if self.is_default else "the first there is"


@dataclass(frozen=True, slots=True)
class CameraWish:
    """Which camera is wanted; without a word any will do.

    Attributes:
        number: Counted from 0, as Qt counts, or as the system does where Qt has no camera.
        facing: ``front`` (towards the visitor) or ``back``; cameras that tell neither are taken after it.
        name: A part of its name, whatever its case.
        way: ``qt`` or ``opencv``, to have no other.
    """

    number: int | None = None
    facing: str = ""
    name: str = ""
    way: str = ""


def parse_wish(spec: str) -> CameraWish | None:
    """Return the camera that ``spec`` wishes for; None where it names no camera at all.

    ``auto``, a number, ``front``, ``back``, ``name:PART``, ``qt:N`` or ``opencv:N``.

    Raises:
        KioskError: ``scanning.no-such-source`` for a number that no camera has.
    """
    if spec in ("", "auto"):
        return CameraWish()
    if spec in ("front", "back"):
        return CameraWish(facing=spec)
    head, colon, rest = spec.partition(":")
    if colon and head == "name" and rest.strip():
        return CameraWish(name=rest.strip()[:200])
    way = head if colon and head in ("qt", "opencv") else ""
    number = rest if way else spec
    if not (number.isascii() and number.isdigit()):
        return None
    return CameraWish(number=_parse_number(number), way=way)


def _parse_number(digits: str) -> int:
    number = int(digits[:6])
    if number > MAX_CAMERA_NUMBER:
        raise KioskError(
            "The camera was not opened",
            thing=digits[:6],
            expected=f"a number up to {MAX_CAMERA_NUMBER}",
            remedy="give a camera's number, counted from 0, or auto",
            code="scanning.no-such-source",
        )
    return number


def find_cameras(
    wish: CameraWish,
    nodes: CameraNodes | None = None,
    is_unwanted: Callable[[], bool] = lambda: False,
) -> list[CameraEntry]:
    """Return the cameras that ``wish`` may mean, best first; Qt's before OpenCV's.

    Waits for the interface thread until it has made its list once: at most 2 s, and only until ``is_unwanted``.
    """
    entries = [*_list_qt(is_unwanted), *_list_nodes(nodes or CameraNodes())]
    if not sys.platform.startswith("linux"):
        entries.append(_guess(wish.number or 0))
    return choose_cameras(wish, entries)


def choose_cameras(wish: CameraWish, entries: Sequence[CameraEntry]) -> list[CameraEntry]:
    """Return those of ``entries`` that ``wish`` may mean, best first."""
    meant = [entry for entry in entries if _is_meant(wish, entry)]
    return sorted(meant, key=partial(_rank, wish))


def _is_meant(wish: CameraWish, entry: CameraEntry) -> bool:
    if wish.way and wish.way != entry.way.lower():
        return False
    if wish.number is not None:
        return entry.number == wish.number
    if wish.name:
        return wish.name.casefold() in entry.name.casefold()
    return not (
        (wish.facing == "front" and entry.faces_world) or (wish.facing == "back" and entry.faces_user)
    )


def _rank(wish: CameraWish, entry: CameraEntry) -> tuple[bool, ...]:
    """Return what is against a camera, the weightiest first; sorting keeps the order of equals."""
    wanted = entry.faces_user if wish.facing == "front" else entry.faces_world
    unwanted = entry.faces_user and wish.facing != "front"
    return (
        entry.way != "Qt",
        entry.is_infrared,
        not entry.is_quick,
        not wanted,
        unwanted,
        not entry.is_default,
    )


def _list_qt(is_unwanted: Callable[[], bool]) -> list[CameraEntry]:
    try:
        from kiosk.scanning.qt_cameras import list_qt_cameras
    except ImportError:
        # A server or a test without Qt's multimedia: OpenCV opens cameras too.
        return []
    return [_describe_qt(number, info) for number, info in enumerate(list_qt_cameras(is_unwanted))]


def _describe_qt(number: int, info: QtCameraInfo) -> CameraEntry:
    from kiosk.scanning.qt_camera import QtCamera

    key, name = info.key.decode(errors="replace"), make_printable(info.name)[:MAX_NAME_CHARACTERS]
    told = info.faces_user or info.faces_world
    return CameraEntry(
        *(f"qt {key}", name, "Qt", number, lambda: QtCamera(info)),
        faces_user=info.faces_user or (not told and bool(_FACES_USER.search(name))),
        faces_world=info.faces_world or (not told and bool(_FACES_WORLD.search(name))),
        is_default=info.is_default,
        is_quick=info.is_quick,
        node=info.node,
    )


def _guess(number: int) -> CameraEntry:
    """Return a camera that OpenCV may find by its number, where the system lists none as files."""
    return CameraEntry(
        *(f"opencv {number}", f"camera {number}", "OpenCV", number, partial(open_capture, number))
    )


def _list_nodes(nodes: CameraNodes) -> list[CameraEntry]:
    return [
        CameraEntry(
            *(f"node {number}", nodes.name(number), "OpenCV", number, partial(open_capture, number)),
            faces_user=bool(_FACES_USER.search(nodes.name(number))),
            faces_world=bool(_FACES_WORLD.search(nodes.name(number))),
            node=nodes.path(number),
        )
        for number in nodes.numbers()
    ]
