"""Makes the pictures of the documents anew: two rehearsed visits, a stick at the desk, some labels of the demonstration.

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

from kiosk.app.commands.pack.opened import opened_pack
from kiosk.authoring.label_papers import get_paper
from kiosk.authoring.label_pdf import render_pages
from kiosk.authoring.label_sheet import write_label_sheet
from kiosk.authoring.label_wish import LabelWish
from kiosk.authoring.labels import collect_labels
from tests.house.repository import HOUSE

FOLDER = HOUSE / "docs" / "images"
QUALITY = 88
DEMO = HOUSE / "content_packs" / "delhi"
# How much of each sheet is shown, from its top.
LABEL_PAPERS = {"L7160": 150.0, "L7165": 150.0, "cards": 150.0}
LABEL_DPI = 60
GAP_PX = 8


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


def make_label_picture() -> None:
    """Print labels of the demonstration on three papers, and show the beginning of each sheet."""
    sheets = []
    with tempfile.TemporaryDirectory() as folder, opened_pack(str(DEMO), Path(folder)) as (_, library):
        labels = collect_labels(library, library.sites("en")[0].id)
        for name, shown_mm in LABEL_PAPERS.items():
            pdf = Path(folder) / f"{name}.pdf"
            write_label_sheet(labels, pdf, LabelWish(get_paper(name)))
            page = Image.fromarray(next(render_pages(pdf, LABEL_DPI)))
            sheets.append(page.crop((0, 0, page.width, round(shown_mm / 25.4 * LABEL_DPI))))
    picture = Image.new("L", (sum(sheet.width + GAP_PX for sheet in sheets) - GAP_PX, sheets[0].height), 150)
    for place, sheet in enumerate(sheets):
        picture.paste(sheet, (sum(before.width + GAP_PX for before in sheets[:place]), 0))
    picture.save(FOLDER / "labels.png", optimize=True)


def save(screen: Path, picture: Path) -> None:
    """Save a screen as a JPEG whose coloured letters stay sharp."""
    with Image.open(screen) as image:
        image.convert("RGB").save(picture, quality=QUALITY, subsampling=0, optimize=True)


if __name__ == "__main__":
    make_pictures()
    make_staff_picture()
    make_label_picture()
