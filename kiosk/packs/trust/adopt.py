"""Trusting an operator: the one moment in which a person, and not a signature, decides."""

from __future__ import annotations

import hashlib

from kiosk.model.errors import KioskError
from kiosk.packs.trust.fingerprint import make_fingerprint, parse_fingerprint
from kiosk.packs.trust.operator import parse_root, read_operator
from kiosk.packs.trust.state import Origin, TrustState

NOT_TRUSTED = "The operator was not trusted"


def adopt(
    trust: TrustState | None,
    chain: tuple[bytes, ...],
    *,
    origin: Origin = Origin.OWN,
    fingerprint: str = "",
    replace: bool = False,
) -> TrustState:
    """Return the device's trust once it trusts the operator of ``chain``.

    Args:
        trust: What the device trusts now; None for nobody.
        chain: The operator's roots, verified by :func:`kiosk.packs.trust.operator.read_chain`.
        origin: The demonstration's root never takes the place of an operator's own.
        fingerprint: What the person was given; "" where they compared it themselves. An older root's will do:
            it vouches for the newer ones.
        replace: Whether another operator may be put in the place of an own one.

    Raises:
        KioskError: ``packs.fingerprint-unfit``, ``packs.fingerprint-differs`` or ``packs.trust-taken``.
    """
    if fingerprint:
        _check_fingerprint(chain, parse_fingerprint(fingerprint))
    if trust is not None and _are_same(trust, chain, forgiving=replace):
        longest = max(trust.roots, chain, key=lambda roots: parse_root(roots[-1], "").signed.version)
        kept = Origin.OWN if origin is Origin.OWN else trust.origin
        return TrustState(trust.operator_id, kept, longest, trust.roles)
    if trust is not None and trust.origin is Origin.OWN and not (replace and origin is Origin.OWN):
        raise KioskError(
            NOT_TRUSTED,
            thing=str(read_operator(chain[-1])),
            expected="a device that trusts nobody else",
            found=f"one that trusts {read_operator(trust.newest_root)}",
            remedy="if this device really changes hands: kiosk keys trust --replace",
            code="packs.trust-taken",
        )
    return TrustState(hashlib.sha256(chain[0]).hexdigest(), origin, chain)


def _check_fingerprint(chain: tuple[bytes, ...], expected: str) -> None:
    if expected not in map(make_fingerprint, chain):
        raise KioskError(
            NOT_TRUSTED,
            thing=str(read_operator(chain[-1])),
            expected=f"the fingerprint {expected}",
            found=make_fingerprint(chain[-1]),
            remedy="do not use this stick before whoever gave it to you has explained the difference",
            code="packs.fingerprint-differs",
        )


def _are_same(trust: TrustState, chain: tuple[bytes, ...], *, forgiving: bool) -> bool:
    """Tell whether both chains say the same where they overlap. ``forgiving``: a damaged one is simply another."""
    try:
        known, theirs = _by_version(trust.roots), _by_version(chain)
    except KioskError:
        if not forgiving:
            raise
        return False
    common = known.keys() & theirs.keys()
    return bool(common) and all(known[version] == theirs[version] for version in common)


def _by_version(roots: tuple[bytes, ...]) -> dict[int, bytes]:
    return {
        root.signed.version: root.signed_bytes for root in (parse_root(raw, "this device") for raw in roots)
    }
