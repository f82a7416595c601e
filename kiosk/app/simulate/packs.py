"""Which packs simulated devices show: those of the data folder, or the demonstration."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.app.embedded_packs import install_embedded_packs
from kiosk.packs.library import Library
from kiosk.packs.store import PackStore


@contextmanager
def open_shown_packs(data_folder: Path) -> Iterator[Library]:
    """Open the packs of ``data_folder``; where it has none, the demonstration in a folder that is removed afterwards.

    Raises:
        KioskError: With a code of the packs' room.
    """
    if (data_folder / "state.db").is_file():
        with closing(PackStore(data_folder)) as store, closing(store.open_library()) as library:
            if library.sites("en"):
                yield library
                return
    with (
        tempfile.TemporaryDirectory(prefix="kiosk-simulate-packs-") as folder,
        closing(PackStore(Path(folder))) as store,
    ):
        install_embedded_packs(store)
        with closing(store.open_library()) as library:
            yield library
