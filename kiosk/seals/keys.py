"""A pair of keys: one to sign with (Ed25519), one that things are sealed to (X25519). Devices and the hub have one each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.seals.key_text import KEY_BYTES

SIGNATURE_BYTES: Final = 64

_SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others may know: ``signing`` (Ed25519) and ``sealing`` (X25519), 32 raw bytes each."""

    signing: bytes
    sealing: bytes


class OwnKeys:
    """The private halves. Never shown: its ``repr`` names the public half only."""

    def __init__(self, signing: Ed25519PrivateKey, sealing: X25519PrivateKey) -> None:
        self._signing = signing
        self.sealing_key: Final = sealing
        self.public: Final = PublicKeys(
            signing.public_key().public_bytes_raw(), sealing.public_key().public_bytes_raw()
        )

    def __repr__(self) -> str:
        return f"OwnKeys({self.public.signing.hex()[:16]}...)"

    def sign(self, content: bytes) -> bytes:
        """Return the signature of ``content``, 64 bytes."""
        return self._signing.sign(content)

    def to_bytes(self) -> bytes:
        """Return both private keys as 64 bytes, for a place that others cannot read."""
        return self._signing.private_bytes_raw() + self.sealing_key.private_bytes_raw()


def make_keys() -> OwnKeys:
    """Return new keys, which lie on no disk yet."""
    return OwnKeys(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())


def keys_from_bytes(content: bytes) -> OwnKeys:
    """Return what :meth:`OwnKeys.to_bytes` gave.

    Raises:
        ValueError: It is not 64 bytes.
    """
    if len(content) != 2 * KEY_BYTES:
        raise ValueError(f"expected {2 * KEY_BYTES} bytes")
    return OwnKeys(
        Ed25519PrivateKey.from_private_bytes(content[:KEY_BYTES]),
        X25519PrivateKey.from_private_bytes(content[KEY_BYTES:]),
    )


def is_signed_by(signing_key: bytes, signature: bytes, content: bytes) -> bool:
    """Tell whether ``signature`` of ``content`` was made by the owner of ``signing_key`` (32 bytes).

    Nothing here is trusted: a key or signature of any other form is a no.
    """
    try:
        Ed25519PublicKey.from_public_bytes(signing_key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True


def format_fingerprint(keys: PublicKeys) -> str:
    """Return 20 symbols in groups of four by which two people can compare keys: ``7QK4 9XTE 2M0A HV3C PW58``.

    100 bits of SHA-256 over both keys, in Crockford's alphabet.
    """
    number = int.from_bytes(hashlib.sha256(keys.signing + keys.sealing).digest()) >> 156
    symbols = "".join(_SYMBOLS[number >> shift & 31] for shift in range(95, -1, -5))
    return " ".join(symbols[at : at + 4] for at in range(0, 20, 4))
