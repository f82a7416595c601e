"""Where frames come from: a camera, a video, a picture, a folder of pictures, or drawn scenes."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.scanning.abilities import CameraAbilities
    from kiosk.scanning.frame import Frame
    from kiosk.scanning.mounting import Mounting

_MAX_SPEC_LENGTH = 4096


class FrameSource(Protocol):
    """Gives frames from a thread of its own, until stopped, lost or at its end."""

    def start(self, on_frame: Callable[[Frame], None], on_lost: Callable[[KioskError], None]) -> None:
        """Begin; returns at once.

        ``on_frame`` is called for each frame and ``on_lost`` at most once, as the last thing, both
        on the source's thread. Material that comes to its end is lost with ``scanning.source-ended``.
        After ``stop`` it may be started anew.
        """
        ...

    def stop(self) -> None:
        """End; afterwards no callback comes any more and nothing is left behind. May be repeated."""
        ...

    @property
    def abilities(self) -> CameraAbilities:
        """What can be done beside; known from the first frame on."""
        ...

    def set_torch(self, is_on: bool) -> None:
        """Switch the camera's light; from any thread, and without effect where there is none or it is stopped."""
        ...

    def await_return(self, on_return: Callable[[], None]) -> None:
        """After a loss: call ``on_return`` once, from any thread, when starting again is worth a try.

        Ended by ``start`` and ``stop``. A source that cannot know never calls.
        """
        ...


@dataclass(frozen=True, slots=True)
class Showing:
    """How material that is not a camera is shown.

    Attributes:
        shown_ms: How long each picture of a folder is held before the camera.
        frames_per_s: Frames given in a second (pictures; a video has its own rate).
        repeat: Whether to begin again at the end, as a camera never ends.
    """

    shown_ms: int = 1500
    frames_per_s: float = 15.0
    repeat: bool = True


def open_source(
    spec: str,
    showing: Showing | None = None,
    labels: Sequence[str] = (),
    mounting: Mounting | None = None,
) -> FrameSource:
    """Return the source that ``spec`` names: a camera, ``scenes``, or a path.

    A camera is ``auto``, a number, ``front``, ``back``, ``name:PART``, ``qt:N`` or ``opencv:N``. A path
    is a video, a picture, or a folder of pictures. ``scenes`` draws ``labels`` (texts of codes) as a
    camera would see them. No device is touched before ``start``.

    Raises:
        KioskError: ``scanning.no-such-source``, ``scanning.not-a-file``,
            ``scanning.unknown-format``, ``scanning.empty-folder``, ``scanning.no-labels``.
    """
    source = _open(spec, showing or Showing(), labels)
    if mounting is None or mounting.is_plain:
        return source
    from kiosk.scanning.mounting import MountedSource

    return MountedSource(source, mounting)


def _open(spec: str, showing: Showing, labels: Sequence[str]) -> FrameSource:
    from kiosk.scanning.camera import CameraSource
    from kiosk.scanning.cameras import parse_wish

    if spec == "scenes":
        return _open_scenes(labels, showing)
    wish = parse_wish(spec)
    return _open_path(spec, showing) if wish is None else CameraSource(wish)


def _open_scenes(labels: Sequence[str], showing: Showing) -> FrameSource:
    from kiosk.scanning.scene_source import SceneSource
    from kiosk.scanning.scenes import Label

    if not labels:
        raise KioskError(
            "No scenes were drawn",
            expected="at least one stop code to draw",
            found="none",
            remedy="install a pack with stops first",
            code="scanning.no-labels",
        )
    return SceneSource([Label(text) for text in labels], repeat=showing.repeat)


def _open_path(spec: str, showing: Showing) -> FrameSource:
    from kiosk.scanning import opencv_capture, still_source
    from kiosk.scanning.picture_file import FileKind, list_pictures, sniff_file

    path = find_path(spec)
    if path.is_dir():
        return still_source.open_stills(list_pictures(path), showing)
    if sniff_file(path) is FileKind.PICTURE:
        return still_source.open_stills((path,), showing)
    return opencv_capture.open_video(path, showing)


def find_path(spec: str) -> Path:
    """Return the regular file or folder ``spec`` names, links followed.

    Raises:
        KioskError: ``scanning.no-such-source`` or ``scanning.not-a-file`` (a pipe, a device).
    """
    try:
        # An empty name would be the folder one happens to be in.
        if not 0 < len(spec) <= _MAX_SPEC_LENGTH or "\0" in spec:
            raise FileNotFoundError
        mode = Path(spec).stat().st_mode
    except OSError as error:
        raise KioskError(
            "What to look at was not opened",
            thing=spec[:200].replace("\0", "?") or "an empty name",
            expected="a picture, video or folder, or a camera: auto, front, back, its number or name:PART",
            found=(error.strerror or "no such file").lower(),
            remedy="check the name",
            code="scanning.no-such-source",
        ) from None
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise KioskError(
            "What to look at was not opened",
            thing=spec[:200],
            expected="a video, picture or folder",
            found="a pipe, socket or device",
            remedy="give a camera by its number",
            code="scanning.not-a-file",
        )
    return Path(spec)
