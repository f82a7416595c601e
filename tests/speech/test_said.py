"""What a worker is asked to say is bounded, whatever a lexicon makes of a text."""

from __future__ import annotations

import pytest

from kiosk.model.errors import KioskError
from kiosk.model.pronunciation import Pronunciation
from kiosk.packs.catalogue_values import MAX_SAID_LENGTH as MAX_ENTRY_LENGTH
from kiosk.speech.engine import MAX_SPEECH_LENGTH
from kiosk.speech.said import MAX_SAID_LENGTH, say_in_full
from kiosk.speech.speakable import make_speakable

LONGEST = "塔" * MAX_SPEECH_LENGTH


@pytest.mark.parametrize(
    "entry",
    [
        Pronunciation("塔", said="tower " * (MAX_ENTRY_LENGTH // 6)),
        Pronunciation("塔", phonemes="t" * MAX_ENTRY_LENGTH),
        Pronunciation("塔", said="t", phonemes="t" * MAX_ENTRY_LENGTH),
    ],
)
def test_a_lexicon_that_makes_a_book_of_a_text_is_refused_in_words(entry: Pronunciation) -> None:
    with pytest.raises(KioskError) as refused:
        say_in_full(make_speakable(LONGEST, "zh", (entry,)))
    assert refused.value.code == "narration.text-too-long"
    assert str(MAX_SAID_LENGTH) in refused.value.expected


def test_a_long_text_full_of_names_is_said() -> None:
    text = "Qutb " * (MAX_SPEECH_LENGTH // 5)
    said = say_in_full(make_speakable(text, "en", (Pronunciation("Qutb", "Kootub", "kʊtb"),)))
    assert len(said.list_phonemes()) == MAX_SPEECH_LENGTH // 5
