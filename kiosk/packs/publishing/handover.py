"""Handing a site to its curators, and taking it back: the operator's word on whose list counts for which packs."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path

from tuf.api.metadata import DelegatedRole, Delegations, Targets

from kiosk.model.errors import KioskError
from kiosk.packs.names import PACK_ID
from kiosk.packs.publishing.curated import find_overlap, list_curators, read_curators_list
from kiosk.packs.publishing.curator_ring import read_curator, read_curator_file
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import drop_release
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.steps import OnStep, ignore_step

NOT_HANDED_OVER = "The site was not handed over"
_PREFIX = re.compile(rf"{PACK_ID.pattern}(?:\.\*)?")


def delegate(ring: KeyRing, prefix: str, to: str, on_step: OnStep = ignore_step) -> str:
    """Let curators sign the packs of a site, and return the name of their role.

    Args:
        ring: The operator's keys.
        prefix: A pack's id, or the beginning of ids with ``.*`` after it.
        to: The file that the curators handed over, or the name of those who have a site already.
        on_step: Told each step.

    Raises:
        KioskError: ``packs.prefix-unfit``, ``packs.prefix-taken``, ``packs.curator-unfit`` and what signing raises.
    """
    if not _PREFIX.fullmatch(prefix):
        raise KioskError(
            NOT_HANDED_OVER,
            thing=prefix,
            expected="a pack's id as in.delhi.qutb, or the beginning of several: in.delhi.*",
            remedy="see the id in the pack's source",
            code="packs.prefix-unfit",
        )
    with ring.changing() as state:
        on_step("read")
        revision = Revision(state, ring.clock())
        role = find_role(revision.listing, to)
        _check_free(revision.listing, f"{prefix}/*", role)
        if role is None:
            role = _add_role(revision, f"{prefix}/*", Path(to))
        role.paths = sorted({*(role.paths or []), f"{prefix}/*"})
        revision.touch()
        ring.commit(revision, state, on_step)
    return role.name


def revoke_curators(
    ring: KeyRing, name: str, *, withdraw: bool = False, on_step: OnStep = ignore_step
) -> tuple[str, ...]:
    """Take a site back from its curators; return the releases of theirs that were published.

    The operator stands for these from now on, or with ``withdraw`` takes them back as well.

    Raises:
        KioskError: ``packs.key-unknown`` and what signing raises.
    """
    with ring.changing() as state:
        on_step("read")
        revision = Revision(state, ring.clock())
        role = find_role(revision.listing, name)
        if role is None:
            raise KioskError(
                "The site was not taken back",
                thing=name,
                found="no curators of that name",
                remedy="see which there are: kiosk keys show",
                code="packs.key-unknown",
            )
        theirs = revision.find_role(role.name)
        listed = dict(theirs.signed.targets) if theirs else {}
        for path, target in listed.items():
            if withdraw:
                drop_release(revision, path)
            else:
                revision.listing.targets.setdefault(path, deepcopy(target))
        _drop_role(revision, role)
        ring.commit(revision, state, on_step)
    return tuple(path.removesuffix(".json") for path in listed)


def find_role(listing: Targets, name: str) -> DelegatedRole | None:
    """Return the curators of that name; the name without its last part will do where only one has it."""
    found = [role for role in list_curators(listing) if name in (role.name, role.name.rpartition("-")[0])]
    return found[0] if len(found) == 1 else None


def _check_free(listing: Targets, pattern: str, role: DelegatedRole | None) -> None:
    taken = find_overlap(listing, pattern, but=role.name if role else "")
    if taken is not None:
        raise KioskError(
            NOT_HANDED_OVER,
            thing=pattern.removesuffix("/*"),
            found=f"it belongs to {taken.name}",
            remedy=f"take it back first: kiosk keys revoke {taken.name}",
            code="packs.prefix-taken",
        )


def _add_role(revision: Revision, pattern: str, file: Path) -> DelegatedRole:
    metadata, raw = read_curator_file(file)
    key, name = read_curator(metadata, file)
    listing = revision.listing
    listing.delegations = listing.delegations or Delegations({}, {})
    listing.delegations.roles = listing.delegations.roles or {}
    role = DelegatedRole(name, [key.keyid], 1, terminating=True, paths=[pattern])
    listing.delegations.roles[name] = role
    listing.delegations.keys[key.keyid] = key
    read_curators_list(raw, listing, role, str(file))
    revision.take_curated(name, metadata, raw)
    return role


def _drop_role(revision: Revision, role: DelegatedRole) -> None:
    delegations = revision.listing.delegations
    if delegations is not None and delegations.roles is not None:
        del delegations.roles[role.name]
        for keyid in role.keyids:
            del delegations.keys[keyid]  # each key has one role: its name holds the key's id
        if not delegations.roles:
            revision.listing.delegations = None
    revision.drop_curated(role.name)
    revision.touch()
