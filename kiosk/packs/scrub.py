"""Reads every file of the installed releases and hashes it again: a disk forgets, and nobody hears of it.

What is rotten is named and taken away, so that the guide shows around it instead of showing it; from a stick
that is plugged in it is fetched again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.manifest import PackManifest
from kiosk.packs.progress import OnProgress, Pace, Progress
from kiosk.packs.steps import OnStep
from kiosk.packs.tree import PackTree


@dataclass(frozen=True, slots=True)
class RottenFile:
    """A file that is not what its hash says, or cannot be read, or has gone.

    Attributes:
        sha256: Its name.
        size_bytes: How long it should be.
        needed_by: The releases and parts that speak of it, say ``in.delhi.qutb 3, lang-hi``.
        mended: Whether it was fetched again.
    """

    sha256: str
    size_bytes: int
    needed_by: tuple[str, ...]
    mended: bool = False


@dataclass(frozen=True, slots=True)
class ScrubReport:
    """What a scrub has read, and what was rotten of it."""

    checked_files: int
    checked_bytes: int
    rotten: tuple[RottenFile, ...] = ()


def find_rotten(manifests: Iterable[PackManifest], blobs: BlobStore, on_progress: OnProgress) -> ScrubReport:
    """Read all files of ``manifests``; what seems rotten is told, and nothing is changed."""
    needed_by, sizes = _list_files(manifests)
    total_bytes, done_bytes, pace = sum(sizes.values()), 0, Pace()
    rotten: list[RottenFile] = []
    for sha256, size_bytes in sorted(sizes.items()):
        left_s = pace.remaining_s(done_bytes, total_bytes)
        on_progress(Progress("Reading what is installed", done_bytes, total_bytes, left_s))
        if not blobs.is_whole(sha256, size_bytes):
            rotten.append(RottenFile(sha256, size_bytes, needed_by[sha256]))
        done_bytes += size_bytes
    return ScrubReport(len(sizes), total_bytes, tuple(rotten))


def take_away(
    suspects: Iterable[RottenFile], manifests: Iterable[PackManifest], blobs: BlobStore
) -> tuple[RottenFile, ...]:
    """Remove those of ``suspects`` that are still needed and still rotten; return them.

    They are read a second time: between the first and the lock an install may have mended or removed them, and
    no file is condemned for one bad read on the way from the disk.

    Raises:
        OSError: A file could not be looked at for a reason of the system's; nothing was removed.
    """
    needed_by, _ = _list_files(manifests)
    rotten = tuple(
        one for one in suspects if one.sha256 in needed_by and blobs.is_rotten(one.sha256, one.size_bytes)
    )
    for one in rotten:
        blobs.remove(one.sha256)
    return rotten


def mend(
    rotten: Iterable[RottenFile], tree: PackTree, blobs: BlobStore, on_progress: OnProgress, on_step: OnStep
) -> tuple[RottenFile, ...]:
    """Fetch what is rotten from ``tree``, as far as it has it: its hash is all the vouching a file needs.

    Raises:
        KioskError: ``packs.no-space`` or ``packs.write-failed``; what was fetched until then stays.
    """
    from kiosk.packs.incoming import IncomingFiles

    wanted = list(rotten)
    total_bytes, done_bytes = sum(one.size_bytes for one in wanted), 0
    mended: set[str] = set()

    def on_piece(size_bytes: int) -> None:
        nonlocal done_bytes
        done_bytes += size_bytes
        on_progress(Progress("Copying", done_bytes, total_bytes))

    with IncomingFiles(tree, blobs, on_piece, on_step) as incoming:
        for one in wanted:
            try:
                incoming.take(one.sha256, one.size_bytes)
                mended.add(one.sha256)
            except KioskError as problem:
                if problem.code in ("packs.no-space", "packs.write-failed"):
                    raise
        incoming.finish()
    blobs.sync_names(mended, tree.thing)
    return tuple(
        RottenFile(one.sha256, one.size_bytes, one.needed_by, one.sha256 in mended) for one in wanted
    )


def _list_files(manifests: Iterable[PackManifest]) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    needed_by: dict[str, tuple[str, ...]] = {}
    sizes: dict[str, int] = {}
    for manifest in manifests:
        for part in manifest.parts:
            name = f"{manifest.id} {manifest.version}, {part.name}"
            for sha256, size_bytes in [(part.sha256, part.size_bytes)] + [
                (blob.sha256, blob.size_bytes) for blob in part.blobs
            ]:
                sizes[sha256] = size_bytes
                needed_by[sha256] = tuple(dict.fromkeys([*needed_by.get(sha256, ()), name]))
    return needed_by, sizes
