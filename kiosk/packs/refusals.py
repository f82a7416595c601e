"""The words for releases that a device cannot take beside what it has."""

from __future__ import annotations

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import PackManifest

NOT_INSTALLED = "The pack was not installed"


def make_older(manifest: PackManifest, highest: int) -> KioskError:
    """Return the refusal of a version lower than one that was already shown here."""
    return _refuse(
        manifest,
        f"version {highest} or higher",
        f"version {manifest.version}",
        f"take the newest file; a version still here is gone back to on the staff page, or: kiosk pack activate {manifest.id} VERSION",
        "packs.older-version",
    )


def make_reused(manifest: PackManifest) -> KioskError:
    """Return the refusal of other content under the version of a release that is here."""
    return _refuse(
        manifest,
        "the release that is here under this version",
        "another one",
        "have it built again with a higher version",
        "packs.version-reused",
    )


def make_taken(manifest: PackManifest, site_id: str, other: PackManifest) -> KioskError:
    """Return the refusal of a site that another pack here brings: its stops would have the same names."""
    return _refuse(
        manifest,
        "sites no other pack has",
        f"the site {site_id!r}, which {other.id} brings",
        f"remove that pack first, on the staff page or with: kiosk pack remove {other.id} {other.version}",
        "packs.site-taken",
    )


def _refuse(manifest: PackManifest, expected: str, found: str, remedy: str, code: str) -> KioskError:
    return KioskError(
        NOT_INSTALLED,
        thing=f"{manifest.id} {manifest.version}",
        expected=expected,
        found=found,
        remedy=remedy,
        code=code,
    )
