import pytest

from kiosk.model.content import Depth, Stop, Text, VoiceKind
from kiosk.model.pronunciation import Pronunciation
from kiosk.narration.choose import Narration, NarrationKind, Speaker, choose_narration
from tests.fakes.stories import KURZ, STORY, make_recording, make_stop

ENGLISH = Text("en", Depth.STORY, STORY)
GERMAN = Text("de", Depth.STORY, KURZ)


def choose(stop: Stop, language: str = "en", *, speaks: str = "en de") -> Narration:
    return choose_narration(stop, language, Depth.STORY, "en", lambda tag: tag in speaks.split())


def kinds(narration: Narration | None) -> list[tuple[str, str]]:
    found = []
    while narration:
        found.append((narration.kind.value, narration.language))
        narration = narration.otherwise
    return found


def test_the_ranking_is_recording_speech_recording_in_the_fallback_text() -> None:
    stop = make_stop((ENGLISH, GERMAN), (make_recording("en"), make_recording("de")))
    assert kinds(choose(stop, "de")) == [
        ("recording", "de"),
        ("speech", "de"),
        ("recording", "en"),
        ("text", "de"),
    ]


def test_a_person_goes_before_a_rendered_voice_before_speech_before_the_fallback_before_text() -> None:
    rendered = [
        make_recording(tag, sha256=sign * 64, voice_kind=VoiceKind.COMPUTER)
        for tag, sign in (("de", "b"), ("en", "c"))
    ]
    stop = make_stop((ENGLISH, GERMAN), (*rendered, make_recording("en"), make_recording("de")))
    narration: Narration | None = choose(stop, "de")
    speakers = []
    while narration:
        speakers.append(
            (narration.kind.value, narration.language, narration.speaker.value, narration.is_fallback)
        )
        narration = narration.otherwise
    assert speakers == [
        ("recording", "de", "person", False),
        ("recording", "de", "computer", False),
        ("speech", "de", "computer", False),
        ("recording", "en", "person", True),
        ("recording", "en", "computer", True),
        ("text", "de", "nobody", False),
    ]


def test_a_person_of_another_region_goes_before_a_rendered_voice_of_the_very_region() -> None:
    rendered = make_recording("en-IN", sha256="b" * 64, voice_kind=VoiceKind.COMPUTER)
    british, indian = make_recording("en-GB"), make_recording("en-IN", sha256="c" * 64)
    stop = make_stop((ENGLISH,), (rendered, british, indian))
    narration = choose(stop, "en-IN")
    assert narration.recording == indian
    assert narration.otherwise is not None and narration.otherwise.recording == british
    assert not narration.otherwise.is_fallback
    assert narration.otherwise.otherwise is not None and narration.otherwise.otherwise.recording == rendered


def test_a_recording_is_followed_in_the_words_of_its_own_region() -> None:
    american = Text("en-US", Depth.STORY, "The color of the tower.")
    british = Text("en-GB", Depth.STORY, "The colour of the tower.")
    assert choose(make_stop((american, british), (make_recording("en-GB"),)), "en-GB").text == british.text


def test_the_packs_lexicon_goes_with_speech_and_with_nothing_else() -> None:
    lexicon = (Pronunciation("Qutb", "Kootb"),)
    narration: Narration | None = choose_narration(
        make_stop((ENGLISH,), (make_recording("en"),)), "en", Depth.STORY, "en", lambda _: True, lexicon
    )
    there = {}
    while narration:
        there[narration.kind.value] = narration.pronunciations
        narration = narration.otherwise
    assert there == {"recording": (), "speech": lexicon, "text": ()}


def test_speech_in_the_visitors_language_beats_a_recording_in_another() -> None:
    narration = choose(make_stop((ENGLISH, GERMAN), (make_recording("en"),)), "de")
    assert (narration.kind, narration.language, narration.text) == (NarrationKind.SPEECH, "de", KURZ)
    assert not narration.is_fallback


def test_without_a_voice_the_fallbacks_recording_is_heard_and_said_to_be_one() -> None:
    narration = choose(make_stop((ENGLISH, GERMAN), (make_recording("en"),)), "de", speaks="")
    assert (narration.kind, narration.language, narration.text) == (NarrationKind.RECORDING, "en", STORY)
    assert narration.is_fallback


def test_without_voice_and_recording_there_is_text() -> None:
    narration = choose(make_stop((GERMAN,)), "de", speaks="")
    assert (narration.kind, narration.text, narration.speaker) == (NarrationKind.TEXT, KURZ, Speaker.NOBODY)


def test_speech_is_never_in_a_language_other_than_the_texts() -> None:
    # The text fell back to English: an English voice would not speak the visitor's language.
    assert choose(make_stop((ENGLISH,)), "ar", speaks="ar en").kind is NarrationKind.TEXT


def test_a_regional_tag_is_served_by_its_language() -> None:
    stop = make_stop((ENGLISH,), (make_recording("en"),))
    narration = choose(stop, "en-IN")
    assert (narration.kind, narration.language) == (NarrationKind.RECORDING, "en")
    assert not narration.is_fallback


def test_a_person_is_heard_before_a_rendered_voice_and_each_is_named() -> None:
    computer = make_recording(sha256="bb" * 32, voice_kind=VoiceKind.COMPUTER)
    narration = choose(make_stop((ENGLISH,), (computer, make_recording())))
    assert (narration.speaker, narration.credit) == (Speaker.PERSON, "Read by Amina Khan")
    assert narration.otherwise is not None
    assert narration.otherwise.speaker is Speaker.COMPUTER


@pytest.mark.parametrize(
    ("there", "asked", "told"),
    [
        (Depth.GLANCE, Depth.DEEP, Depth.GLANCE),
        (Depth.STORY, Depth.CHILDREN, Depth.STORY),
        (Depth.DEEP, Depth.GLANCE, Depth.DEEP),
    ],
)
def test_a_missing_depth_is_told_at_the_nearest(there: Depth, asked: Depth, told: Depth) -> None:
    narration = choose_narration(make_stop((Text("en", there, STORY),)), "en", asked, "en", lambda _: True)
    assert narration.depth is told


def test_a_stop_with_nothing_to_tell_is_told_by_its_title() -> None:
    assert choose(make_stop(())).text == "The minar"
