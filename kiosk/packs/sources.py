"""Where on a drive there is something to install from."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.tree import ROOT

HPACK = ".hpack"
MAX_FILES = 20
"""So many ``.hpack`` files at the top of a drive are looked at."""

MAX_LISTED = 2_000


def find_sources(place: Path) -> list[Path]:
    """Return what can be installed from at a place: its tree, and the ``.hpack`` files at its top.

    Names that begin with a dot are passed over: other systems leave such beside every file they copy. Raises
    nothing: a place that cannot be listed has no sources.
    """
    try:
        if not place.is_dir():
            return [place]
        sources = [place] if (place / ROOT).is_dir() else []
        with os.scandir(place) as entries:
            names = sorted(entry.name for entry in islice(entries, MAX_LISTED))
        packs = [place / name for name in names if name.lower().endswith(HPACK) and name[0] != "."]
        return sources + [path for path in packs if path.is_file()][:MAX_FILES]
    except OSError:  # a stick that was pulled answers nothing any more
        return []


def make_nothing_here(place: Path) -> KioskError:
    """Return the words for a drive that brings nothing, or that cannot be read."""
    found = "no folder HERITAGE and no file that ends in .hpack"
    try:
        with os.scandir(place) as entries:
            next(entries, None)
    except OSError as error:
        found = f"a place that cannot be read ({error.strerror})"
    return KioskError(
        "There is nothing to install",
        thing=place.name,
        expected="content for this device",
        found=found,
        remedy="plug in another stick, or have the content copied onto this one",
        code="packs.nothing-here",
    )
