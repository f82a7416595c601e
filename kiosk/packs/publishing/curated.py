"""Sites that an operator has handed to their curators: whose signature a release needs, and taking it in."""

from __future__ import annotations

from fnmatch import fnmatchcase

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import DelegatedRole, Metadata, Targets

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.offered import Offered
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.roles import parse_metadata
from kiosk.packs.publishing.signed_state import MAX_METADATA_BYTES

CURATOR_FIELD = "x-heritage-curator"


def list_curators(listing: Targets) -> list[DelegatedRole]:
    """Return the curators whom an operator's listing names."""
    return list((listing.delegations.roles or {}).values()) if listing.delegations else []


def find_curators(listing: Targets, path: str) -> DelegatedRole | None:
    """Return the role whose curators sign for ``path``, or None where the operator does."""
    return next((role for role in list_curators(listing) if role.is_delegated_path(path)), None)


def find_overlap(listing: Targets, pattern: str, but: str) -> DelegatedRole | None:
    """Return a role other than ``but`` that signs for some of what ``pattern`` names."""
    for role in list_curators(listing):
        for other in role.paths or ():
            if role.name != but and (fnmatchcase(other, pattern) or fnmatchcase(pattern, other)):
                return role
    return None


def take_curators_list(revision: Revision, role: DelegatedRole, release: Offered) -> None:
    """Take in the list that the curators put into a release's file, where it is newer than the one known.

    Raises:
        KioskError: ``packs.curators-own`` where the list is not signed by them; ``packs.metadata-faulty``.
    """
    raw = release.tree.read_metadata(f"{role.name}.json", MAX_METADATA_BYTES)
    if raw is None:
        return
    metadata = read_curators_list(raw, revision.listing, role, release.name)
    known = revision.find_role(role.name)
    if known is None or metadata.signed.version > known.signed.version:
        revision.take_curated(role.name, metadata, raw)


def read_curators_list(raw: bytes, listing: Targets, role: DelegatedRole, thing: str) -> Metadata[Targets]:
    """Return the curators' list in ``raw``, signed by them and naming nothing but their own site.

    Raises:
        KioskError: ``packs.curators-own`` or ``packs.metadata-faulty``.
    """
    metadata = parse_metadata(raw[:MAX_METADATA_BYTES], Targets, thing)
    try:
        listing.verify_delegate(role.name, metadata.signed_bytes, metadata.signatures)
    except RepositoryError as error:
        raise make_curators_own("The curators' list was not taken", thing, role.name) from error
    strangers = [path for path in metadata.signed.targets if not role.is_delegated_path(path)]
    if strangers or metadata.signed.delegations is not None:
        raise KioskError(
            "The curators' list was not taken",
            thing=thing,
            expected=f"packs of {', '.join(role.paths or [])} only",
            found=strangers[0] if strangers else "a list that hands them on to others",
            remedy="have the curators sign packs of their own site only",
            code="packs.metadata-faulty",
        )
    return metadata


def make_curators_own(what: str, thing: str, role: str) -> KioskError:
    """Return the refusal to do what a site's curators have to do themselves."""
    return KioskError(
        what,
        thing=thing,
        expected=f"a file signed by its curators, {role}",
        remedy=f"have them sign it: kiosk pack sign; or take the site back: kiosk keys revoke {role}",
        code="packs.curators-own",
    )
