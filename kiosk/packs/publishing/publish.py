"""Publishing: packs come onto a stick or into a folder, and last of all the signature that makes them count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.progress import OnProgress, Pace, Progress, ignore_progress
from kiosk.packs.publishing.bridge import plan_metadata
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import list_releases
from kiosk.packs.publishing.offered import Offered, open_offered
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.signed_state import SignedState
from kiosk.packs.publishing.there import is_unknown, learn_back, read_there
from kiosk.packs.publishing.tidy import tidy_tree
from kiosk.packs.publishing.tree_writer import TreeWriter
from kiosk.packs.steps import OnStep, ignore_step
from kiosk.packs.tree import PackTree

Missing = Mapping[str, tuple[PackTree, int]]
"""Where a blob comes from and its size in bytes, by its SHA-256."""


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: releases as ``(pack id, version)``, the bytes copied and those that were there already.

    ``learned`` are releases that the key ring did not know of and found on the tree, as ``<pack>/<version>``.
    """

    releases: tuple[tuple[str, int], ...]
    copied_bytes: int
    reused_bytes: int
    removed_bytes: int
    learned: tuple[str, ...] = ()


def publish(
    packs: Sequence[Path],
    ring: KeyRing,
    destination: Path,
    on_progress: OnProgress = ignore_progress,
    on_step: OnStep = ignore_step,
    *,
    newest_only: bool = False,
    thorough: bool = False,
) -> Published:
    """Sign ``packs`` where that was not done yet, and bring them onto the tree in ``destination``.

    Blobs come first, then manifests, then metadata, and the timestamp last: a reader sees the tree as it was or as it
    is meant to be. Killed at any point, a repeat goes on where it stopped. With no packs, only metadata travels:
    withdrawals, new keys. ``newest_only`` then takes older versions off the tree; ``thorough`` reads the packs' files
    that are on it already, and copies those anew that have gone bad.

    Raises:
        KioskError: With a code of this room; what was on the tree before is still whole.
    """
    with open_offered(packs) as offered, ring.changing() as state:
        on_step("read")
        publishing = _Publishing(ring, TreeWriter(destination), on_progress, on_step)
        return publishing.run(offered, state, newest_only=newest_only, thorough=thorough)


class _Publishing:
    def __init__(self, ring: KeyRing, writer: TreeWriter, on_progress: OnProgress, on_step: OnStep) -> None:
        self._ring = ring
        self._writer = writer
        self._on_progress = on_progress
        self._on_step = on_step

    def run(
        self, offered: Sequence[Offered], state: SignedState, *, newest_only: bool, thorough: bool
    ) -> Published:
        there = read_there(self._writer, state)
        base, revision = self._begin(state, there)
        list_releases(revision, offered)
        # Whoever knows the pass-phrase is asked now, and not after an hour of copying.
        self._ring.open_roles(base.root, revision.roles())
        missing = self._copy_blobs(offered, thorough=thorough)
        for release in offered:
            self._on_step(f"manifest:{release.path}")
            self._writer.write_manifest(release.manifest.id, release.manifest.version, release.raw)
        signed = self._ring.commit(revision, base, self._on_step)
        for name, raw in plan_metadata(there, signed, self._ring.metadata):
            self._on_step(f"metadata:{name}")
            self._writer.write_metadata(name, raw)
        self._on_step("tidy")
        removed_bytes = tidy_tree(self._writer, there, signed, newest_only=newest_only)
        self._writer.finish()
        self._on_step("done")
        return _report(offered, missing, removed_bytes, _find_new(state, base))

    def _begin(self, state: SignedState, there: SignedState | None) -> tuple[SignedState, Revision]:
        if there is None or not is_unknown(there, self._ring):
            return state, Revision(state, self._ring.clock())
        self._on_step("learn")
        return learn_back(there, self._ring, state)

    def _copy_blobs(self, offered: Sequence[Offered], *, thorough: bool) -> Missing:
        self._on_step("prepare")
        self._writer.prepare()
        missing = {
            sha256: (release.tree, size_bytes)
            for release in offered
            for sha256, size_bytes in release.manifest.files()
            if not self._writer.has_blob(sha256, size_bytes, thorough=thorough)
        }
        self._writer.check_space([size_bytes for _, size_bytes in missing.values()])
        copied = _Count("Copying", missing, self._on_progress)
        for number, (sha256, (tree, size_bytes)) in enumerate(missing.items(), 1):
            self._on_step(f"copy:{number}")
            self._writer.add_blob(sha256, size_bytes, tree, copied.add)
        self._on_step("sync")
        self._writer.settle_names()
        read_back = _Count("Reading back", missing, self._on_progress)
        for number, sha256 in enumerate(missing, 1):
            self._on_step(f"read-back:{number}")
            self._writer.read_back(sha256, read_back.add)
        return missing


class _Count:
    """Adds up bytes and tells how far it is."""

    def __init__(self, words: str, missing: Missing, on_progress: OnProgress) -> None:
        self._words = words
        self._total_bytes = sum(size_bytes for _, size_bytes in missing.values())
        self._done_bytes = 0
        self._on_progress = on_progress
        self._pace = Pace()

    def add(self, size_bytes: int) -> None:
        self._done_bytes += size_bytes
        done, total = self._done_bytes, self._total_bytes
        self._on_progress(Progress(self._words, done, total, self._pace.remaining_s(done, total)))


def _find_new(before: SignedState, after: SignedState) -> tuple[str, ...]:
    known = {each.path for each in before.listed()}
    return tuple(each.path.removesuffix(".json") for each in after.listed() if each.path not in known)


def _report(
    offered: Sequence[Offered], missing: Missing, removed_bytes: int, learned: tuple[str, ...]
) -> Published:
    copied = sum(size_bytes for _, size_bytes in missing.values())
    files = {sha256: size for release in offered for sha256, size in release.manifest.files()}
    releases = tuple((release.manifest.id, release.manifest.version) for release in offered)
    return Published(releases, copied, sum(files.values()) - copied, removed_bytes, learned)
