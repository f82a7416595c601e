"""Which releases an operator stands for: taking one in, and taking one back."""

from __future__ import annotations

from collections.abc import Iterable

from tuf.api.metadata import DelegatedRole, TargetFile, Targets

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.offered import Offered
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.roles import WITHDRAWN_FIELD
from kiosk.packs.publishing.signed_state import SignedState

NOT_PUBLISHED = "The pack was not published"
# The list of what was taken back travels to every device; beyond this the oldest entries go.
MOST_WITHDRAWN = 2_000


def list_releases(state: SignedState, revision: Revision, offered: Iterable[Offered]) -> None:
    """Put what is offered on the operator's list, where it does not stand there yet.

    Raises:
        KioskError: ``packs.version-taken``, ``packs.withdrawn`` or ``packs.curators-own``.
    """
    listed = {path: sha256 for path, sha256, _ in state.listed()}
    for release in offered:
        _check(state, release, listed.get(release.path))
        if release.path not in listed:
            target = TargetFile.from_data(release.path, release.raw, ["sha256"])
            revision.listing.targets[release.path] = target
            revision.touch(targets=True)


def withdraw_release(state: SignedState, revision: Revision, pack_id: str, version: int) -> None:
    """Take a release off the operator's list for good: no device installs it any more.

    Raises:
        KioskError: ``packs.not-published``, or ``packs.curators-own`` where its curators have to.
    """
    path = f"{pack_id}/{version}.json"
    if revision.listing.targets.pop(path, None) is None:
        roles = [role for listed, _, role in state.listed() if listed == path]
        if roles:
            raise make_curators_own("The release was not withdrawn", f"{pack_id} {version}", roles[0])
        raise KioskError(
            "The release was not withdrawn",
            thing=f"{pack_id} {version}",
            found="it was never published with these keys, or was withdrawn before",
            remedy="see what is published: kiosk keys show",
            code="packs.not-published",
        )
    revision.listing.unrecognized_fields[WITHDRAWN_FIELD] = [*list_withdrawn(revision.listing), path][
        -MOST_WITHDRAWN:
    ]
    revision.touch(targets=True)


def list_withdrawn(listing: Targets) -> list[str]:
    """Return the paths of the releases that were taken back."""
    found = listing.unrecognized_fields.get(WITHDRAWN_FIELD)
    return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []


def find_curators(listing: Targets, path: str) -> DelegatedRole | None:
    """Return the role whose curators sign for ``path``, or None where the operator does."""
    roles = listing.delegations.roles if listing.delegations else None
    return next((role for role in (roles or {}).values() if role.is_delegated_path(path)), None)


def make_curators_own(what: str, thing: str, role: str) -> KioskError:
    """Return the refusal to do what a site's curators have to do themselves."""
    return KioskError(
        what,
        thing=thing,
        expected=f"a file signed by its curators, {role}",
        remedy=f"have them sign it: kiosk pack sign; or take the site back: kiosk keys revoke {role}",
        code="packs.curators-own",
    )


def _check(state: SignedState, release: Offered, listed_sha256: str | None) -> None:
    if release.path in list_withdrawn(state.targets.signed):
        raise KioskError(
            NOT_PUBLISHED,
            thing=release.name,
            found="it was withdrawn",
            remedy="build it with a higher version: kiosk pack build --version",
            code="packs.withdrawn",
        )
    if listed_sha256 is not None and listed_sha256 != release.sha256:
        raise KioskError(
            NOT_PUBLISHED,
            thing=release.name,
            expected="the release that was published under this version",
            found="other content",
            remedy="build it with a higher version: kiosk pack build --version",
            code="packs.version-taken",
        )
    role = find_curators(state.targets.signed, release.path)
    if listed_sha256 is None and role is not None:
        raise make_curators_own(NOT_PUBLISHED, release.name, role.name)
