"""IPA in the signs that espeak-ng takes between double brackets, for its English voices. Standard library only.

Every language of espeak-ng has signs of its own; in others than English the respelling of the lexicon is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ENGLISH_VOICES = "gmw/en"

# From IPA as dictionaries and lexicons write it; sounds that English does not have become the nearest that it has.
_VOWELS = {
    "ɑːɹ": "A@", "ɔːɹ": "O@", "ɜːɹ": "3:", "ɪəɹ": "i@", "eəɹ": "e@", "ʊəɹ": "U@", "aɪ": "aI", "aʊ": "aU", "eɪ": "eI",
    "oʊ": "oU", "əʊ": "oU", "ɔɪ": "OI", "ɪə": "i@", "eə": "e@", "ɛə": "e@", "ʊə": "U@", "iː": "i:", "uː": "u:",
    "ɑː": "A:", "aː": "A:", "ɔː": "O:", "ɜː": "3:", "eː": "eI", "ɛː": "e@", "oː": "oU", "æ": "a", "a": "a", "ɑ": "A:",
    "ɐ": "@", "ʌ": "V", "ə": "@", "ɚ": "3", "ɝ": "3:", "ɛ": "E", "e": "E", "ɜ": "3:", "ɪ": "I", "i": "i", "ɨ": "I",
    "ɒ": "0", "ɔ": "0", "o": "oU", "ʊ": "U", "u": "u:",
}  # fmt: skip
_CONSONANTS = {
    "tʃ": "tS", "dʒ": "dZ", "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "g", "g": "g", "f": "f", "v": "v",
    "θ": "T", "ð": "D", "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "ɦ": "h", "x": "x", "χ": "x", "m": "m",
    "n": "n", "ŋ": "N", "l": "l", "ɫ": "l", "r": "r", "ɹ": "r", "ɾ": "r", "j": "j", "w": "w", "ʋ": "v", "ʈ": "t",
    "ɖ": "d", "ɳ": "n", "ɲ": "nj", "ɭ": "l", "ɽ": "r", "ʂ": "S", "ɕ": "S", "c": "tS", "ɟ": "dZ", "q": "k", "ɣ": "g",
    "ʁ": "r",
}  # fmt: skip
_STRESS = {"ˈ": "'", "ˌ": ",", "'": "'"}
_SIGN = re.compile(
    "|".join(map(re.escape, sorted({**_VOWELS, **_CONSONANTS, **_STRESS, " ": ""}, key=len, reverse=True)))
)
# Length of what has none here, syllables, ties, aspiration: English hears none of it.
_UNHEARD = dict.fromkeys(map(ord, "ː.ˑ‿͜͡ʰʱʲʷ̪̩̯̃ʔ-"))


def spell_ipa(ipa: str, voice: str) -> str | None:
    """Return the signs for some IPA, or None where the voice's language has none or a sign is not known."""
    if not voice.startswith(_ENGLISH_VOICES):
        return None
    plain = unicodedata.normalize("NFD", ipa)
    signs = _SIGN.findall(plain)
    if "".join(signs).translate(_UNHEARD) != plain.translate(_UNHEARD):
        return None
    return _stress_vowels(signs).strip() or None


def _stress_vowels(signs: Iterable[str]) -> str:
    """Return the signs with each stress before its vowel, where espeak-ng wants it, instead of before its syllable."""
    spelled: list[str] = []
    stress = ""
    for sign in signs:
        if sign in _STRESS:
            stress = _STRESS[sign]
        elif sign in _VOWELS:
            spelled.append(stress + _VOWELS[sign])
            stress = ""
        else:
            spelled.append(_CONSONANTS.get(sign, sign))
    return "".join(spelled)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text for espeak-ng, some of it spelled.

    ``parts`` are (start here, start in the plain text, end in the plain text, whether it is spelled), in order.
    """

    text: str
    parts: tuple[tuple[int, int, int, bool], ...]

    @property
    def has_spelling(self) -> bool:
        """Tell whether any of it is spelled, so that espeak-ng is to heed brackets."""
        return any(is_spelled for *_, is_spelled in self.parts)

    def find_plain(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of the plain text for which some of these are said."""
        for here, plain_start, plain_end, is_spelled in reversed(self.parts):
            if start >= here:
                if is_spelled:
                    return plain_start, plain_end
                return plain_start + start - here, min(plain_end, plain_start + end - here)
        return 0, 0


def spell_text(text: str, phonemes: Sequence[tuple[int, int, str]], voice: str) -> Spelled:
    """Return a text with the sounds of a lexicon in it. Brackets that stand in the text itself stay without meaning.

    Args:
        text: What is said.
        phonemes: (start, end, IPA) of some of its characters.
        voice: The id of espeak-ng's voice.
    """
    parts: list[tuple[int, int, int, bool]] = []
    written: list[str] = []
    at = 0

    def add(words: str, start: int, end: int, *, is_spelled: bool) -> None:
        if words:
            parts.append((sum(map(len, written)), start, end, is_spelled))
            written.append(words)

    for start, end, ipa in sorted(phonemes):
        spelling = spell_ipa(ipa, voice)
        if spelling and start >= at:
            add(_take_literally(text[at:start]), at, start, is_spelled=False)
            add(f"[[{spelling}]]", start, end, is_spelled=True)
            at = end
    add(_take_literally(text[at:]) if at else text, at, len(text), is_spelled=False)
    return Spelled("".join(written), tuple(parts))


def _take_literally(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")
