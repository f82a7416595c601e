"""The releases that visitors see, opened and held: of each pack the active one, or the best that is whole."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.model.errors import KioskError
from kiosk.packs.blobs import BlobStore
from kiosk.packs.leases import LeaseBook
from kiosk.packs.open_pack import OpenPack, open_pack
from kiosk.packs.register import InstalledRelease


def open_releases(
    releases: Iterable[InstalledRelease], blobs: BlobStore, leases: LeaseBook, problems: list[KioskError]
) -> list[OpenPack]:
    """Open one release of each pack that has an active one; what is wrong joins ``problems``."""
    packs = [_open_best(pack, blobs, leases, problems) for pack in _by_pack(releases)]
    return [pack for pack in packs if pack is not None]


def _by_pack(releases: Iterable[InstalledRelease]) -> list[list[InstalledRelease]]:
    """Group releases by pack; the active one first, then the newest. Packs with none active are left out."""
    groups: dict[str, list[InstalledRelease]] = {}
    for release in releases:
        groups.setdefault(release.manifest.id, []).append(release)
    shown = [group for group in groups.values() if any(release.active for release in group)]
    return [
        sorted(group, key=lambda release: (not release.active, -release.manifest.version)) for group in shown
    ]


def _open_best(
    releases: list[InstalledRelease], blobs: BlobStore, leases: LeaseBook, problems: list[KioskError]
) -> OpenPack | None:
    """Open the active release; where its core is damaged, the previous one rather than nothing."""
    first = releases[0].vouched_by
    for release in (one for one in releases if one.vouched_by == first):
        # Held before it is opened: an install in another process may just be clearing up.
        lease = leases.take(sha256 for sha256, _ in release.present.files())
        opened = open_pack(release.present, blobs, problems)
        if opened is not None:
            opened.lease = lease
            return opened
        if lease is not None:
            lease.close()
    return None
