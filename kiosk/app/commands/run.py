"""``kiosk run``: the visitor's guide in a window."""

from __future__ import annotations

import argparse
import signal
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.app.output import Output
from kiosk.app.settings import THEMES, Settings, read_settings
from kiosk.app.sizes import parse_size
from kiosk.model.errors import KioskError
from kiosk.place.source import NONE, choose_receiver
from kiosk.scanning.mounting import TURNS_DEG, Mirroring, Mounting

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from kiosk.app.device import Device
    from kiosk.scanning.source import FrameSource
    from kiosk.spoken.microphone import Microphone

# Python notices a signal only between its own instructions; a beat makes sure that there are some.
BEAT_MS = 500
# Facts that wait for company are handed over at the day's close: looked for every ten minutes, as new packs are.
SETTLE_EVERY_MS = 600_000


POSITION_HELP = (
    "where the guide learns its place outdoors: auto (the system's service), none, a receiver's port, a named pipe"
    " or a recording of NMEA sentences"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; what is not given is taken from the settings."""
    parser.add_argument(
        "--camera",
        metavar="SPEC",
        help="auto, front, back, a camera's number, name:PART of its name,"
        " or a video, picture or folder of pictures; none for none",
    )
    parser.add_argument(
        "--camera-turn",
        type=int,
        choices=TURNS_DEG,
        metavar="DEG",
        help="turn its pictures clockwise: 0, 90, 180 or 270",
    )
    parser.add_argument(
        "--camera-mirror",
        choices=[str(each) for each in Mirroring],
        help="show it as a mirror: auto (where it faces the visitor), yes or no;"
        " undo for a camera that looks into a mirror itself",
    )
    parser.add_argument("--position", metavar="SPEC", help=POSITION_HELP)
    parser.add_argument("--windowed", action="store_true", help="a window, and not the whole screen")
    parser.add_argument(
        "--size",
        type=parse_size,
        default="1280x800",
        metavar="WxH",
        help="the window's size (default: %(default)s)",
    )
    parser.add_argument(
        "--theme", choices=THEMES, help="dark for galleries, light for outdoors, or high contrast"
    )
    parser.add_argument("--hub", metavar="URL", help="the operator's hub")
    parser.add_argument(
        "--language",
        default="en",
        metavar="TAG",
        help="the language before a visitor has chosen one (default: %(default)s)",
    )
    parser.add_argument(
        "--trust-folder",
        type=Path,
        metavar="DIR",
        help="an author's preview: show what lies in this folder, signed or not, and keep nothing of it",
    )
    parser.add_argument("--still", action="store_true", help="no movement on the screens")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Show the guide until its window is closed or the process is told to end."""
    from kiosk.app.data_folder import hold_data_folder
    from kiosk.app.device import Device, Fitting
    from kiosk.app.diary import close_diary, open_diary
    from kiosk.app.pass_printing import choose_printer
    from kiosk.app.qt_application import make_application
    from kiosk.app.speech_engines import read_speech_fitting
    from kiosk.app.ticket_desk import read_ticket_fitting
    from kiosk.app.window import open_window
    from kiosk.packs.drives.watch import MountWatch
    from kiosk.packs.store import PREVIEW, SIGNED
    from kiosk.visits.power import SystemPower

    ending = _Ending()
    with ExitStack() as parts:
        data = arguments.data
        if arguments.trust_folder is not None:
            data = _prepare_preview(arguments.trust_folder, parts, out)
        folder = parts.enter_context(hold_data_folder(data, stand_in=True))
        parts.callback(close_diary, open_diary(folder.path))
        settings, problems = _read_settings(folder.given)
        for one in (folder.problem, *problems):
            if one is not None:
                out.error(one)
        open_camera = _choose_camera(
            arguments.camera or settings.camera, _choose_mounting(arguments, settings)
        )
        make_receiver = choose_receiver(arguments.position or settings.position)
        application = make_application(off_screen=False)
        fitting = Fitting(
            open_camera=open_camera,
            make_receiver=make_receiver,
            make_microphone=_choose_microphone(settings.microphone),
            make_printer=choose_printer(settings.printer),
            hub=settings.hub if arguments.hub is None else arguments.hub,
            sync_rate_kbps=settings.sync_rate_kbps,
            fold_after_visits=settings.fold_after_visits,
            volume=settings.volume_cap_percent / 100,
            volume_start=settings.volume_start_percent / 100,
            continue_after_s=settings.continue_after_s,
            ticks=settings.scan_tick == "on",
            speech=read_speech_fitting(settings),
            study="" if settings.study == "off" else settings.study,
            wishes_first=settings.wishes == "first",
            power=SystemPower(watch_charger=settings.charger == "ends"),
            trusting=PREVIEW if arguments.trust_folder else SIGNED,
            watch_drives=None if arguments.trust_folder else MountWatch,
            tickets=read_ticket_fitting(settings),
        )
        device = Device(folder, fitting)
        parts.callback(device.close)
        for one in problems:
            device.report(one)
        shell = open_window(
            device,
            size_px=arguments.size,
            full_screen=not arguments.windowed,
            theme=arguments.theme or settings.theme,
            reduced_motion=arguments.still,
            language=arguments.language,
            preview=bool(arguments.trust_folder),
            self_voicing=settings.self_voicing,
        )
        parts.callback(shell.close)
        _run_until_closed(application, ending, device)
    return 0


def _prepare_preview(content: Path, parts: ExitStack, out: Output) -> Path:
    """Install what an author wants to see into a data folder that goes with the window."""
    from tempfile import TemporaryDirectory

    from kiosk.app.preview import install_preview

    data = Path(parts.enter_context(TemporaryDirectory(prefix="kiosk-preview-")))
    for outcome in install_preview(content, data):
        out.note(f"Preview of {outcome.pack} {outcome.version}: not for visitors")
    return data


class _Ending:
    """Notes that the process is told to end, whenever that is: even before there is a window to close."""

    def __init__(self) -> None:
        self.is_told = False
        for ending in (signal.SIGINT, signal.SIGTERM):
            signal.signal(ending, self._take)

    def _take(self, *_signal: object) -> None:
        self.is_told = True


def _run_until_closed(application: QGuiApplication, ending: _Ending, device: Device) -> None:
    from PySide6.QtCore import QTimer

    beat, settling = QTimer(), QTimer()
    beat.timeout.connect(lambda: application.quit() if ending.is_told else None)
    beat.timeout.connect(device.look_for_closings)
    beat.start(BEAT_MS)
    settling.timeout.connect(device.look_after)
    settling.start(SETTLE_EVERY_MS)
    QTimer.singleShot(0, device.start_sending)
    QTimer.singleShot(0, device.start_desk)
    QTimer.singleShot(0, device.start_printing)
    application.exec()
    beat.stop()
    settling.stop()


def _read_settings(folder: Path) -> tuple[Settings, list[KioskError]]:
    """Return the settings and what is wrong with them: a slip in the file must not cost visitors their guide."""
    try:
        settings = read_settings(folder)
    except KioskError as problem:
        return Settings(), [problem]
    problems = []
    try:
        _choose_camera(settings.camera)
    except KioskError as problem:
        settings, problems = replace(settings, camera="none"), [problem]
    try:
        choose_receiver(settings.position)
    except KioskError as problem:
        settings, problems = replace(settings, position=NONE), [*problems, problem]
    return settings, problems


def _choose_microphone(wanted: str) -> Callable[[], Microphone] | None:
    """Return what makes the microphone, when somebody first wants to speak; None where the site wants none."""
    if wanted == "none":
        return None

    def make() -> Microphone:
        from kiosk.spoken.qt_microphone import QtMicrophone

        return QtMicrophone()

    return make


def _choose_mounting(arguments: argparse.Namespace, settings: Settings) -> Mounting:
    turn_deg = settings.camera_turn_deg if arguments.camera_turn is None else arguments.camera_turn
    return Mounting(turn_deg, Mirroring(arguments.camera_mirror or settings.camera_mirror))


def _choose_camera(spec: str, mounting: Mounting | None = None) -> Callable[[], FrameSource] | None:
    """Return what opens the camera when a page first shows it; None for a device without one.

    Raises:
        KioskError: ``scanning.*`` when ``spec`` names no camera, video or picture.
    """
    if spec == "none":
        return None

    def open_camera() -> FrameSource:
        from kiosk.scanning.source import open_source

        return open_source(spec, mounting=mounting)

    if spec != "auto":
        open_camera()  # touches no device: a misspelt name is said now, not when a visitor stands there
    return open_camera
