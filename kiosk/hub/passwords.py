"""Passwords, kept as scrypt hashes that name their own cost, so that the cost can rise over the years."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import unicodedata
from dataclasses import dataclass
from typing import Final

LEAST_CHARACTERS: Final = 12
MOST_CHARACTERS: Final = 200
_SALT_BYTES: Final = 16
_HASH_BYTES: Final = 32
# What is read from the database may ask for so much memory (bytes), and not for more.
_MOST_MEMORY: Final = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: 128 * 2**log2_n * r bytes of memory, gone through p times (RFC 7914)."""

    log2_n: int
    r: int
    p: int

    @property
    def memory_bytes(self) -> int:
        """How much memory one hash takes at least."""
        return 128 * self.r * ((1 << self.log2_n) + self.p)


# 32 MB three times over: of equal cost to the other settings that OWASP's cheat sheet on password storage
# names for scrypt, and with the least memory while several people log in.
COST: Final = Cost(15, 8, 3)
# So many at once and no more: a crowd of guesses must not take the hub's memory.
_AT_ONCE: Final = threading.BoundedSemaphore(2)


def hash_password(password: str) -> str:
    """Return what is kept of a password: ``scrypt$15$8$3$salt$hash``, the last two in hex."""
    cost = COST
    salt = secrets.token_bytes(_SALT_BYTES)
    return f"scrypt${cost.log2_n}${cost.r}${cost.p}${salt.hex()}${_derive(password, salt, cost).hex()}"


def verify_password(password: str, kept: str | None) -> bool:
    """Tell whether a password is the one that was kept.

    It takes as long where nothing was kept (None): nobody learns from the time which accounts there are.

    Raises:
        ValueError: What was kept cannot be read.
    """
    cost, salt, expected = _parse(_NOBODYS if kept is None else kept)
    found = _derive(password, salt, cost)
    return hmac.compare_digest(found, expected) and kept is not None


def is_outdated(kept: str) -> bool:
    """Tell whether a password was kept at another cost than today's."""
    return _parse(kept)[0] != COST


def find_weakness(password: str, name: str) -> str | None:
    """Return why a password will not do, in words; None where it will."""
    if not LEAST_CHARACTERS <= len(password) <= MOST_CHARACTERS:
        return f"{len(password)} characters"
    if name.casefold() in password.casefold():
        return "a password with the account's name in it"
    if len(set(password)) < 5:
        return "a password of the same few characters over and over"
    return None


def _parse(kept: str) -> tuple[Cost, bytes, bytes]:
    method, *numbers, salt, expected = kept.split("$")
    cost = Cost(*map(int, numbers))
    if method != "scrypt" or cost.memory_bytes > _MOST_MEMORY or not 1 <= cost.p <= 16:
        raise ValueError("a password was kept in a way that is not known here")
    return cost, bytes.fromhex(salt), bytes.fromhex(expected)


def _derive(password: str, salt: bytes, cost: Cost) -> bytes:
    # The same letters, whichever keyboard wrote them.
    secret = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    with _AT_ONCE:
        return hashlib.scrypt(
            secret,
            salt=salt,
            n=1 << cost.log2_n,
            r=cost.r,
            p=cost.p,
            maxmem=cost.memory_bytes + 1024 * 1024,
            dklen=_HASH_BYTES,
        )


_NOBODYS: Final = (
    f"scrypt${COST.log2_n}${COST.r}${COST.p}${bytes(_SALT_BYTES).hex()}${bytes(_HASH_BYTES).hex()}"
)
