"""Whether the pictures of a pack can be shown, and are worth showing as large as a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from kiosk.authoring.check_files import list_pictures
from kiosk.authoring.check_telling import Teller
from kiosk.packs.findings import Severity
from kiosk.packs.picture_colours import to_srgb
from kiosk.packs.pictures import MAX_SIDE_PX, PictureError, load_picture
from kiosk.recognition.features import LOOK_SIDE_PX
from kiosk.recognition.lasting import is_recognisable
from kiosk.recognition.maker import WALL

# A screen 1,080 px wide shows a picture across; from half of that on, enlarging is seen.
SMALL_PX = 900
SMALL_WORDMARK_PX = 200
LARGE_PIXELS = 40_000_000
# Longer than this, a picture is cut on every screen, or shown as a strip.
LONGEST_SHAPE = 3.0
# A drawing is as good at any size; this is enough to see that it can be drawn.
_DRAWING_LOOK_PX = 64


@dataclass(frozen=True, slots=True)
class PictureLook:
    """What a picture is. ``width_px``/``height_px`` are a photograph's own; a drawing has no size, only a shape."""

    width_px: int
    height_px: int
    is_drawing: bool
    is_recognisable: bool = True


def look_at_picture(path: Path) -> PictureLook:
    """Decode a picture, or draw it small.

    Raises:
        PictureError: It cannot be used in a pack.
    """
    image = load_picture(path, _DRAWING_LOOK_PX)
    return PictureLook(image.width, image.height, path.suffix.lower() == ".svg")


def look_at_thing(path: Path) -> PictureLook:
    """Decode a stop's picture, or draw it, and see whether a camera could know the thing by it.

    Raises:
        PictureError: It cannot be used in a pack.
    """
    image = load_picture(path, LOOK_SIDE_PX)
    width_px, height_px = image.size
    image = to_srgb(image)
    image.thumbnail((LOOK_SIDE_PX, LOOK_SIDE_PX))
    if image.mode == "RGBA":
        wall = Image.new("RGBA", image.size, (WALL, WALL, WALL, 255))
        image = Image.alpha_composite(wall, image)
    is_drawing = path.suffix.lower() == ".svg"
    return PictureLook(width_px, height_px, is_drawing, is_recognisable(np.asarray(image.convert("L"))))


class PictureCheck:
    """The pictures of one source; each file is looked at once, however many stops show it."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        source = teller.source
        self.paths = sorted(set(list_pictures(source)))
        self._things = {image.file for stop in source.stops for image in stop.images}
        plans = {floor.plan for floor in source.floors}
        self._free_shape = {path for path in (*plans, source.site.wordmark) if path is not None}
        self._wordmark = source.site.wordmark

    def list_looks(self) -> list[tuple[Callable[[Path], PictureLook], list[Path]]]:
        """Return how to look at which pictures: closely at those of stops, at which cameras will be pointed."""
        things = [path for path in self.paths if path in self._things]
        return [
            (look_at_thing, things),
            (look_at_picture, [path for path in self.paths if path not in self._things]),
        ]

    def add(self, path: Path, looked: Callable[[], PictureLook]) -> None:
        """Take in the outcome of looking at one picture."""
        try:
            look = looked()
        except PictureError as error:
            self._tell(Severity.ERROR, path, str(error), "replace the picture", "image_unreadable")
            return
        judged = list(self._judge(path, look))
        for severity, what, remedy, kind in judged:
            self._tell(severity, path, what, remedy, kind)
        if not look.is_recognisable and not judged:
            what = "it has too little in it for a camera to know the thing by it; its label and number lead there all the same"
            remedy = "take a sharp photograph of the whole thing"
            self._tell(Severity.WARNING, path, what, remedy, "image_unrecognisable")

    def _judge(self, path: Path, look: PictureLook) -> Iterator[tuple[Severity, str, str, str]]:
        longer, shorter = max(look.width_px, look.height_px), min(look.width_px, look.height_px)
        size = f"{look.width_px} x {look.height_px} px"
        least = SMALL_WORDMARK_PX if path == self._wordmark else SMALL_PX
        if not look.is_drawing and longer < least:
            what, remedy = f"{size} are too few for a screen", f"use one of {least} px or more"
            yield Severity.WARNING, what, remedy, "image_small"
        if look.width_px * look.height_px > LARGE_PIXELS:
            what, remedy = f"{size} are far more than a screen has", f"a copy of {MAX_SIDE_PX} px is made"
            yield Severity.NOTE, what, remedy, "image_very_large"
        if longer > LONGEST_SHAPE * shorter and path not in self._free_shape:
            what = f"it is {longer / max(1, shorter):.0f} times as long as wide, and is cut on every screen"
            yield Severity.WARNING, what, "cut it to what matters", "image_shape"

    def _tell(self, severity: Severity, path: Path, what: str, remedy: str, kind: str) -> None:
        file = name_in_source(path, self._teller.source.folder)
        self._teller.findings.add(severity, file, "", what, remedy, kind=kind, media=path.name)


def check_rights(teller: Teller) -> None:
    """Tell which pictures of stops say nothing of who made them and who may use them."""
    if teller.is_table:
        return
    for stop in teller.source.stops:
        for image in stop.images:
            unsaid = [
                name for name, value in (("credit", image.credit), ("rights", image.rights)) if not value
            ]
            if unsaid:
                what = f"{image.file.name} has no {' and no '.join(unsaid)}"
                remedy = "write who made it and who may use it"
                teller.warn(stop.origin, f"images {unsaid[0]}", what, remedy, "rights_missing")


def name_in_source(path: Path, folder: Path) -> str:
    """Return a file's name as an author knows it: within the pack's folder where it lies there."""
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name
