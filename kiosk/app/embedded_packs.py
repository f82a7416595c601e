"""The packs that come with the program: the demonstration, for a device that has nothing else to show."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from kiosk.packs.register import InstalledRelease
from kiosk.packs.store import InstallOutcome, PackStore
from kiosk.packs.trust.state import Origin


def find_embedded_packs() -> tuple[Path, ...]:
    """Return the ``.hpack`` files beside the program (bundle) or built from this checkout; may be none."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).parents[2] / "build"
    return tuple(sorted((root / "packs").glob("*.hpack")))


def install_embedded_packs(store: PackStore) -> tuple[InstallOutcome, ...]:
    """Install the embedded packs on a device that has nothing to show, by the way every pack comes.

    Their root of trust is their own and comes with the program. A device that trusts its own operator, or has a
    signed release, is left alone.

    Raises:
        KioskError: With a code of the packs' room, where the demonstration's root cannot be trusted.
    """
    packs = find_embedded_packs()
    trust, releases = store.trust.state(), store.list_releases()
    if not packs or (trust and trust.origin is Origin.OWN) or any(one.vouched_by for one in releases):
        return ()
    store.trust.adopt(packs[0], origin=Origin.DEMONSTRATION)
    outcomes = [store.install(pack) for pack in packs]
    if any(outcome.code == "packs.version-reused" for outcome in outcomes):
        _remove_unsigned(store, releases, {outcome.pack for outcome in outcomes})
        outcomes = [store.install(pack) for pack in packs]
    return tuple(outcomes)


def renew_demonstration(store: PackStore) -> tuple[InstallOutcome, ...]:
    """Put the embedded packs in the place of a demonstration that cannot be shown: another version of the program built it.

    Nothing is done on a device that shows its own operator's packs, or has no demonstration.

    Raises:
        KioskError: With a code of the packs' room.
    """
    trust = store.trust.state()
    if trust is None or trust.origin is not Origin.DEMONSTRATION or not find_embedded_packs():
        return ()
    for release in store.list_releases():
        store.remove(release.manifest.id, release.manifest.version)
    return install_embedded_packs(store)


def _remove_unsigned(store: PackStore, releases: Iterable[InstalledRelease], packs: set[str]) -> None:
    """Make room for the signed demonstration where one from before signatures lies under its name."""
    for manifest in (one.manifest for one in releases if not one.vouched_by):
        if manifest.id in packs:
            store.remove(manifest.id, manifest.version)
