"""An author's preview: content that nobody signed, in a data folder of its own. The screens say so all the time."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.progress import OnProgress, ignore_progress
from kiosk.packs.store import PREVIEW, InstallOutcome, PackStore
from kiosk.packs.tree import ROOT, manifest_name

MOST_PACKS = 50


def install_preview(
    folder: Path, data_folder: Path, on_progress: OnProgress = ignore_progress
) -> tuple[InstallOutcome, ...]:
    """Install what lies in ``folder`` into ``data_folder``, signed or not.

    Args:
        folder: A pack's source, an ``.hpack``, a folder of such files, or a folder with a HERITAGE tree.
        data_folder: A data folder of the preview's own.
        on_progress: Told how far building and installing are.

    Raises:
        KioskError: ``app.no-preview`` where nothing is there to see, or with the code of what is wrong with it.
    """
    with closing(PackStore(data_folder, trusting=PREVIEW)) as store:
        outcomes = tuple(store.install(pack, on_progress) for pack in _find_packs(folder, data_folder))
    for outcome in outcomes:
        if outcome.error is not None:
            raise outcome.error
    return outcomes


def _find_packs(folder: Path, data_folder: Path) -> list[Path]:
    from kiosk.authoring.any_source import is_source, read_any_source
    from kiosk.packs.build import build_pack
    from kiosk.recognition.maker import SIGNATURES

    if is_source(folder):
        out = data_folder / "preview.hpack"
        return [build_pack(read_any_source(folder), out, signatures=SIGNATURES).path]
    if folder.is_file():
        return [folder]
    found = sorted(folder.glob("*.hpack")) + _find_newest(folder)
    if not 1 <= len(found) <= MOST_PACKS:
        raise KioskError(
            "There is nothing to preview",
            thing=str(folder),
            expected=f"a pack's source, or 1 to {MOST_PACKS} packs",
            found=f"{len(found)}",
            remedy="name the folder with pack.toml, or one with .hpack files",
            code="app.no-preview",
        )
    return found


def _find_newest(folder: Path) -> list[Path]:
    """Return the manifests of the newest version of each pack in a tree; none where there is no tree."""
    from kiosk.packs.tree import FolderTree

    if not (folder / ROOT).is_dir():
        return []
    with closing(FolderTree(folder)) as tree:
        newest = {release.pack_id: release.version for release in sorted(tree.releases())}
    return [folder / manifest_name(pack_id, version) for pack_id, version in newest.items()]
