"""IPA in the signs that Kokoro-82M was trained on.

The signs are those of the weights' published list; diphthongs and affricates are one sign each (``A`` is the sound of
"day"). A stress mark stands before its vowel there, while dictionaries put it before the syllable.
"""

from __future__ import annotations

import re

# eSpeak's IPA (two signs of one sound joined by ^) in Kokoro's signs, for every language.
_JOINED = [
    ("a^ɪ", "I"), ("a^ʊ", "W"), ("d^ʒ", "ʤ"), ("e^ɪ", "A"), ("o^ʊ", "O"), ("t^ʃ", "ʧ"), ("ɔ^ɪ", "Y"), ("d^z", "ʣ"),
    ("t^s", "ʦ"),
]  # fmt: skip
_ENGLISH = [
    ("ʔˌn\u0329", "tᵊn"), ("ʔn", "tᵊn"), ("ə^l", "ᵊl"), ("ɚɹ", "ɚ"), ("ɚ", "əɹ"), ("r", "ɹ"), ("ɬ", "l"), ("x", "k"),
    ("ç", "k"), ("ɐ", "ə"), ("ʲ", ""), ("\u0303", ""), ("ʔ", "t"), ("\u0329", ""),
]  # fmt: skip
_AMERICAN = [
    ("ə^ʊ", "O"), *_ENGLISH, ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("ː", ""), ("o", "ɔ"), ("ɾ", "T"), ("e", "A"),
]  # fmt: skip
_BRITISH = [("e^ə", "ɛː"), ("ə^ʊ", "Q"), ("O", "Q"), *_ENGLISH, ("iə", "ɪə"), ("o", "ɔ"), ("ɾ", "t")]
# eSpeak 1.51 writes the flap of ड़ with a full stop, which the voice would take for the end of a sentence.
_HINDI = [("r.", "ɽ")]
_OF_LANGUAGE = {"en-us": _AMERICAN, "en-gb": _BRITISH, "hi": _HINDI}

# In a lexicon nobody joins the signs; English vowels written long are the diphthongs.
_UNJOINED = [
    ("aɪ", "I"), ("aʊ", "W"), ("eɪ", "A"), ("oʊ", "O"), ("əʊ", "O"), ("ɔɪ", "Y"), ("dʒ", "ʤ"), ("tʃ", "ʧ"),
    ("dz", "ʣ"), ("ts", "ʦ"),
]  # fmt: skip
_ENGLISH_LONG = [("eː", "A"), ("oːɹ", "ɔɹ"), ("oːr", "ɔɹ"), ("oː", "O")]
_STRESS = re.compile(r"([ˈˌ])([^aeiouyæœøɐɑɒɔəɘɚɛɜɞɨɪɯɤɵʉʊʌᵻᵊAIOQWY\s]*)(?=[^\s])")
_IGNORED = str.maketrans("", "", "͜͡.ˑ̯/[]‿|-")


def convert_espeak(phonemes: str, voice: str) -> str:
    """Return eSpeak's phonemes (see :mod:`kiosk.speech.espeak_phonemes`) in Kokoro's signs."""
    return _replace(phonemes, [*_JOINED, *_OF_LANGUAGE.get(voice, [])]).replace("^", "")


def convert_lexicon(phonemes: str, voice: str) -> str:
    """Return a lexicon's IPA, as dictionaries write it, in Kokoro's signs."""
    joined = _replace(phonemes.replace("'", "ˈ").replace("g", "ɡ").translate(_IGNORED), _UNJOINED)
    if voice.startswith("en"):
        joined = _replace(joined, _ENGLISH_LONG)
    return _STRESS.sub(r"\2\1", _replace(joined, _OF_LANGUAGE.get(voice, [])))


def _replace(text: str, pairs: list[tuple[str, str]]) -> str:
    for ours, theirs in pairs:
        text = text.replace(ours, theirs)
    return text
