"""What is held before the rehearsal's camera: drawn labels by default, or what SPEC names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.content import Site, Stop
from kiosk.model.marker import format_marker
from kiosk.packs.library import Library
from kiosk.scanning.cameras import parse_wish
from kiosk.scanning.picture_file import list_pictures
from kiosk.scanning.scene_source import SceneSource
from kiosk.scanning.scenes import Label
from kiosk.scanning.source import FrameSource, Showing, find_path, open_source

FOREIGN_TEXT = "https://poster.example/concert?tickets=2"
SHOWN_MS = 2500


@dataclass(frozen=True, slots=True)
class Sight:
    """Something to hold before the camera, once. ``name`` is for the report.

    ``goes_on`` is true of a video or a camera, in which one code may follow another.
    """

    name: str
    open: Callable[[], FrameSource]
    goes_on: bool = False


def draw_sights(library: Library, site: Site, stops: Sequence[Stop]) -> list[Sight]:
    """Return drawn approaches to each stop's label, again and again until it is read, each on other stone."""
    return [
        _draw(f"label of stop {stop.card.number}", _label(library, site, stop), seed)
        for seed, stop in enumerate(stops, 1)
    ]


def draw_foreign_sight() -> Sight:
    """Return an approach to somebody else's code: a poster."""
    return _draw("a poster's code", Label(FOREIGN_TEXT), 40)


def find_sights(spec: str) -> list[Sight]:
    """Return what ``spec`` names, for the camera to be shown: each picture of a folder, a video, a camera.

    Raises:
        KioskError: ``scanning.*`` when there is no such thing or nothing in it.
    """
    once = Showing(shown_ms=SHOWN_MS, repeat=False)
    if parse_wish(spec) is not None or not (path := find_path(spec)).is_dir():
        return [Sight(spec, lambda: open_source(spec, once), goes_on=True)]
    return [_show_picture(picture, once) for picture in list_pictures(path)]


def _show_picture(picture: Path, showing: Showing) -> Sight:
    return Sight(picture.name, lambda: open_source(str(picture), showing))


def _draw(name: str, label: Label, seed: int) -> Sight:
    # Who is not understood holds the label up again: a busy machine may miss the first approach.
    return Sight(name, lambda: SceneSource((label,), seed=seed, repeat=True))


def _label(library: Library, site: Site, stop: Stop) -> Label:
    text = format_marker(site.label_host, stop.code, library.label_key(site.id))
    return Label(text, stop.card.number)
