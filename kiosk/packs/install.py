"""What an install begins with: the tree that is opened, the release chosen in it, and its manifest."""

from __future__ import annotations

from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import PackManifest, parse_manifest
from kiosk.packs.tree import ROOT, FolderTree, PackTree, Release, make_faulty

# Nothing is wrong with such a stick: all it carried may have been taken back.
NOTHING_HERE = "packs.nothing-here"
# Left free for the visit log and the system whatever a pack needs.
RESERVE_BYTES = 64_000_000


def open_tree(source: Path, pack_id: str = "") -> tuple[PackTree, Release]:
    """Open an ``.hpack`` file, a folder with a tree, or a manifest in one; choose the release it names.

    A folder or file with several versions of one pack offers the highest; with several packs, ``pack_id`` chooses.

    Raises:
        KioskError: ``packs.source-absent``, ``packs.tree-faulty``, ``packs.nothing-here``, ``packs.several-packs``.
    """
    if source.suffix == ".json" and source.is_file() and source.parent.parent.parent.name == ROOT:
        tree: PackTree = FolderTree(source.parents[3])
        asked = [release for release in tree.releases() if f"{release.version}.json" == source.name]
        return tree, _choose([r for r in asked if r.pack_id == source.parent.name], tree)
    tree = open_source(source)
    try:
        releases = tree.releases()
        asked = [release for release in releases if pack_id in ("", release.pack_id)]
        if not asked:
            raise _make_empty(tree.thing, pack_id, sorted({release.pack_id for release in releases}))
        return tree, _choose(asked, tree)
    except KioskError:
        tree.close()
        raise


def open_source(source: Path) -> PackTree:
    """Open an ``.hpack`` file or a folder with a tree.

    Raises:
        KioskError: ``packs.source-absent`` or ``packs.tree-faulty``.
    """
    from kiosk.packs.hpack import HpackTree  # zipfile has no business at the guide's start

    if source.is_dir():
        return FolderTree(source)
    if source.is_file():
        return HpackTree(source)
    raise KioskError(
        "The pack was not installed",
        thing=str(source),
        found="no such file or folder",
        remedy="see whether the stick is plugged in and the name is right",
        code="packs.source-absent",
    )


def read_manifest(tree: PackTree, release: Release) -> PackManifest:
    """Return the manifest of ``release``, which must speak of that release.

    Raises:
        KioskError: ``packs.tree-faulty`` or ``packs.manifest-faulty``.
    """
    return check_manifest(tree.read_manifest(release), release, tree.thing)


def check_manifest(raw: bytes, release: Release, thing: str) -> PackManifest:
    """Return the manifest in ``raw``, which must speak of ``release``.

    Raises:
        KioskError: ``packs.tree-faulty`` or ``packs.manifest-faulty``; ``thing`` is named in it.
    """
    manifest = parse_manifest(raw, thing)
    if (manifest.id, manifest.version) != (release.pack_id, release.version):
        raise make_faulty(
            thing,
            f"one of {manifest.id} {manifest.version}",
            expected=f"a manifest of {release.pack_id} {release.version}",
        )
    return manifest


def _make_empty(thing: str, pack_id: str, there: list[str]) -> KioskError:
    what = "The pack was not installed"
    if there:
        remedy = "name one that is there with --pack, or take another stick"
        return KioskError(
            what, thing=thing, expected=pack_id, found=", ".join(there[:8]), remedy=remedy, code=NOTHING_HERE
        )
    return KioskError(
        what,
        thing=thing,
        expected="a pack",
        found="none; what was there may have been withdrawn",
        remedy="have packs published to it, or take another stick",
        code=NOTHING_HERE,
    )


def _choose(releases: list[Release], tree: PackTree) -> Release:
    packs = sorted({release.pack_id for release in releases})
    if not packs:
        raise make_faulty(tree.thing, "none")
    if len(packs) > 1:
        raise KioskError(
            "The pack was not installed",
            thing=tree.thing,
            expected="one pack",
            found=", ".join(packs[:8]),
            remedy="name the one to install with --pack, or take them all with --all",
            code="packs.several-packs",
        )
    return max(releases)
