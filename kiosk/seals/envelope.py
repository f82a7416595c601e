"""Sealed envelopes: signed by the sender inside, and readable by one receiver only (HPKE, RFC 9180).

Whoever carries one, a stick in a pocket or a network that listens, learns its size and nothing else. The
signature names the receiver and the purpose, so that what was written for one cannot be passed on as
written for another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.seals.keys import SIGNATURE_BYTES, OwnKeys, is_signed_by

MAGIC: Final = b"heritage-kiosk-sealed/1\n"
_SENDER = re.compile(rb"[0-9a-z-]{1,40}")


class SealError(ValueError):
    """An envelope is not sealed to this receiver, was altered, or holds nothing signed."""


@dataclass(frozen=True, slots=True)
class SignedContent:
    """What was in an envelope: who says to have sent it, and ``content``; believe it only if :meth:`is_by`."""

    sender: str
    content: bytes
    signature: bytes
    signed_text: bytes

    def is_by(self, signing_key: bytes) -> bool:
        """Tell whether the owner of ``signing_key`` (32 bytes) signed it for this receiver and purpose."""
        return is_signed_by(signing_key, self.signature, self.signed_text)


def seal(content: bytes, *, keys: OwnKeys, sender: str, receiver: bytes, purpose: str) -> bytes:
    """Return ``content`` signed with ``keys`` and sealed to ``receiver``.

    Args:
        content: Of any size; it is held in memory a few times over.
        keys: The sender's own.
        sender: Its name: a device's id, or ``hub``.
        receiver: Its public sealing key, 32 bytes.
        purpose: What it is for, such as ``paper-keys``; opening it for another purpose fails.

    Raises:
        SealError: ``receiver`` is no such key.
    """
    name = sender.encode("ascii")
    signature = keys.sign(_signed_text(name, receiver, purpose, content))
    inside = name + b"\n" + signature + content
    try:
        return MAGIC + _suite().encrypt(inside, X25519PublicKey.from_public_bytes(receiver), _info(purpose))
    except ValueError as error:
        raise SealError(f"the receiver's key is none: {error}") from error


def open_seal(envelope: bytes, *, keys: OwnKeys, purpose: str) -> SignedContent:
    """Return what is in ``envelope``, which is not trusted; whose it is has still to be asked.

    Raises:
        SealError: It was sealed to another receiver or for another purpose, or was altered.
    """
    if not envelope.startswith(MAGIC):
        raise SealError("not a sealed envelope")
    try:
        inside = _suite().decrypt(envelope[len(MAGIC) :], keys.sealing_key, _info(purpose))
    except (InvalidTag, ValueError) as error:
        raise SealError("sealed to somebody else, or altered") from error
    name, separator, rest = inside.partition(b"\n")
    if not (separator and _SENDER.fullmatch(name) and len(rest) >= SIGNATURE_BYTES):
        raise SealError("nothing signed in it")
    signature, content = rest[:SIGNATURE_BYTES], rest[SIGNATURE_BYTES:]
    text = _signed_text(name, keys.public.sealing, purpose, content)
    return SignedContent(name.decode("ascii"), content, signature, text)


def _suite() -> Suite:
    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def _info(purpose: str) -> bytes:
    return b"heritage-kiosk " + purpose.encode("ascii")


def _signed_text(sender: bytes, receiver: bytes, purpose: str, content: bytes) -> bytes:
    head = b"\n".join((b"heritage-kiosk-signed/1", purpose.encode("ascii"), sender, receiver.hex().encode()))
    return head + b"\n" + content
