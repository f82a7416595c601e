"""Checks of the device itself: sound, disk, clock."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.visits.clock import Clock, WallQuality

GIGABYTE = 1_000_000_000
WANTED_FREE_BYTES = GIGABYTE
NEEDED_FREE_BYTES = GIGABYTE // 5


def check_sound() -> Finding:
    """Tell which sound outputs Qt sees; without one the words run and nothing is heard."""
    from PySide6.QtMultimedia import QMediaDevices

    outputs = [output.description() for output in QMediaDevices.audioOutputs()]
    if outputs:
        return ok("sound", ", ".join(outputs))
    return warn(
        "sound",
        "no sound output; the words run, and nothing is heard",
        "Plug headphones or a loudspeaker in, and check that the sound server runs",
    )


def check_disk(data_folder: Path) -> Finding:
    """Tell how much room the data folder's disk has: a full disk stops the log and updates of packs."""
    free = shutil.disk_usage(data_folder).free
    words = f"{free / GIGABYTE:.1f} GB free"
    remedy = "Remove packs that are no longer shown (kiosk pack list, kiosk pack remove), or other files"
    if free < NEEDED_FREE_BYTES:
        return fail("disk", words, remedy)
    return warn("disk", words, remedy) if free < WANTED_FREE_BYTES else ok("disk", words)


def check_clock(clock: Clock) -> Finding:
    """Tell whether the wall clock can be believed; dwell never depends on it, the hour in reports does."""
    quality = clock.read().quality
    if quality is WallQuality.UNSET:
        return warn(
            "clock",
            "the date is plainly wrong; visits are counted, without their hour",
            "Set the date and time, or let the device reach its hub, which corrects it",
        )
    return ok(
        "clock", "confirmed by the hub" if quality is WallQuality.SYNCED else "plausible, not confirmed"
    )
