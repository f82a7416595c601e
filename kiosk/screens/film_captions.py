"""A film's captions as cues."""

from __future__ import annotations

from kiosk.model.content import Film
from kiosk.model.errors import KioskError
from kiosk.narration.cues import Cue


def read_captions(film: Film, text: str = "") -> tuple[Cue, ...]:
    """Return a film's captions, placed in ``text`` as far as they have its words; () where it has none that can be read."""
    if not film.captions:
        return ()
    from kiosk.narration.captions import parse_timings

    try:
        return parse_timings(film.captions, text)
    except KioskError:  # the check told the author; a visitor is better off with the film alone
        return ()
