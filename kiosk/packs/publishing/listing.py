"""Which releases an operator stands for: taking one in, and taking one back."""

from __future__ import annotations

from collections.abc import Iterable

from tuf.api.metadata import TargetFile, Targets

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.curated import find_curators, make_curators_own, take_curators_list
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.offered import Offered
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.roles import WITHDRAWN_FIELD
from kiosk.packs.steps import OnStep, ignore_step

NOT_PUBLISHED = "The pack was not published"
# The list of what was taken back travels to every device; beyond this the oldest entries go.
MOST_WITHDRAWN = 2_000


def list_releases(revision: Revision, offered: Iterable[Offered]) -> None:
    """Put what is offered on the operator's list, or take in that of its curators, where it stands on none yet.

    Raises:
        KioskError: ``packs.version-taken``, ``packs.withdrawn`` or ``packs.curators-own``.
    """
    for release in offered:
        role = find_curators(revision.listing, release.path)
        if role is not None:
            take_curators_list(revision, role, release)
        listed = {each.path: each.sha256 for each in revision.listed()}
        _check(revision.listing, release, listed.get(release.path))
        if release.path not in listed:
            if role is not None:
                raise make_curators_own(NOT_PUBLISHED, release.name, role.name)
            revision.listing.targets[release.path] = TargetFile.from_data(
                release.path, release.raw, ["sha256"]
            )
            revision.touch()


def withdraw(ring: KeyRing, pack_id: str, version: int, on_step: OnStep = ignore_step) -> None:
    """Take a release off the operator's list for good: devices that learn of it install it no more.

    Raises:
        KioskError: ``packs.not-published``, or ``packs.curators-own`` where its curators have to.
    """
    path = f"{pack_id}/{version}.json"
    with ring.changing() as state:
        on_step("read")
        revision = Revision(state, ring.clock())
        if path not in revision.listing.targets:
            raise _not_withdrawn(revision, path, f"{pack_id} {version}")
        drop_release(revision, path)
        ring.commit(revision, state, on_step)


def drop_release(revision: Revision, path: str) -> None:
    """Take ``path`` off the operator's own list, and remember that it was taken back."""
    revision.listing.targets.pop(path, None)
    gone = [each for each in list_withdrawn(revision.listing) if each != path]
    revision.listing.unrecognized_fields[WITHDRAWN_FIELD] = [*gone, path][-MOST_WITHDRAWN:]
    revision.touch()


def list_withdrawn(listing: Targets) -> list[str]:
    """Return the paths of the releases that were taken back."""
    found = listing.unrecognized_fields.get(WITHDRAWN_FIELD)
    return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []


def _not_withdrawn(revision: Revision, path: str, name: str) -> KioskError:
    what = "The release was not withdrawn"
    role = next((each.role for each in revision.listed() if each.path == path), "")
    if role:
        return make_curators_own(what, name, role)
    return KioskError(
        what,
        thing=name,
        found="it was never published with these keys, or was withdrawn before",
        remedy="see what is published: kiosk keys show",
        code="packs.not-published",
    )


def _check(listing: Targets, release: Offered, listed_sha256: str | None) -> None:
    if release.path in list_withdrawn(listing):
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
