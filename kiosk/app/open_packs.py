"""The content of a guide: the packs of its data folder, or the best that can be had where they cannot be read."""

from __future__ import annotations

from contextlib import ExitStack

from kiosk.app.data_folder import DataFolder
from kiosk.app.embedded_packs import install_embedded_packs, renew_demonstration
from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.library import Library
from kiosk.packs.store import SIGNED, InstallOutcome, PackStore
from kiosk.packs.trust.state import Trusting


def open_packs(
    folder: DataFolder, parts: ExitStack, trusting: Trusting = SIGNED
) -> tuple[Library, tuple[InstallOutcome, ...]]:
    """Open the packs, and tell which were installed for it: the embedded ones, on a device that had none.

    In a preview (``trusting``) nothing is installed for it.

    A data folder that cannot be written can still be shown from. Where even the packs' register cannot be
    read, a library with nothing but the reason comes back. What was opened is closed by ``parts``.
    """
    outcomes: tuple[InstallOutcome, ...] = ()
    library = _find_readable(folder, parts)
    if library is None:
        try:
            store = PackStore(folder.path, trusting)
            parts.callback(store.close)
            outcomes = install_embedded_packs(store) if trusting is SIGNED else ()
            library = store.open_library()
            if trusting is SIGNED and not outcomes and not library.sites("en"):
                library, outcomes = _renew(store, library)
        except KioskError as problem:
            library = Library([], BlobStore(folder.path / "packs"), [problem])
        library.problems.extend(one.error for one in outcomes if one.error is not None)
        parts.callback(library.close)
    return library, outcomes


def _renew(store: PackStore, library: Library) -> tuple[Library, tuple[InstallOutcome, ...]]:
    """Return the packs once more where the demonstration was of another version of the program."""
    outcomes = renew_demonstration(store)
    if not outcomes:
        return library, ()
    library.close()
    return store.open_library(), outcomes


def _find_readable(folder: DataFolder, parts: ExitStack) -> Library | None:
    """Return the packs of a folder that can be read and not written; None where it holds nothing to show."""
    if folder.problem is None or not (folder.given / "state.db").is_file():
        return None
    store = PackStore(folder.given)
    parts.callback(store.close)
    library = store.open_library()
    parts.callback(library.close)
    return library if library.sites("en") else None
