"""How long the device's voice takes for a text, guessed before it speaks."""

from __future__ import annotations

import pytest

from kiosk.narration.captions import reading_time_ms
from kiosk.narration.pace import find_pace, speaking_time_ms
from kiosk.speech.engine import find_voice
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.sentences import split_sentences
from kiosk.speech.speakable import make_speakable

TEXTS = {
    "en": "The tower was begun in 1199 and is 72.5 m high. Stand before its walls and look up: the hand of many craftsmen"
    " can be seen to this day. The bell was heard in the whole valley.",
    "hi": "मीनार का काम 1199 में शुरू हुआ। इसकी दीवारों के सामने खड़े होकर ऊपर देखिए: कई कारीगरों के हाथ आज भी दिखते हैं।"
    " हर मंज़िल नीचे वाली से छोटी है।",
    "ar": "بدأ بناء المنارة عام 1199. قف أمام جدرانها وانظر إلى أعلى: ما زالت آثار أيدي الحرفيين ظاهرة حتى اليوم."
    " كل طابق أصغر من الذي تحته.",
}


def test_a_number_takes_longer_than_its_figures() -> None:
    assert speaking_time_ms("In 1742 the roof burned.", "en") > speaking_time_ms(
        "In fact the roof burned.", "en"
    )


def test_a_language_that_was_not_measured_is_promised_no_haste() -> None:
    assert find_pace("xx") == find_pace("") <= find_pace("en-GB") == find_pace("en")
    assert speaking_time_ms("", "en") == 0


@pytest.mark.parametrize("language", TEXTS)
def test_it_is_nearer_to_the_voice_than_to_who_reads_by_eye(language: str) -> None:
    engine, text = PyttsxEngine(clearly=True), TEXTS[language]
    try:
        voice = find_voice(engine.voices(), language)
        if voice is None:
            pytest.skip(f"no voice for {language} on this machine (apt-get install espeak-ng)")
        spoken_ms = sum(
            engine.synthesise(make_speakable(text[start:end], language), voice).duration_ms
            for start, end in split_sentences(text)
        )
    finally:
        engine.close()
    assert speaking_time_ms(text, language) == pytest.approx(spoken_ms, rel=0.15)
    assert reading_time_ms(text) < 0.9 * spoken_ms
