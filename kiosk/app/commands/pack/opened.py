"""A pack opened for a command without touching the device."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.library import Library
    from kiosk.packs.register import InstalledRelease
    from kiosk.packs.signatures import SignatureMaker


@contextmanager
def opened_pack(
    pack: str, data: Path, signatures: SignatureMaker | None = None
) -> Iterator[tuple[str, Library]]:
    """Open the pack a person names: a file, a source folder, or the id of an installed one.

    Of a source folder ``signatures`` make what its pictures are recognised by; None for a pack without that.
    """
    from kiosk.authoring.any_source import is_source, read_any_source
    from kiosk.packs.build import build_pack
    from kiosk.packs.store import PackStore

    path = Path(pack)
    if is_source(path):
        with TemporaryDirectory(prefix="kiosk-pack-") as scratch:
            built = build_pack(read_any_source(path), Path(scratch) / "source.hpack", signatures=signatures)
            with installed_aside(built.path) as (release, library):
                yield release.manifest.id, library
    elif path.exists() or not (data / "state.db").exists():
        with installed_aside(path) as (release, library):
            yield release.manifest.id, library
    else:
        store = PackStore(data)
        library = store.open_library()
        store.close()
        try:
            if all(site.pack_id != pack for site in library.sites("")):
                raise KioskError(
                    "There is no such pack",
                    thing=pack,
                    remedy="name a file, a source folder, or an id of: kiosk pack list",
                    code="packs.not-installed",
                )
            yield pack, library
        finally:
            library.close()


@contextmanager
def installed_aside(pack: Path) -> Iterator[tuple[InstalledRelease, Library]]:
    """Install a pack in a folder of its own and open it; the device is not touched. Nobody has to have signed it."""
    from kiosk.packs.store import PREVIEW, PackStore

    with TemporaryDirectory(prefix="kiosk-pack-") as scratch:
        store = PackStore(Path(scratch), trusting=PREVIEW)
        try:
            outcome = store.install(pack)
            if outcome.error is not None:
                raise outcome.error
            library = store.open_library()
            try:
                yield store.list_releases()[0], library
            finally:
                library.close()
        finally:
            store.close()
