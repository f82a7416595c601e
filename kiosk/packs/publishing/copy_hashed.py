"""Copies a blob out of a pack and hashes it on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from kiosk.model.errors import KioskError
from kiosk.packs.tree import ByteStream

NOT_PUBLISHED = "The pack was not published"
PIECE_BYTES = 1 << 20

OnBytes = Callable[[int], None]
"""Told the bytes of each piece that was copied or read."""


def copy_hashed(
    source: ByteStream,
    write: Callable[[memoryview], int | None],
    size_bytes: int,
    thing: str,
    on_bytes: OnBytes,
) -> str:
    """Copy at most ``size_bytes``, and return the SHA-256 of what there was.

    Raises:
        KioskError: ``packs.read-failed``; ``thing`` is named in it.
        OSError: ``write`` could not write.
    """
    digest, left = hashlib.sha256(), size_bytes
    while left:
        piece = _read(source, min(PIECE_BYTES, left), thing)
        if not piece:
            break
        digest.update(piece)
        view = memoryview(piece)
        while view:
            view = view[write(view) or 0 :]
        left -= len(piece)
        on_bytes(len(piece))
    return digest.hexdigest()


def _read(source: ByteStream, size_bytes: int, thing: str) -> bytes:
    try:
        return source.read(size_bytes)
    except (OSError, ValueError) as error:
        raise KioskError(
            NOT_PUBLISHED,
            thing=thing,
            found=f"it could not be read to its end ({error})",
            remedy="plug it in again or copy the file anew, and repeat; what was copied is kept",
            code="packs.read-failed",
        ) from error


def make_damaged(thing: str, sha256: str) -> KioskError:
    """Return the error for a pack that holds other bytes than its manifest says."""
    return KioskError(
        NOT_PUBLISHED,
        thing=thing,
        expected="the file that the pack was built with",
        found=f"a damaged one ({sha256[:6]})",
        remedy="build the pack again, or copy it again from where it came from",
        code="packs.hash-mismatch",
    )
