"""What can be wrong with a camera, in words for whoever stands before the device."""

from __future__ import annotations

from kiosk.model.errors import KioskError

_MEANWHILE = "type the stop's number meanwhile"


def make_lost_error(name: str, found: str) -> KioskError:
    """Return that the camera has gone, or was never there (``scanning.camera-lost``)."""
    return KioskError(
        "No picture comes",
        thing=name or "camera",
        expected="a camera that gives frames",
        found=found[:200],
        remedy=f"plug the camera in again; {_MEANWHILE}",
        code="scanning.camera-lost",
    )


def make_busy_error(name: str, holder: str) -> KioskError:
    """Return that another program has the camera (``scanning.camera-busy``)."""
    return KioskError(
        "No picture comes",
        thing=name or "camera",
        expected="a camera that nobody else uses",
        found=f"one held by {holder[:80]}",
        remedy=f"end that program; {_MEANWHILE}",
        code="scanning.camera-busy",
    )


def make_denied_error(name: str) -> KioskError:
    """Return that this account may not open the camera (``scanning.camera-denied``)."""
    return KioskError(
        "No picture comes",
        thing=name or "camera",
        expected="a camera this account may use",
        found="no right to open it",
        remedy=f"add the account to the group video and log in again; {_MEANWHILE}",
        code="scanning.camera-denied",
    )


def make_silent_error(name: str, silent_s: float) -> KioskError:
    """Return that the camera was opened and gives nothing (``scanning.camera-silent``)."""
    return KioskError(
        "No picture comes",
        thing=name or "camera",
        expected="a frame every second at least",
        found=f"none for {silent_s:g} s",
        remedy=f"plug the camera in again; {_MEANWHILE}",
        code="scanning.camera-silent",
    )


def make_frozen_error(name: str, frozen_ms: int) -> KioskError:
    """Return that the camera repeats one picture (``scanning.camera-frozen``)."""
    return KioskError(
        "No new picture comes",
        thing=name or "camera",
        expected="pictures that differ, as those of every camera do",
        found=f"the same one for {frozen_ms / 1000:g} s",
        remedy=f"plug the camera in again; {_MEANWHILE}",
        code="scanning.camera-frozen",
    )
