"""Exchanging and revoking keys: new roots, signed by as many root keys as it takes, one after the other if need be.

A daily key is exchanged with two roots. The first names the old key beside the new one, then everything is signed with
the new one, then the second root names the new key only: at no instant does a root stand beside a timestamp that it
does not accept, in the key ring or on any tree. Until enough root keys have signed, the roots wait in ``pending``.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from tuf.api.metadata import Metadata, Root

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_file import NewKey, make_key, write_key_file
from kiosk.packs.publishing.key_ring import PRIVATE, KeyRing
from kiosk.packs.publishing.roles import ROOT_LIFE, format_keys, get_label, get_operator
from kiosk.packs.publishing.waiting_roots import NOT_CHANGED, RootChange, refuse_pending, sign_and_apply
from kiosk.packs.steps import OnStep, ignore_step


def rotate_key(
    ring: KeyRing, name: str = "", root_to: Path | None = None, on_step: OnStep = ignore_step
) -> RootChange:
    """Put a new key in the place of the key ``name``, by default the one that signs what is published.

    The new key gets the old one's label; a new root key is written to ``root_to``.

    Raises:
        KioskError: ``packs.key-unknown``, ``packs.change-pending``, ``packs.passphrase-unfit`` and what signing raises.
    """
    with ring.changing() as state:
        refuse_pending(ring)
        old = find_key(state.root, name)
        key = make_key(get_label(state.root.keys[old]))
        on_step("key")
        daily = old in state.root.roles["timestamp"].keyids
        place = root_to if root_to is not None and not daily else ring.folder / PRIVATE
        write_key_file(place, key, get_operator(state.root), ring.ask)
        ring.hold(key.signer)
        roots = [Metadata(root) for root in _replace(ring, state.root, old, key)]
        return sign_and_apply(ring, state, roots, on_step)


def revoke_root_key(ring: KeyRing, name: str, on_step: OnStep = ignore_step) -> RootChange:
    """Take the root key ``name`` out, with none in its place.

    Raises:
        KioskError: ``packs.key-unknown``; ``packs.last-key`` where too few keys would be left, or it is the daily key.
    """
    with ring.changing() as state:
        refuse_pending(ring)
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
        return sign_and_apply(ring, state, [Metadata(root)], on_step)


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
