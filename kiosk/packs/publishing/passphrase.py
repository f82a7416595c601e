"""Pass-phrases: what one must be. They come from a terminal, a file or the environment, never from a command line."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.model.errors import KioskError

LEAST_CHARACTERS = 8
MOST_CHARACTERS = 1_000

AskPassphrase = Callable[[str, bool], str]
"""Asked for the pass-phrase of the key that is named; twice from a person where the key is new (True)."""


def check_passphrase(passphrase: str, key_name: str) -> bytes:
    """Return the pass-phrase as bytes, without the line's end that a file may have.

    Raises:
        KioskError: ``packs.passphrase-unfit`` where it is empty, short or endless.
    """
    words = passphrase.rstrip("\r\n")
    if not LEAST_CHARACTERS <= len(words) <= MOST_CHARACTERS or not words.strip():
        raise KioskError(
            "The pass-phrase was not taken",
            thing=key_name,
            expected=f"at least {LEAST_CHARACTERS} characters",
            found=f"{len(words):,}",
            remedy="choose four or five words that nobody would guess",
            code="packs.passphrase-unfit",
        )
    return words.encode("utf-8", "surrogateescape")
