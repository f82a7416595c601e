"""What is to be published: releases in ``.hpack`` files and trees, opened and their manifests read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.packs.hpack import HpackTree
from kiosk.packs.manifest import PackManifest, parse_manifest
from kiosk.packs.tree import FolderTree, PackTree, Release, make_faulty

# Windows keeps these for devices, with any ending: a stick with such a folder cannot be read there.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


@dataclass(frozen=True, slots=True)
class Offered:
    """One release to be published. ``raw`` are the bytes of its manifest, which are what is signed."""

    tree: PackTree
    manifest: PackManifest
    raw: bytes

    @property
    def path(self) -> str:
        """Where the release stands in a listing: ``<pack>/<version>.json``."""
        return f"{self.manifest.id}/{self.manifest.version}.json"

    @property
    def name(self) -> str:
        """The release for people."""
        return f"{self.manifest.id} {self.manifest.version}"

    @property
    def sha256(self) -> str:
        """The manifest's SHA-256, lower-case hex."""
        return hashlib.sha256(self.raw).hexdigest()


@contextmanager
def open_offered(packs: Sequence[Path]) -> Iterator[tuple[Offered, ...]]:
    """Open packs and give their releases; of a tree the newest of each pack.

    Raises:
        KioskError: ``packs.source-absent``, ``packs.tree-faulty``, ``packs.manifest-faulty`` or ``packs.id-reserved``.
    """
    with ExitStack() as stack:
        offered: dict[str, Offered] = {}
        for path in packs:
            tree = _open(path)
            stack.callback(tree.close)
            for release in _newest(tree):
                found = _read(tree, release)
                if offered.setdefault(found.path, found).raw != found.raw:
                    raise make_faulty(str(path), f"another {found.name} than the one before it")
        yield tuple(offered.values())


def _open(path: Path) -> PackTree:
    if not path.exists():
        raise KioskError(
            "The pack was not found",
            thing=str(path),
            remedy="see whether its name is right and its stick plugged in",
            code="packs.source-absent",
        )
    return FolderTree(path) if path.is_dir() else HpackTree(path)


def _newest(tree: PackTree) -> tuple[Release, ...]:
    newest: dict[str, Release] = {}
    for release in sorted(tree.releases()):
        newest[release.pack_id] = release
    if not newest:
        raise make_faulty(tree.thing, "none")
    return tuple(newest.values())


def _read(tree: PackTree, release: Release) -> Offered:
    raw = tree.read_manifest(release)
    manifest = parse_manifest(raw, tree.thing)
    if (manifest.id, manifest.version) != (release.pack_id, release.version):
        raise make_faulty(tree.thing, f"{manifest.id} {manifest.version} under another name")
    if _RESERVED.fullmatch(manifest.id):
        raise KioskError(
            "The pack was not published",
            thing=manifest.id,
            expected="an id that is no device's name on Windows",
            remedy="give the pack another id, say that of your museum before it: org.mill.aux",
            code="packs.id-reserved",
        )
    return Offered(tree, manifest, raw)
