"""A film's captions as cues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def name_speakers(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Return the captions with who speaks before what is said, wherever another begins to speak.

    Where only one voice is heard, or nobody is named, they stay as they are.
    """
    if len({cue.voice for cue in cues}) < 2:
        return tuple(cues)
    before = ["", *(cue.voice for cue in cues)]
    return tuple(
        replace(cue, text=f"{cue.voice}: {cue.text}") if cue.voice and cue.voice != last else cue
        for cue, last in zip(cues, before, strict=False)
    )
