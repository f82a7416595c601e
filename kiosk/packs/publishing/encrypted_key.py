"""A private key locked with a pass-phrase: PKCS #8 under scrypt and AES, as ``openssl pkey`` reads it too.

``cryptography`` writes such files with PBKDF2 of 2,048 rounds only, which a graphics card tries a million times a
second. Here the same form (RFC 5958, RFC 8018) names scrypt (RFC 7914) with the strength OWASP asks for.
"""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from textwrap import wrap

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

# 16 MiB five times over, about 0.3 s: the most memory that OpenSSL's own limit lets a reader spend is 32 MiB.
SCRYPT_N, SCRYPT_R, SCRYPT_P = 1 << 14, 8, 5
_SCRYPT_MEMORY_BYTES = 64 << 20
_PBES2 = bytes.fromhex("2a864886f70d01050d")
_SCRYPT = bytes.fromhex("2b06010401da47040b")
_AES_256_CBC = bytes.fromhex("60864801650304012a")
_INTEGER, _OCTETS, _OBJECT, _SEQUENCE = 0x02, 0x04, 0x06, 0x30
_ARMOUR = "ENCRYPTED PRIVATE KEY"


def lock_key(key: Ed25519PrivateKey, passphrase: bytes) -> bytes:
    """Return ``key`` as an encrypted PKCS #8 PEM that only ``passphrase`` opens."""
    salt, start = os.urandom(16), os.urandom(16)
    secret = hashlib.scrypt(
        passphrase, salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P, dklen=32, maxmem=_SCRYPT_MEMORY_BYTES
    )
    padder = PKCS7(algorithms.AES.block_size).padder()
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    cipher = Cipher(algorithms.AES(secret), modes.CBC(start)).encryptor()
    locked = cipher.update(padder.update(plain) + padder.finalize()) + cipher.finalize()
    derivation = _der(
        _SEQUENCE,
        _der(_OBJECT, _SCRYPT),
        _der(
            _SEQUENCE,
            _der(_OCTETS, salt),
            *(_integer(number) for number in (SCRYPT_N, SCRYPT_R, SCRYPT_P, 32)),
        ),
    )
    encryption = _der(_SEQUENCE, _der(_OBJECT, _AES_256_CBC), _der(_OCTETS, start))
    how = _der(_SEQUENCE, _der(_OBJECT, _PBES2), _der(_SEQUENCE, derivation, encryption))
    lines = wrap(b64encode(_der(_SEQUENCE, how, _der(_OCTETS, locked))).decode("ascii"), 64)
    return "\n".join([f"-----BEGIN {_ARMOUR}-----", *lines, f"-----END {_ARMOUR}-----", ""]).encode("ascii")


def unlock_key(pem: bytes, passphrase: bytes) -> Ed25519PrivateKey | None:
    """Return the key in ``pem``, or None where ``passphrase`` does not open it.

    Raises:
        ValueError: ``pem`` is no locked Ed25519 key.
    """
    if f"-----BEGIN {_ARMOUR}-----".encode() not in pem:
        raise ValueError("no key locked with a pass-phrase")
    try:
        key = load_pem_private_key(pem, passphrase)
    except (UnsupportedAlgorithm, TypeError) as error:
        raise ValueError(str(error)) from error
    except ValueError as error:
        if "ncorrect password" in str(error):
            return None
        raise
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError("a key of another kind than Ed25519")
    return key


def _der(tag: int, *parts: bytes) -> bytes:
    """Return one value in ASN.1's distinguished encoding (X.690)."""
    body = b"".join(parts)
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def _integer(number: int) -> bytes:
    return _der(_INTEGER, number.to_bytes(number.bit_length() // 8 + 1, "big"))
