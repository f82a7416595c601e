"""Publishing: packs come onto a stick or into a folder, and last of all the signature that makes them count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.progress import OnProgress, Progress, ignore_progress
from kiosk.packs.publishing.bridge import plan_metadata
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import list_releases
from kiosk.packs.publishing.offered import Offered, open_offered
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.there import read_there
from kiosk.packs.publishing.tidy import tidy_tree
from kiosk.packs.publishing.tree_writer import TreeWriter
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.tree import PackTree


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: releases as ``(pack id, version)``, the bytes copied and those that were there already."""

    releases: tuple[tuple[str, int], ...]
    copied_bytes: int
    reused_bytes: int
    removed_bytes: int


def publish(
    packs: Sequence[Path],
    ring: KeyRing,
    destination: Path,
    on_progress: OnProgress = ignore_progress,
    on_step: OnStep = ignore_step,
    *,
    newest_only: bool = False,
) -> Published:
    """Sign ``packs`` where that was not done yet, and bring them onto the tree in ``destination``.

    Blobs come first, then manifests, then metadata, and the timestamp last: a reader sees the tree as it was or as it
    is meant to be. Killed at any point, a repeat goes on where it stopped. With no packs, only metadata travels:
    withdrawals, new keys. ``newest_only`` then takes older versions off the tree.

    Raises:
        KioskError: With a code of this room; what was on the tree before is still whole.
    """
    with open_offered(packs) as offered, ring.changing() as state:
        on_step("read")
        revision = Revision(state, ring.clock())
        list_releases(state, revision, offered)
        # Whoever knows the pass-phrase is asked now, and not after an hour of copying.
        ring.open_roles(state.root, revision.roles())
        writer = TreeWriter(destination)
        there = read_there(writer, state)
        on_step("prepare")
        writer.prepare()
        missing = _list_missing(offered, writer)
        writer.check_space([size_bytes for _, size_bytes in missing.values()])
        _copy(missing, writer, on_progress, on_step)
        for release in offered:
            on_step(f"manifest:{release.path}")
            writer.write_manifest(release.manifest.id, release.manifest.version, release.raw)
        signed = ring.commit(revision, state, on_step)
        for name, raw in plan_metadata(there, signed, ring.metadata):
            on_step(f"metadata:{name}")
            writer.write_metadata(name, raw)
        on_step("tidy")
        removed_bytes = tidy_tree(writer, there, signed, newest_only=newest_only)
        on_step("done")
        return _report(offered, missing, removed_bytes)


def _report(
    offered: Sequence[Offered], missing: dict[str, tuple[PackTree, int]], removed_bytes: int
) -> Published:
    copied = sum(size_bytes for _, size_bytes in missing.values())
    total = sum({sha256: size for release in offered for sha256, size in release.manifest.files()}.values())
    releases = tuple((release.manifest.id, release.manifest.version) for release in offered)
    return Published(releases, copied, total - copied, removed_bytes)


def _list_missing(offered: Sequence[Offered], writer: TreeWriter) -> dict[str, tuple[PackTree, int]]:
    return {
        sha256: (release.tree, size_bytes)
        for release in offered
        for sha256, size_bytes in release.manifest.files()
        if not writer.has_blob(sha256, size_bytes)
    }


def _copy(
    missing: dict[str, tuple[PackTree, int]], writer: TreeWriter, on_progress: OnProgress, on_step: OnStep
) -> None:
    total_bytes, done_bytes, words = sum(size for _, size in missing.values()), 0, "Copying"

    def on_bytes(size_bytes: int) -> None:
        nonlocal done_bytes
        done_bytes += size_bytes
        on_progress(Progress(words, done_bytes, total_bytes))

    for number, (sha256, (tree, size_bytes)) in enumerate(missing.items(), 1):
        on_step(f"copy:{number}")
        writer.add_blob(sha256, size_bytes, tree, on_bytes)
    on_step("sync")
    writer.settle_names()
    words, done_bytes = "Reading back", 0
    for number, sha256 in enumerate(missing, 1):
        on_step(f"read-back:{number}")
        writer.read_back(sha256, on_bytes)
