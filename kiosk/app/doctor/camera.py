"""Checks of the camera: each one that the settings may mean is tried for a moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kiosk.app.doctor.finding import Finding, ok, warn
from kiosk.model.errors import KioskError
from kiosk.scanning.camera_nodes import GUIDE
from kiosk.scanning.camera_trial import CameraTrial, try_camera
from kiosk.scanning.cameras import CameraEntry, CameraWish, find_cameras, parse_wish
from kiosk.scanning.source import open_source

# Fewer leave a hand no moment to hold still in.
_SLOW_FRAMES_PER_S = 8.0


def check_camera(
    spec: str,
    find: Callable[[CameraWish], Sequence[CameraEntry]] = find_cameras,
    try_one: Callable[[CameraEntry], CameraTrial] = try_camera,
) -> Iterator[Finding]:
    """Yield what each camera gives and which one the guide takes, best first; one without a camera works too.

    Args:
        spec: Where frames come from, as the settings say.
        find: Lists the cameras a wish may mean, best first.
        try_one: Tries one of them.
    """
    if spec == "none":
        yield ok("camera", "none by the settings; visitors type the stop's number")
        return
    try:
        wish = parse_wish(spec)
        if wish is None:
            open_source(spec)
    except KioskError as error:
        yield warn("camera", str(error), error.remedy)
        return
    if wish is None:
        yield ok("camera", f"pictures of {spec} stand in for a camera")
    else:
        yield from _check_wish(wish, find, try_one)


def _check_wish(
    wish: CameraWish,
    find: Callable[[CameraWish], Sequence[CameraEntry]],
    try_one: Callable[[CameraEntry], CameraTrial],
) -> Iterator[Finding]:
    taken: CameraEntry | None = None
    good: set[Path] = set()
    found = False
    for entry in find(wish):
        if entry.node in good:
            continue  # the same camera by another way
        found = True
        trial = try_one(entry)
        if trial.error is not None and not trial.width_px:
            yield _tell_failure(entry, trial.error)
            continue
        if entry.node is not None:
            good.add(entry.node)
        if taken is None:
            taken = entry
            yield _tell_trial("camera", entry, trial, f"taken: {entry.why}")
        else:
            yield _tell_trial(f"camera {entry.number}", entry, trial, "not taken")
    if not found:
        yield _tell_absence(wish, find)


def _tell_trial(check: str, entry: CameraEntry, trial: CameraTrial, verdict: str) -> Finding:
    abilities = trial.abilities
    words = ", ".join(
        (
            f"{entry.name} through {entry.way}: {trial.width_px} x {trial.height_px}",
            f"{trial.frames_per_s:.0f} frames/s",
            f"{abilities.layout or 'colours'} at {trial.frame_ms:.1f} ms a frame",
            f"the first after {trial.first_ms} ms",
            *(("a light",) if abilities.has_torch else ()),
            verdict,
        )
    )
    if trial.is_black:
        return warn(check, f"{words}; all is black", "Open the camera's cover, or light the room")
    if trial.is_frozen:
        return warn(check, f"{words}; it repeats one picture", "Plug the camera in again")
    if trial.frames_per_s < _SLOW_FRAMES_PER_S:
        return warn(check, f"{words}; that is slow", "Give it more light, or a faster port")
    return ok(check, words)


def _tell_failure(entry: CameraEntry, error: KioskError) -> Finding:
    if error.found.endswith(GUIDE):
        return ok("camera", f"{entry.name} is in use by the guide, which runs")
    return warn("camera", f"{entry.name} through {entry.way}: {error.found}", error.remedy)


def _tell_absence(wish: CameraWish, find: Callable[[CameraWish], Sequence[CameraEntry]]) -> Finding:
    others = sorted({entry.name for entry in find(CameraWish())}) if wish != CameraWish() else []
    if others:
        return warn(
            "camera",
            f"not the one the settings name; there is {', '.join(others)}",
            "Correct the setting camera, or plug that camera in",
        )
    return warn(
        "camera",
        "no camera; visitors type the stop's number",
        "Plug a camera in, or check that this account may use it (group video)",
    )
