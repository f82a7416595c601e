"""How a name is said that no voice would guess: an entry of a pack's lexicon."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """One entry, after W3C's Pronunciation Lexicon Specification (grapheme, alias, phoneme).

    ``written`` is how it stands in the texts: a word or several. ``said`` is a respelling that any voice can read
    ("Kootb Minar"), "" for none. ``phonemes`` is IPA ("kʊtb miːnaːr"), "" for none; whoever understands IPA prefers
    it. One of the two is there.
    """

    written: str
    said: str = ""
    phonemes: str = ""
