"""Words for a voice as they stand: nothing is said in full, no name is known."""

from __future__ import annotations

from kiosk.speech.speakable import Piece, Speakable


def take_literally(text: str, language: str) -> Speakable:
    """Return ``text`` to be said as it stands."""
    return Speakable(text, language, (Piece(0, len(text), text),))
