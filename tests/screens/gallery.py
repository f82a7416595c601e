"""Hang every page on the wall: ``python -m tests.screens.gallery OUT [--staff] [SHAPE ...]`` saves each stage as a PNG."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QPainter
from PySide6.QtTest import QTest

from kiosk.screens.renderer import choose_renderer
from kiosk.screens.shell import ShellOptions, open_shell
from tests.fakes.fake_hub_link import FakeHubLink
from tests.fakes.fake_library import DELHI, EmptyLibrary, FakeLibrary
from tests.fakes.fake_microphone import FakeMicrophone
from tests.fakes.fake_place import FakePlace
from tests.fakes.fake_printer import FakePrinter
from tests.fakes.fake_rooms import FakeRooms
from tests.fakes.fake_scanner import HEIGHT_PX, WIDTH_PX
from tests.screens.label_stages import make_rounds
from tests.screens.staff_stages import make_desk, walk_staff
from tests.screens.stages import LANGUAGES, SHAPES, open_without_camera, walk
from tests.screens.talk_stages import TalkedAbout, walk_talk
from tests.screens.ticket_stages import make_fitting, prepare, walk_tickets

SETTLE_MS = 350


def draw_view() -> Any:
    """Return what a camera might see: the court with a label in it, as a luminance plane."""
    import numpy as np
    import segno

    reader = QImageReader(str(DELHI / "media" / "mosque-court.svg"))
    reader.setScaledSize(QSize(WIDTH_PX, HEIGHT_PX))
    image = reader.read().convertToFormat(QImage.Format.Format_Grayscale8)
    painter = QPainter(image)
    painter.fillRect(270, 300, 200, 190, Qt.GlobalColor.white)
    code = segno.make("HTTPS://QUTB.EXAMPLE/QYJFA8ND00000", error="m")
    for y, row in enumerate(code.matrix):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(302 + x * 5, 324 + y * 5, 5, 5, Qt.GlobalColor.black)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def hang(out: Path, shape: str, language: str, scale: float, theme: str = "gallery") -> None:
    """Save every stage of a visit in one shape, language and text size."""
    width_px, height_px = SHAPES[shape]
    options = ShellOptions(width_px, height_px, theme=theme, reduced_motion=True)
    with tempfile.TemporaryDirectory() as folder:
        printer = FakePrinter(Path(folder) / "tray")
        fakes = FakeRooms(Path(folder), picture=draw_view(), place=FakePlace(), printer=printer)
        shell = open_shell(fakes.rooms, options)
        shell.models.look.choose_text_scale(scale)
        for stage in walk(shell, fakes, language, lambda: QTest.qWait(SETTLE_MS)):
            shell.grab(out / f"{shape}-{language}-{scale:g}-{theme}-{stage}.png")
        shell.close()
        fakes.close()


def hang_staff(out: Path, shape: str, language: str, scale: float) -> None:
    """Save every page that staff may meet."""
    width_px, height_px = SHAPES[shape]
    with tempfile.TemporaryDirectory() as folder:
        fakes = FakeRooms(
            Path(folder),
            staff=make_desk(),
            hub=FakeHubLink(),
            rounds=make_rounds(FakeLibrary()),
            closes=True,
            picture=draw_view(),
        )
        shell = open_shell(fakes.rooms, ShellOptions(width_px, height_px, reduced_motion=True))
        shell.models.look.choose_text_scale(scale)
        for stage in walk_staff(shell, fakes, language, lambda: QTest.qWait(SETTLE_MS // 5)):
            shell.grab(out / f"staff-{shape}-{language}-{scale:g}-{stage}.png")
        shell.close()
        fakes.close()


def hang_oddities(out: Path, shape: str) -> None:
    """Save the pages of a device with no pack, with no camera, and with several sites."""
    width_px, height_px = SHAPES[shape]
    options = ShellOptions(width_px, height_px, reduced_motion=True)
    with tempfile.TemporaryDirectory() as folder:
        fakes = FakeRooms(Path(folder), library=EmptyLibrary(), camera=False)
        shell = open_shell(fakes.rooms, options)
        QTest.qWait(SETTLE_MS)
        shell.grab(out / f"{shape}-empty.png")
        shell.close()
        fakes.close()
    with tempfile.TemporaryDirectory() as folder:
        fakes = FakeRooms(Path(folder), camera=False)
        shell = open_without_camera(fakes, options, "en")
        QTest.qWait(SETTLE_MS)
        shell.grab(out / f"{shape}-home-without-camera.png")
        shell.close()
        fakes.close()


def hang_tickets(out: Path, shape: str, language: str, scale: float) -> None:
    """Save each answer to a ticket, and a code for another site."""
    width_px, height_px = SHAPES[shape]
    with tempfile.TemporaryDirectory() as folder:
        fakes = FakeRooms(Path(folder), picture=draw_view(), tickets=make_fitting())
        prepare(fakes)
        shell = open_shell(fakes.rooms, ShellOptions(width_px, height_px, reduced_motion=True))
        shell.models.look.choose_text_scale(scale)
        for stage in walk_tickets(shell, fakes, language, lambda: QTest.qWait(SETTLE_MS)):
            shell.grab(out / f"{shape}-{language}-{scale:g}-{stage}.png")
        shell.close()
        fakes.close()


def hang_talk(out: Path, shape: str, language: str, scale: float) -> None:
    """Save each step of talking back, and voices of visitors."""
    width_px, height_px = SHAPES[shape]
    with tempfile.TemporaryDirectory() as folder:
        fakes = FakeRooms(Path(folder), library=TalkedAbout(), camera=False, microphone=FakeMicrophone())
        shell = open_shell(fakes.rooms, ShellOptions(width_px, height_px, reduced_motion=True))
        shell.models.look.choose_text_scale(scale)
        for stage in walk_talk(shell, fakes, language, lambda: QTest.qWait(SETTLE_MS)):
            shell.grab(out / f"{shape}-{language}-{scale:g}-{stage}.png")
        shell.close()
        fakes.close()


def hang_visit(out: Path, shape: str) -> None:
    """Save what visitors see in one shape: each language, the largest text, each light."""
    for language in LANGUAGES:
        hang(out, shape, language, 1.0)
        hang_tickets(out, shape, language, 1.0)
        hang_talk(out, shape, language, 1.0)
    hang(out, shape, "en", 2.0)
    hang_tickets(out, shape, "en", 2.0)
    hang_talk(out, shape, "en", 2.0)
    hang(out, shape, "en", 1.0, "outdoors")
    hang(out, shape, "en", 1.0, "contrast")
    hang_oddities(out, shape)


def main(words: list[str]) -> None:
    """Fill the folder ``words[0]`` with every shape, or with those named after it; ``--staff``: their pages only."""
    out = Path(words[0])
    out.mkdir(parents=True, exist_ok=True)
    choose_renderer()
    app = QGuiApplication([])
    for shape in [word for word in words[1:] if word != "--staff"] or SHAPES:
        if "--staff" not in words:
            hang_visit(out, shape)
        for language in LANGUAGES:
            hang_staff(out, shape, language, 1.0)
        hang_staff(out, shape, "en", 2.0)
    del app


if __name__ == "__main__":
    main(sys.argv[1:])
