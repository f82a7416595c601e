"""Asks an operator's signed metadata whether it stands for a release: python-tuf's protocol over a stick.

A stick's metadata may be newer than what the device knows (it is learned), as old, or older: then what
the device knows decides, so that two files of different weeks both install and a withdrawal holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import Metadata, Root, TargetFile, Targets

from kiosk.model.errors import KioskError
from kiosk.packs.tree import PackTree, Release
from kiosk.packs.trust.client import (
    MAX_TIMESTAMP_BYTES,
    THIS_DEVICE,
    MetadataClient,
    scratch_folder,
    target_path,
    telling_faults,
)
from kiosk.packs.trust.operator import MAX_ROOT_BYTES, parse_root, read_chain, read_operator
from kiosk.packs.trust.refusals import (
    NOT_INSTALLED,
    make_foreign,
    make_metadata_faulty,
    make_no_trust,
    make_unsigned,
    make_withdrawn,
)
from kiosk.packs.trust.state import TrustState

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Vouched:
    """What the newest metadata known says, from a stick or from the device.

    Attributes:
        trust: The device's trust with what was learned, also where ``problem`` stopped it half way; None where
            the device trusts nobody yet.
        problem: Why nothing on the stick can be vouched for; None where something may be.
        older: Whether the stick's metadata is older than what the device knows.
        listed: For each release asked about the file that is vouched for, None, or what was wrong with its list.
        withdrawn: The releases that the operator or a curator says were taken back, as ``<pack>/<version>.json``;
            looked up only where a release that was asked about is not listed.
    """

    trust: TrustState | None
    problem: KioskError | None
    older: bool
    listed: Mapping[Release, TargetFile | KioskError | None]
    withdrawn: frozenset[str] = frozenset()

    def check_manifest(self, release: Release, raw: bytes, thing: str, *, known: bool = False) -> None:
        """Refuse a manifest that is not the one the metadata lists. ``known``: it was once installed here, signed.

        Raises:
            KioskError: ``problem``, ``packs.withdrawn``, ``packs.unsigned`` or ``packs.hash-mismatch``.
        """
        if self.problem is not None:
            raise self.problem
        listed = self.listed[release]
        name = f"{release.pack_id} {release.version}"
        if isinstance(listed, KioskError):
            raise listed
        if listed is None:
            if known or self.older or target_path(release) in self.withdrawn:
                raise make_withdrawn(name)
            raise make_unsigned(name, "a release that the operator's list on it does not name")
        try:
            listed.verify_length_and_hashes(raw)
        except LengthOrHashMismatchError as error:
            raise KioskError(
                NOT_INSTALLED,
                thing=thing,
                expected=f"the manifest of {name} that was signed",
                found="another one",
                remedy="copy the content again from where it came from; if it stays, do not use this stick",
                code="packs.hash-mismatch",
            ) from error


def vouch(tree: PackTree, trust: TrustState | None, now: datetime, releases: Iterable[Release]) -> Vouched:
    """Verify the metadata of ``tree`` by what the device trusts, and look ``releases`` up in the newest known.

    Nothing is written but in a scratch folder; nothing is raised for what the tree does wrong.

    Args:
        tree: The stick or file.
        trust: What the device trusts; None for nobody.
        now: The reference time, see :mod:`kiosk.packs.trust.reference_time`.
        releases: What to look up.
    """
    asked = tuple(releases)
    try:
        if trust is None:
            raise make_no_trust(
                tree.thing, f"content signed by {read_operator(read_chain(tree)[-1], tree.thing)}"
            )
        _check_operator(tree, trust)
        with scratch_folder() as scratch:
            return _ask(MetadataClient(scratch, tree, trust, now), asked)
    except KioskError as problem:
        return Vouched(trust, problem, older=False, listed={})


def _ask(client: MetadataClient, asked: Iterable[Release]) -> Vouched:
    try:
        client.refresh()
    except KioskError as problem:
        return Vouched(client.learned(), problem, client.older, {})
    listed = {release: client.look_up(release) for release in asked}
    withdrawn = client.withdrawn() if None in listed.values() else frozenset()
    return Vouched(client.learned(), None, client.older, listed, withdrawn)


def find_withdrawn(trust: TrustState, releases: Iterable[Release]) -> tuple[Release, ...]:
    """Return those releases that the newest metadata known does not list. Whether it has expired does not matter.

    None of them where the device knows no lists yet, or a newer root has revoked the keys of those that it knows.
    """
    with scratch_folder() as scratch:
        client = MetadataClient(scratch, None, trust, _BEGINNING)
        try:
            client.refresh()
        except KioskError:
            return ()
        return tuple(release for release in releases if client.look_up(release) is None)


def find_expiry(trust: TrustState) -> datetime | None:
    """Return when the first of the roles known runs out; None where no metadata came yet.

    Raises:
        KioskError: ``packs.metadata-faulty``.
    """
    if not {"timestamp", "snapshot", "targets"} <= trust.roles.keys():
        return None
    with telling_faults(THIS_DEVICE):
        dates = [Metadata[Root].from_bytes(trust.newest_root).signed.expires]
        dates += [Metadata[Targets].from_bytes(raw).signed.expires for raw in trust.roles.values()]
    return min(dates)


def _check_operator(tree: PackTree, trust: TrustState) -> None:
    """Refuse a tree whose roots are not those of the device's operator: compared where both know the same one."""
    newest = parse_root(trust.newest_root, THIS_DEVICE).signed.version
    for known, version in zip(reversed(trust.roots), range(newest, 0, -1), strict=False):
        raw = tree.read_metadata(f"{version}.root.json", MAX_ROOT_BYTES)
        if raw is None:
            continue
        # Signatures may be added to a root after it went out; what is signed never changes.
        if parse_root(raw, tree.thing).signed_bytes == parse_root(known, THIS_DEVICE).signed_bytes:
            return
        found = f"content signed by {read_operator(read_chain(tree)[-1], tree.thing)}"
        raise make_foreign(tree.thing, str(read_operator(trust.newest_root)), found)
    if tree.read_metadata("timestamp.json", MAX_TIMESTAMP_BYTES) is None:
        raise make_unsigned(tree.thing)
    raise make_metadata_faulty(tree.thing, "no root that this device knows")
