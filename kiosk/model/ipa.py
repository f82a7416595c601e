"""The signs of the International Phonetic Alphabet, as revised to 2020 (https://www.internationalphoneticassociation.org)."""

from __future__ import annotations

_CONSONANTS = "pbtdʈɖcɟkgɡqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟ"
_OTHERS = "ʘǀǃǂǁɓɗʄɠʛʍwɥʜʢʡɕʑɺɧ"
_VOWELS = "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝ"
# Withdrawn, but still in every dictionary.
_FORMER = "ʣʤʥʦʧʨɫᵻᵿ"
_STRESS_AND_LENGTH = "ˈˌːˑ.|‖‿ ˘ʼʰʷʲˠˤⁿˡ˞ꜛꜜ↗↘˥˦˧˨˩"
# What is written above, below or through another sign: ties, nasal vowels, dental consonants.
_COMBINING = range(0x300, 0x370)

IPA_SIGNS = frozenset(_CONSONANTS + _OTHERS + _VOWELS + _FORMER + _STRESS_AND_LENGTH)


def find_strange_signs(phonemes: str) -> str:
    """Return the signs that are not IPA, each once, in the order in which they come.

    Among them are look-alikes, which a voice does not know: ``:`` for ``ː``, ``'`` for ``ˈ``, capital letters.
    """
    strange = (sign for sign in phonemes if sign not in IPA_SIGNS and ord(sign) not in _COMBINING)
    return "".join(dict.fromkeys(strange))
