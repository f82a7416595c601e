"""The whole examination, in the order staff would look."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from kiosk.app.doctor.camera import check_camera
from kiosk.app.doctor.closings import check_closings
from kiosk.app.doctor.content import check_packs
from kiosk.app.doctor.finding import Finding, fail, ok
from kiosk.app.doctor.hub import check_hub
from kiosk.app.doctor.labels import check_labels
from kiosk.app.doctor.log import check_log
from kiosk.app.doctor.machine import check_clock, check_disk, check_sound
from kiosk.app.doctor.place import check_place, count_outdoors
from kiosk.app.doctor.printer import check_printer
from kiosk.app.doctor.staff import check_staff
from kiosk.app.doctor.tickets import check_tickets
from kiosk.app.doctor.trust import check_trust
from kiosk.app.doctor.voices import check_engines, check_voices
from kiosk.app.embedded_packs import find_embedded_packs
from kiosk.app.settings import Settings, read_settings
from kiosk.app.speech_engines import make_speech, read_speech_fitting
from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from kiosk.visits.clock import SystemClock


def examine(data_folder: Path, hub: str | None = None) -> Iterator[Finding]:
    """Examine the device and yield what is found. Nothing is changed, but for a data folder made where none is.

    Args:
        data_folder: The device's data folder.
        hub: The hub to look for; None for the one in the settings.
    """
    from kiosk.app.qt_application import make_application

    make_application(off_screen=True)
    settings, finding = _check_settings(data_folder)
    yield finding
    yield from check_camera(settings.camera)
    yield check_sound()
    yield check_printer(settings)
    if (fault := _check_folder(data_folder)) is not None:
        yield fault
        if not data_folder.is_dir():
            return
    yield from _check_content(data_folder, settings)
    yield check_staff(data_folder)
    yield from check_log(data_folder)
    yield check_disk(data_folder)
    yield check_clock(SystemClock())
    yield check_hub(settings.hub if hub is None else hub, data_folder)


def _check_settings(data_folder: Path) -> tuple[Settings, Finding]:
    try:
        return read_settings(data_folder), ok("settings", str(data_folder))
    except KioskError as error:
        return Settings(), fail("settings", f"{error}; the defaults are in force", error.remedy)


def _check_folder(data_folder: Path) -> Finding | None:
    """Return what is wrong with the folder; None where it is there, made if absent, and can be written."""
    try:
        data_folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        found = f"{data_folder} cannot be made ({error.strerror})"
    else:
        if os.access(data_folder, os.W_OK):
            return None
        found = f"{data_folder} cannot be written; the guide shows its packs and forgets what visitors do"
    remedy = "Give this account the right to write there, or name another folder with --data"
    return fail("data", found, remedy)


def _check_content(data_folder: Path, settings: Settings) -> Iterator[Finding]:
    with ExitStack() as parts:
        try:
            store = PackStore(data_folder)
            parts.callback(store.close)
            library = store.open_library()
            parts.callback(library.close)
        except KioskError as error:
            yield fail("packs", str(error), error.remedy or "Install the packs again")
            return
        yield from check_packs(library, has_demonstration=bool(find_embedded_packs()))
        yield from check_trust(store)
        fitting = read_speech_fitting(settings)
        speech = make_speech(fitting)
        parts.callback(speech.close)
        yield from check_engines(speech, fitting)
        yield from check_voices(library, speech.find_best_voice, fitting)
        yield from check_labels(data_folder, library)
        yield from check_closings(data_folder, library)
        yield check_place(settings.position, count_outdoors(library))
        yield from check_tickets(data_folder, settings, [site.id for site in library.sites("")])
