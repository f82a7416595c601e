"""One install on its way: everything is copied and checked before a single switch shows it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.manifest import PackManifest, format_manifest, parse_manifest
from kiosk.packs.open_pack import OpenPack, open_pack, verify_release
from kiosk.packs.progress import OnProgress, Progress
from kiosk.packs.register import ReleaseRegister
from kiosk.packs.tree import ROOT, FolderTree, PackTree, Release, make_faulty
from kiosk.packs.trust.state import Approval

# Left free for the visit log and the system whatever a pack needs.
RESERVE_BYTES = 64_000_000


@dataclass(frozen=True, slots=True)
class Copied:
    """How many bytes of a release were copied, and how many were already on the device."""

    manifest: PackManifest
    copied_bytes: int
    reused_bytes: int
    switched: bool


def open_tree(source: Path) -> tuple[PackTree, Release]:
    """Open an ``.hpack`` file, a folder with a tree, or a manifest in one; choose the release it names.

    A folder or file with several versions of one pack offers the highest.

    Raises:
        KioskError: ``packs.source-absent``, ``packs.tree-faulty``, ``packs.several-packs``.
    """
    if source.suffix == ".json" and source.is_file() and source.parent.parent.parent.name == ROOT:
        tree: PackTree = FolderTree(source.parents[3])
        asked = [release for release in tree.releases() if f"{release.version}.json" == source.name]
        return tree, _choose([r for r in asked if r.pack_id == source.parent.name], tree)
    tree = open_source(source)
    try:
        return tree, _choose(tree.releases(), tree)
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


class Installation:
    """Copies one release into the store and switches to it; the caller holds the store's lock."""

    def __init__(
        self, tree: PackTree, blobs: BlobStore, register: ReleaseRegister, on_progress: OnProgress
    ) -> None:
        self._tree = tree
        self._blobs = blobs
        self._register = register
        self._on_progress = on_progress

    def run(self, manifest: PackManifest, approval: Approval) -> Copied:
        """Install ``manifest``'s release, which ``approval`` vouches for. Killed at any point, the next run goes on where it stopped.

        Raises:
            KioskError: With a code of this room; what was shown before is still shown.
        """
        self._on_progress(Progress("Checking the pack", 0, manifest.total_bytes))
        known = self._check_version(manifest, approval)
        missing = self._find_missing(manifest, thorough=known)
        self._check_space(sum(missing.values()))
        self._copy(missing)
        self._on_progress(Progress("Verifying", manifest.total_bytes, manifest.total_bytes))
        self._check_sites(manifest, approval, _sites_of(verify_release(manifest, self._blobs)))
        shown = self._register.find_release(manifest.id, manifest.version)
        switch = shown is None or not shown.active or shown.vouched_by != approval.vouched_by
        if missing or switch:
            self._blobs.sync_names({sha256 for sha256, _ in manifest.files()}, self._tree.thing)
        if switch:
            self._register.switch(manifest, approval)
        self._on_progress(Progress("Installed", manifest.total_bytes, manifest.total_bytes))
        copied_bytes = sum(missing.values())
        return Copied(manifest, copied_bytes, manifest.total_bytes - copied_bytes, switch)

    def _check_version(self, manifest: PackManifest, approval: Approval) -> bool:
        """Refuse a rollback and a version used twice; tell whether this very release is here."""
        highest = self._register.highest_version(manifest.id, approval.vouched_by)
        if manifest.version < highest:
            raise _refused(
                manifest,
                f"version {highest} or higher",
                f"version {manifest.version}",
                f"take the newest file; to go back to a version still here: kiosk pack activate {manifest.id} VERSION",
                "packs.older-version",
            )
        here = self._register.find_release(manifest.id, manifest.version)
        # What another operator left here under this version has no say, and makes room.
        mine = here is not None and here.vouched_by == approval.vouched_by
        if here is not None and mine and format_manifest(here.manifest) != format_manifest(manifest):
            raise _refused(
                manifest,
                "the release that is here under this version",
                "another one",
                "have it built again with a higher version",
                "packs.version-reused",
            )
        return here is not None

    def _find_missing(self, manifest: PackManifest, *, thorough: bool) -> dict[str, int]:
        """Return the files to copy. Installing what is here again is how damage is mended: read it all."""
        catalogues = {part.sha256 for part in manifest.parts}
        return {
            sha256: size_bytes
            for sha256, size_bytes in manifest.files()
            if not (
                self._blobs.is_whole(sha256, size_bytes)
                if thorough or sha256 in catalogues
                else self._blobs.has(sha256, size_bytes)
            )
        }

    def _check_space(self, needed_bytes: int) -> None:
        free_bytes = self._blobs.free_bytes() if needed_bytes else 0
        if needed_bytes and needed_bytes + RESERVE_BYTES > free_bytes:
            raise KioskError(
                "The pack was not installed",
                thing=self._tree.thing,
                expected=f"{(needed_bytes + RESERVE_BYTES) / 1e6:,.0f} MB free",
                found=f"{free_bytes / 1e6:,.0f} MB",
                remedy="remove packs that are no longer shown and repeat",
                code="packs.no-space",
            )

    def _copy(self, missing: dict[str, int]) -> None:
        total_bytes, done_bytes = sum(missing.values()), 0

        def on_piece(size_bytes: int) -> None:
            nonlocal done_bytes
            done_bytes += size_bytes
            self._on_progress(Progress("Copying", done_bytes, total_bytes))

        for sha256, size_bytes in missing.items():
            with closing(self._tree.open_blob(sha256, size_bytes)) as source:
                self._blobs.add(sha256, size_bytes, source, self._tree.thing, on_piece)

    def _check_sites(self, manifest: PackManifest, approval: Approval, mine: set[str]) -> None:
        """Refuse a site another pack of this operator brings: its stops would have the same names."""
        for release in self._register.releases():
            if (
                release.active
                and release.manifest.id != manifest.id
                and release.vouched_by == approval.vouched_by
            ):
                other = open_pack(release.manifest, self._blobs, [])
                taken = mine & _sites_of(other) if other else set()
                if taken:
                    raise _refused(
                        manifest,
                        "sites no other pack has",
                        f"the site {sorted(taken)[0]!r}, which {release.manifest.id} brings",
                        f"remove that pack first: kiosk pack remove {release.manifest.id} {release.manifest.version}",
                        "packs.site-taken",
                    )


def _sites_of(pack: OpenPack) -> set[str]:
    try:
        return {str(row[0]) for row in pack.core.execute("SELECT id FROM site")}
    finally:
        pack.close()


def _choose(releases: tuple[Release, ...] | list[Release], tree: PackTree) -> Release:
    packs = sorted({release.pack_id for release in releases})
    if not packs:
        raise make_faulty(tree.thing, "none")
    if len(packs) > 1:
        raise KioskError(
            "The pack was not installed",
            thing=tree.thing,
            expected="one pack",
            found=", ".join(packs[:8]),
            remedy=f"name the one to install: {ROOT}/targets/PACK/VERSION.json in that folder",
            code="packs.several-packs",
        )
    return max(releases)


def _refused(manifest: PackManifest, expected: str, found: str, remedy: str, code: str) -> KioskError:
    return KioskError(
        "The pack was not installed",
        thing=f"{manifest.id} {manifest.version}",
        expected=expected,
        found=found,
        remedy=remedy,
        code=code,
    )
