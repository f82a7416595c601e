"""Takes off a published tree what no reader needs any more."""

from __future__ import annotations

import hashlib
from contextlib import suppress

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import MAX_MANIFEST_BYTES, PackManifest, parse_manifest
from kiosk.packs.publishing.signed_state import METADATA_NAME, SignedState
from kiosk.packs.publishing.tree_writer import TreeWriter
from kiosk.packs.tree import FolderTree, Release, blob_name, manifest_name, metadata_name


def tidy_tree(
    writer: TreeWriter, before: SignedState | None, state: SignedState, *, newest_only: bool = False
) -> int:
    """Remove manifests that are not listed, blobs that no manifest names, and old metadata; return the bytes freed.

    The metadata of the state ``before`` stays: a reader on a hub may be in the midst of it.
    """
    writer.check_place()
    kept = _tidy_manifests(writer, state, newest_only=newest_only)
    needed = {sha256 for manifest in kept for sha256, _ in manifest.files()}
    freed = 0
    for sha256 in list(writer.names()):
        if sha256 not in needed:
            freed += (writer.folder / blob_name(sha256)).stat().st_size
            writer.remove(blob_name(sha256))
    known = set(state.files) | set(before.files if before else ())
    for path in list(writer.metadata.iterdir()):
        if METADATA_NAME.fullmatch(path.name) and path.name not in known:
            writer.remove(metadata_name(path.name))
    return freed


def _tidy_manifests(writer: TreeWriter, state: SignedState, *, newest_only: bool) -> list[PackManifest]:
    listed = {each.path: each.sha256 for each in state.listed()}
    tree = FolderTree(writer.folder)
    kept: dict[Release, PackManifest] = {}
    for release in tree.releases():
        raw = tree.read_manifest(release)
        path = f"{release.pack_id}/{release.version}.json"
        manifest = _parse(raw) if listed.get(path) == hashlib.sha256(raw).hexdigest() else None
        if manifest is None:
            writer.remove(manifest_name(release.pack_id, release.version))
        else:
            kept[release] = manifest
    if newest_only:
        newest = {release.pack_id: release for release in sorted(kept)}
        for release in kept.keys() - set(newest.values()):
            writer.remove(manifest_name(release.pack_id, release.version))
            del kept[release]
    return list(kept.values())


def _parse(raw: bytes) -> PackManifest | None:
    with suppress(KioskError):
        return parse_manifest(raw[:MAX_MANIFEST_BYTES], "")
    return None
