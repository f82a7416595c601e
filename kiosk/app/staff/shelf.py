"""The releases on this device as staff are shown them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from kiosk.model.pack_offer import ShelfRelease

if TYPE_CHECKING:
    from kiosk.packs.register import InstalledRelease

ReleaseKey = tuple[str, int]
"""A pack's id and a version."""


def list_shelf(
    releases: Sequence[InstalledRelease],
    shown: Collection[ReleaseKey],
    withdrawn: Collection[ReleaseKey],
    operator_id: str = "",
) -> Iterator[ShelfRelease]:
    """Yield what is on the shelf, in the order of ``releases``.

    Args:
        releases: The device's list.
        shown: What visitors see now, which may be behind the list for as long as a visit lasts.
        withdrawn: What its publisher no longer vouches for.
        operator_id: Whom the device trusts now; "" for nobody.
    """
    # Until the first release of a new operator comes, what the one before left goes on.
    taken = {operator_id, *(release.vouched_by for release in releases if release.active)}
    for release in releases:
        manifest = release.present
        key = (manifest.id, manifest.version)
        yield ShelfRelease(
            pack_id=manifest.id,
            version=manifest.version,
            site_names=tuple(site.name(manifest.fallback_language, "") for site in manifest.sites),
            publisher=manifest.publisher,
            reviewed_on=manifest.reviewed_on,
            languages=manifest.languages,
            size_bytes=manifest.total_bytes,
            shown=key in shown,
            waiting=release.active and key not in shown,
            withdrawn=key in withdrawn,
            foreign=release.vouched_by not in taken,
        )
