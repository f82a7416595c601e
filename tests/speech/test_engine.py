import pytest

from kiosk.speech.engine import SpeechVoice, find_voice

VOICES = tuple(
    SpeechVoice(name, name, (tag,))
    for name, tag in [
        ("gmw/en-029", "en-029"),
        ("gmw/en", "en-gb"),
        ("gmw/en-us", "en-us"),
        ("inc/hi", "hi"),
        ("roa/pt", "pt"),
        ("roa/pt-br", "pt-br"),
        ("sit/cmn", "cmn"),
        ("sit/yue", "yue"),
        ("gmq/nb", "nb"),
    ]
)


@pytest.mark.parametrize(
    ("language", "voice"),
    [
        ("en", "gmw/en"),
        ("en-US", "gmw/en-us"),
        ("en_GB", "gmw/en"),
        ("en-IN", "gmw/en"),
        ("hi", "inc/hi"),
        ("hi-IN", "inc/hi"),
        ("pt-BR", "roa/pt-br"),
        ("zh", "sit/cmn"),
        ("zh-Hant", "sit/cmn"),
        ("zh-HK", "sit/yue"),
        ("no", "gmq/nb"),
    ],
)
def test_the_voice_that_speaks_a_language_best(language: str, voice: str) -> None:
    found = find_voice(VOICES, language)
    assert found is not None and found.id == voice


@pytest.mark.parametrize(
    ("language", "spoken"), [("zh", "zh-CN"), ("zh-Hant", "zh-CN"), ("no", "no-NO"), ("nb", "no")]
)
def test_engines_that_name_languages_as_we_do_are_understood_too(language: str, spoken: str) -> None:
    assert find_voice([SpeechVoice("a", "A", (spoken,))], language) is not None


def test_a_language_without_a_voice() -> None:
    assert find_voice(VOICES, "ar") is None
    assert find_voice((), "en") is None
