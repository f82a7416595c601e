"""The packs that come with the program: the demonstration, for a device that has nothing else to show."""

from __future__ import annotations

import sys
from pathlib import Path

from kiosk.packs.store import InstallOutcome, PackStore


def find_embedded_packs() -> tuple[Path, ...]:
    """Return the ``.hpack`` files beside the program (bundle) or built from this checkout; may be none."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).parents[2] / "build"
    return tuple(sorted((root / "packs").glob("*.hpack")))


def install_embedded_packs(store: PackStore) -> tuple[InstallOutcome, ...]:
    """Install the embedded packs on a device that has none. A device with a pack of its own is left alone."""
    if store.list_releases():
        return ()
    return tuple(store.install(pack) for pack in find_embedded_packs())
