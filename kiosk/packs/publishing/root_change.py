"""Exchanging and revoking keys: new roots, signed by as many root keys as it takes, one after the other if need be.

A daily key is exchanged with two roots. The first names the old key beside the new one, then everything is signed with
the new one, then the second root names the new key only: at no instant does a root stand beside a timestamp that it
does not accept, in the key ring or on any tree. Until enough root keys have signed, the roots wait in ``pending``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import Metadata, Root

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_file import NewKey, make_key, write_key_file
from kiosk.packs.publishing.key_ring import PENDING, PRIVATE, KeyRing
from kiosk.packs.publishing.revision import Revision
from kiosk.packs.publishing.roles import (
    ROOT_LIFE,
    format_keys,
    format_metadata,
    get_label,
    get_operator,
    parse_metadata,
)
from kiosk.packs.publishing.signed_state import SignedState
from kiosk.packs.publishing.whole_file import write_whole
from kiosk.packs.steps import OnStep, ignore_step

NOT_CHANGED = "The keys were not changed"
RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class RootChange:
    """What became of a change: ``done``, or which keys have signed and how many signatures are missing still."""

    done: bool
    root_version: int
    signed_by: tuple[str, ...] = ()
    missing: int = 0


def rotate_key(
    ring: KeyRing, name: str = "", root_to: Path | None = None, on_step: OnStep = ignore_step
) -> RootChange:
    """Put a new key in the place of the key ``name``, by default the one that signs what is published.

    The new key gets the old one's label; a new root key is written to ``root_to``.

    Raises:
        KioskError: ``packs.key-unknown``, ``packs.change-pending``, ``packs.passphrase-unfit`` and what signing raises.
    """
    with ring.changing() as state:
        _refuse_pending(ring)
        old = find_key(state.root, name)
        key = make_key(get_label(state.root.keys[old]))
        on_step("key")
        daily = old in state.root.roles["timestamp"].keyids
        place = root_to if root_to is not None and not daily else ring.folder / PRIVATE
        write_key_file(place, key, get_operator(state.root), ring.ask)
        ring.hold(key.signer)
        return _begin(ring, state, _replace(ring, state.root, old, key), on_step)


def revoke_root_key(ring: KeyRing, name: str, on_step: OnStep = ignore_step) -> RootChange:
    """Take the root key ``name`` out, with none in its place.

    Raises:
        KioskError: ``packs.key-unknown``; ``packs.last-key`` where too few keys would be left, or it is the daily key.
    """
    with ring.changing() as state:
        _refuse_pending(ring)
        old = find_key(state.root, name)
        role = state.root.roles[Root.type]
        if old not in role.keyids or len(role.keyids) <= max(role.threshold, 1):
            raise KioskError(
                NOT_CHANGED,
                thing=format_keys([state.root.keys[old]]),
                expected="a root key that the others can do without",
                found=f"{len(role.keyids)} root keys, of which {role.threshold} sign together"
                if old in role.keyids
                else "the key that signs what is published",
                remedy=f"put a new one in its place: kiosk keys rotate {get_label(state.root.keys[old])}",
                code="packs.last-key",
            )
        root = _next(ring, state.root)
        root.revoke_key(old, Root.type)
        return _begin(ring, state, [root], on_step)


def sign_pending(ring: KeyRing, on_step: OnStep = ignore_step) -> RootChange:
    """Sign the roots that wait with every root key that is here, and put them in force where that is enough.

    Raises:
        KioskError: ``packs.nothing-pending``, or what signing raises.
    """
    with ring.changing() as state:
        roots = read_pending(ring)
        if not roots:
            raise KioskError(
                "Nothing was signed",
                found="no change of keys that waits for signatures",
                remedy="begin one: kiosk keys rotate",
                code="packs.nothing-pending",
            )
        return _sign_and_apply(ring, state, roots, on_step)


def drop_pending(ring: KeyRing) -> None:
    """Forget a change of keys that has not got its signatures."""
    with ring.changing():
        (ring.folder / PENDING).unlink(missing_ok=True)


def read_pending(ring: KeyRing) -> list[Metadata[Root]]:
    """Return the roots that wait for signatures, in their order.

    Raises:
        KioskError: ``packs.metadata-faulty``.
    """
    path = ring.folder / PENDING
    if not path.is_file():
        return []
    try:
        raws = json.loads(path.read_text("utf-8"))
        return [parse_metadata(str(raw).encode("utf-8"), Root, PENDING) for raw in raws]
    except (ValueError, TypeError) as error:
        raise KioskError(
            "The waiting change of keys cannot be read",
            thing=str(path),
            found=str(error),
            remedy="forget it and begin again: kiosk keys sign --drop",
            code="packs.metadata-faulty",
        ) from error


def _write_pending(ring: KeyRing, roots: list[Metadata[Root]]) -> None:
    raws = [format_metadata(root).decode("utf-8") for root in roots]
    write_whole(ring.folder / PENDING, json.dumps(raws, indent=1).encode("utf-8"))


def find_key(root: Root, name: str) -> str:
    """Return the id of the key that people call ``name``, or by the start of its id; "" is the daily key.

    Raises:
        KioskError: ``packs.key-unknown``.
    """
    if not name:
        return root.roles["timestamp"].keyids[-1]
    found = [
        keyid
        for keyid, key in root.keys.items()
        if get_label(key) == name or (len(name) >= 4 and keyid.startswith(name))
    ]
    if len(found) != 1:
        raise KioskError(
            NOT_CHANGED,
            thing=name,
            expected=f"one of {format_keys(root.keys.values())}",
            remedy="see which there are: kiosk keys show",
            code="packs.key-unknown",
        )
    return found[0]


def _next(ring: KeyRing, root: Root) -> Root:
    new = deepcopy(root)
    new.version += 1
    new.expires = ring.clock() + ROOT_LIFE
    return new


def _replace(ring: KeyRing, root: Root, old: str, key: NewKey) -> list[Root]:
    """Return the root that names both keys, where the old one signs content, and the root that names the new one."""
    first = _next(ring, root)
    content_roles = [name for name, role in root.roles.items() if old in role.keyids and name != Root.type]
    if old in root.roles[Root.type].keyids:
        first.add_key(key.public, Root.type)
        first.revoke_key(old, Root.type)
    for name in content_roles:
        first.add_key(key.public, name)
    if not content_roles:
        return [first]
    second = _next(ring, first)
    for name in content_roles:
        second.revoke_key(old, name)
    return [first, second]


def _begin(ring: KeyRing, state: SignedState, roots: Sequence[Root], on_step: OnStep) -> RootChange:
    return _sign_and_apply(ring, state, [Metadata(root) for root in roots], on_step)


def _sign_and_apply(
    ring: KeyRing, state: SignedState, roots: list[Metadata[Root]], on_step: OnStep
) -> RootChange:
    before = _root_before(state, roots[0].signed.version)
    missing, signed_by = 0, set[str]()
    for root in roots:
        _sign(ring, root, before)
        result = root.signed.get_root_verification_result(before, root.signed_bytes, root.signatures)
        missing = max(missing, result.first.missing, result.second.missing)
        signed_by |= {get_label(key) for key in result.signed.values()}
        before = root.signed
    on_step("pending")
    _write_pending(ring, roots)
    if missing:
        return RootChange(False, state.root.version, tuple(sorted(signed_by)), missing)
    return _apply(ring, roots, on_step)


def _apply(ring: KeyRing, roots: list[Metadata[Root]], on_step: OnStep) -> RootChange:
    for root in roots:
        state = ring.state()
        version = root.signed.version
        if version <= state.root.version:
            continue  # a kill came between
        if not state.accepted_by(root.signed):
            revision = Revision(state, ring.clock())
            revision.touch()
            ring.commit(revision, state, on_step, root=root.signed)
        on_step(f"root:{version}")
        write_whole(ring.metadata / f"{version}.root.json", format_metadata(root))
    on_step("retire")
    _retire_keys(ring, roots[-1].signed)
    (ring.folder / PENDING).unlink(missing_ok=True)
    return RootChange(True, roots[-1].signed.version)


def _retire_keys(ring: KeyRing, root: Root) -> None:
    for keyid, file in ring.key_files().items():
        if keyid not in root.keys and file.path.parent == ring.folder / PRIVATE:
            (ring.folder / RETIRED).mkdir(exist_ok=True)
            file.path.replace(ring.folder / RETIRED / file.path.name)


def _root_before(state: SignedState, version: int) -> Root:
    """Return the root that one of ``version`` follows; refuse where others came between."""
    if not 2 <= version <= state.root.version + 1:
        raise KioskError(
            NOT_CHANGED,
            expected=f"a change of root {state.root.version}",
            found=f"one that leads to root {version}",
            remedy="forget it and begin again: kiosk keys sign --drop",
            code="packs.change-pending",
        )
    return state.roots[version - 2].signed


def _sign(ring: KeyRing, root: Metadata[Root], before: Root) -> None:
    """Add the signatures of root keys that are here, until it is enough for the root and the one before it."""
    for signing in (before, root.signed):
        for keyid in signing.roles[Root.type].keyids:
            result = signing.get_verification_result(Root.type, root.signed_bytes, root.signatures)
            if not result.verified and keyid in result.unsigned and ring.has(keyid):
                root.sign(ring.open_key(signing.keys[keyid]), append=True)


def _refuse_pending(ring: KeyRing) -> None:
    if read_pending(ring):
        raise KioskError(
            NOT_CHANGED,
            found="another change that waits for signatures",
            remedy="finish it: kiosk keys sign; or forget it: kiosk keys sign --drop",
            code="packs.change-pending",
        )
