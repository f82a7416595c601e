"""Makes the pictures of the documents anew: two rehearsed visits and a stick at the desk, some screens as small JPEGs.

    .env/*-dev/bin/python -m tests.docs.pictures

Takes about four minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.house.repository import HOUSE

FOLDER = HOUSE / "docs" / "images"
QUALITY = 88


@dataclass(frozen=True, slots=True)
class Shot:
    """A screen of a rehearsal and the picture it becomes.

    ``screen`` is the part of its file's name after the number; ``turn`` counts from 0 where it comes several times.
    """

    screen: str
    picture: str
    turn: int = 0


VISITS = (
    (
        ("--language", "en"),
        (Shot("attract", "attract.jpg"), Shot("told", "stop.jpg", turn=1), Shot("map", "map.jpg")),
    ),
    (("--language", "ar", "--size", "800x1280"), (Shot("told", "stop-arabic-portrait.jpg", turn=1),)),
)


def make_pictures() -> None:
    """Rehearse each visit and keep the wanted screens."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for options, shots in VISITS:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, "-P", "-m", "kiosk", "rehearse", "--out", folder, *options],
                cwd=HOUSE,
                check=True,
            )
            for shot in shots:
                screens = sorted(Path(folder).glob(f"[0-9][0-9]-{shot.screen}.png"))
                save(screens[shot.turn], FOLDER / shot.picture)


def make_staff_picture() -> None:
    """Lead staff through their pages before a stick that is made up, and keep the one that shows what is on it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-P", "-m", "tests.screens.gallery", folder, "--staff", "landscape"],
            cwd=HOUSE,
            check=True,
        )
        save(Path(folder) / "staff-landscape-en-1-stick-newer.png", FOLDER / "staff-stick.jpg")


def save(screen: Path, picture: Path) -> None:
    """Save a screen as a JPEG whose coloured letters stay sharp."""
    with Image.open(screen) as image:
        image.convert("RGB").save(picture, quality=QUALITY, subsampling=0, optimize=True)


if __name__ == "__main__":
    make_pictures()
    make_staff_picture()
